// `decimal`: powers, roots and logarithms, correctly rounded.

extension DecimalLibrary {
  static let functions: StaticString = #"""
    class _Functions:
        """Powers, roots, logarithms, neighbours and what works on digits."""
        __slots__ = ()

        # Powers and logarithms

        def __pow__(self, other, modulo=None):
            other = _operand(other)
            if other is NotImplemented:
                return other
            if modulo is not None:
                modulo = _operand(modulo)
                return modulo if modulo is NotImplemented else self._modular_power(other, modulo, getcontext())
            return self._power(other, getcontext())

        def __rpow__(self, other):
            other = _operand(other)
            return other if other is NotImplemented else other._power(self, getcontext())

        def _modular_power(self, other, modulo, context):
            if (nan := self._nan(context, other, modulo)) is not None:
                return nan
            whole = all(not each._kind and each == each.to_integral_value() for each in (self, other, modulo))
            if not whole or other < 0 or not modulo or not self and not other or modulo.adjusted() >= context.prec:
                return context._invalid()
            sign = self._sign if int(other) & 1 else 0
            return _of(Decimal, sign, pow(abs(int(self)), int(other), abs(int(modulo))), 0)

        def _is_whole(self):
            if self._kind:
                return False
            return self._exp >= 0 or self._digits % 10 ** -self._exp == 0

        def _power(self, other, context):
            if (nan := self._nan(context, other)) is not None:
                return nan
            if other.is_zero():
                return context._invalid() if self.is_zero() else Decimal(1)
            is_whole = other._is_whole()
            sign = 0
            if self._sign:
                if is_whole:
                    sign = 0 if other._exp > 1 else int(other) & 1
                elif self._digits or self._kind:
                    return context._invalid()
            if self.is_zero():
                return _of(Decimal, sign, 0, 0, 'inf') if other._sign else _of(Decimal, sign, 0, 0)
            if self._kind:
                return _of(Decimal, sign, 0, 0) if other._sign else _of(Decimal, sign, 0, 0, 'inf')
            base = self.copy_abs()
            if other._kind:
                order = base._order(Decimal(1))
                if order == 0:
                    context._report(Inexact, Rounded)
                    return _of(Decimal, sign, 10 ** (context.prec - 1), 1 - context.prec)
                return _of(Decimal, sign, 0, 0) if (order > 0) == bool(other._sign) else _of(Decimal, sign, 0, 0, 'inf')
            if base == 1:
                if is_whole:
                    exponent = int(other)
                    exp = max(base._exp * exponent, 1 - context.prec) if exponent > 0 and base._exp else 0
                    if not base._exp:
                        return _of(Decimal, sign, 1, 0)
                    if exponent > 0:
                        context._report(Rounded)
                        return _of(Decimal, sign, 10 ** -exp, exp)
                context._report(Inexact, Rounded)
                return _of(Decimal, sign, 10 ** (context.prec - 1), 1 - context.prec)
            # Far outside of what exponents can say.
            if _log_order(base) + other.adjusted() >= len(str(context.Emax + context.prec)):
                is_tiny = (base > 1) == bool(other._sign)
                return _of(Decimal, sign, 1, context.Etiny() - 1 if is_tiny else context.Emax + 1)._rounded(context)
            exact = _exact_power(base, other, context.prec)
            if exact is not None:
                digits, exp = exact
                made = _of(Decimal, sign, digits, exp)
                if not is_whole:
                    # The result of a fractional power is never written shorter than the precision.
                    missing = context.prec - _length(digits)
                    made = _of(Decimal, sign, digits * 10 ** max(0, missing), exp - max(0, missing))
                    context._report(Inexact, Rounded)
                return made._rounded(context)
            return _of(Decimal, sign, *_precisely(
                context.prec, lambda places: _power_digits(base, other, places)))._rounded(context)

        def sqrt(self, context=None):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            if self._kind:
                return context._invalid() if self._sign else self
            if not self._digits:
                return _of(Decimal, self._sign, 0, self._exp // 2)._rounded(context)
            if self._sign:
                return context._invalid()
            ideal = self._exp // 2
            # An even exponent, and digits enough for the root to have one more than wanted.
            digits, exp = (self._digits * 10, self._exp - 1) if self._exp & 1 else (self._digits, self._exp)
            shift = max(0, context.prec + 1 - (_length(digits) + 1) // 2)
            digits, exp = digits * 100 ** shift, exp // 2 - shift
            root = _math.isqrt(digits)
            if root * root == digits:
                while exp < ideal and root % 10 == 0:
                    root, exp = root // 10, exp + 1
            elif root % 5 == 0:
                root += 1
            even = context.copy()
            even.rounding = ROUND_HALF_EVEN
            even.flags = context.flags
            return _of(Decimal, 0, root, exp)._rounded(even)

        def exp(self, context=None):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            if self._kind:
                return Decimal(0) if self._sign else self
            if not self._digits:
                return Decimal(1)
            if self.adjusted() > len(str(context.Emax)) + 2:
                return _of(Decimal, 0, 1, context.Etiny() - 1 if self._sign else context.Emax + 1)._rounded(context)
            if self.adjusted() < -context.prec - 2:
                digits = 10 ** (context.prec + 1) + (-1 if self._sign else 1)
                return _half_even(_of(Decimal, 0, digits, -context.prec - 1), context)
            return _half_even(_of(Decimal, 0, *_precisely(
                context.prec, lambda places: _exp_digits(self._fraction(), places))), context)

        def _special_logarithm(self, context):
            """The logarithm where the number is not finite or not positive, else None."""
            if (nan := self._nan(context)) is not None:
                return nan
            if self.is_zero():
                return _of(Decimal, 1, 0, 0, 'inf')
            if self._sign:
                return context._invalid()
            return self if self._kind else None

        def ln(self, context=None):
            context = context or getcontext()
            if (special := self._special_logarithm(context)) is not None:
                return special
            if self == 1:
                return Decimal(0)
            return _half_even(_signed(*_precisely(context.prec, lambda places: _ln_digits(self, places))), context)

        def log10(self, context=None):
            context = context or getcontext()
            if (special := self._special_logarithm(context)) is not None:
                return special
            if _str(self._digits).rstrip('0') == '1':
                return Decimal(self.adjusted())._rounded(context)

            def digits(places):
                wide = places + 5 + len(str(abs(self.adjusted())))
                top, exp = _ln_digits(self, wide)
                bottom, _ = _ln_digits(Decimal(10), wide)
                return top * 10 ** places // bottom, exp + wide - places
            return _half_even(_signed(*_precisely(context.prec, digits)), context)

        def logb(self, context=None):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            if self._kind:
                return self.copy_abs()
            if not self._digits:
                context._report(DivisionByZero)
                return _of(Decimal, 1, 0, 0, 'inf')
            return Decimal(self.adjusted())._rounded(context)

        # Neighbours, shifts and logical operations

        def scaleb(self, other, context=None):
            context = context or getcontext()
            other = _required(other)
            if (nan := self._nan(context, other)) is not None:
                return nan
            if other._kind or other._exp or abs(int(other)) > 2 * (context.Emax + context.prec):
                return context._invalid()
            if self._kind:
                return self
            return _of(Decimal, self._sign, self._digits, self._exp + int(other))._rounded(context)

        def _moved(self, other, context, moved):
            """The number with the digits that `moved` makes of its own and a count of places."""
            context = context or getcontext()
            other = _required(other)
            if (nan := self._nan(context, other)) is not None:
                return nan
            if other._kind or other._exp or abs(int(other)) > context.prec:
                return context._invalid()
            return self if self._kind else _of(Decimal, self._sign, moved(int(other), context.prec), self._exp)

        def shift(self, other, context=None):
            def shifted(count, prec):
                digits = self._digits % 10 ** prec
                return digits * 10 ** count % 10 ** prec if count > 0 else digits // 10 ** -count
            return self._moved(other, context, shifted)

        def rotate(self, other, context=None):
            def rotated(count, prec):
                digits = _str(self._digits).zfill(prec)[-prec:]
                return int(digits[count % prec:] + digits[:count % prec])
            return self._moved(other, context, rotated)

        def _neighbour(self, context, upwards):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            if self._kind:
                if bool(self._sign) == (not upwards):
                    return self
                return _of(Decimal, self._sign, 10 ** context.prec - 1, context.Etop())
            near = context.copy()
            near.rounding = ROUND_CEILING if upwards else ROUND_FLOOR
            near.clear_traps()
            made = self._rounded(near)
            if made != self:
                return made
            return self._add(_of(Decimal, 0 if upwards else 1, 1, near.Etiny() - 1), near)

        def next_plus(self, context=None):
            return self._neighbour(context, True)

        def next_minus(self, context=None):
            return self._neighbour(context, False)

        def next_toward(self, other, context=None):
            other = _required(other)
            context = context or getcontext()
            if (nan := self._nan(context, other)) is not None:
                return nan
            order = self._order(other)
            if order == 0:
                return self.copy_sign(other)
            made = self._neighbour(context, order < 0)
            if made._kind:
                context._report(Overflow, Inexact, Rounded)
            elif made.adjusted() < context.Emin or not made._digits:
                context._report(*([Underflow, Subnormal, Rounded, Inexact] + ([] if made._digits else [Clamped])))
            return made

        def _logical(self, context, others, operation):
            context = context or getcontext()
            operands = [_str(each._digits) for each in (self, *others)
                        if not each._kind and not each._exp and not each._sign]
            if len(operands) < 1 + len(others) or any(set(each) - set('01') for each in operands):
                return context._invalid()
            columns = zip(*(each.zfill(context.prec)[-context.prec:] for each in operands))
            return _of(Decimal, 0, int(''.join(str(operation(*map(int, column))) for column in columns)), 0)

        def logical_and(self, other, context=None):
            return self._logical(context, [_required(other)], lambda a, b: a & b)

        def logical_or(self, other, context=None):
            return self._logical(context, [_required(other)], lambda a, b: a | b)

        def logical_xor(self, other, context=None):
            return self._logical(context, [_required(other)], lambda a, b: a ^ b)

        def logical_invert(self, context=None):
            return self._logical(context, [], lambda a: 1 - a)


    def _half_even(number, context):
        even = context.copy()
        even.rounding = ROUND_HALF_EVEN
        even.flags = context.flags
        return number._rounded(even)


    def _precisely(prec, digits):
        """(digits, exponent) with enough digits for rounding to be sure. `digits(places)` computes a value with an error
        of a few units in the last of that many decimal places."""
        extra = 4
        places = prec
        while True:
            number, exp = digits(places + extra)
            length = _length(abs(number))
            surplus = length - prec
            if surplus < 3:
                extra += 3 - surplus
                continue
            unit = 10 ** (surplus - 1)
            rest = abs(number) % (10 * unit)
            # Neither near a boundary nor near the middle between two.
            if all(abs(rest - mark) > 100 for mark in (0, 5 * unit, 10 * unit)):
                return (number + (1 if number > 0 else -1) if number % 5 == 0 else number), exp
            extra += max(6, prec // 3)


    def _exp_scaled(numerator, denominator, places):
        """e ** (numerator / denominator) * 10 ** places for an argument between -1 and 1."""
        scale = 10 ** places
        halvings = int(places ** 0.5) // 2 + 1
        x = (numerator * scale << 0) // (denominator << halvings)
        term = total = scale
        count = 1
        while term:
            term = term * x // (scale * count)
            if term in (0, -1):
                break
            total += term
            count += 1
        for _ in range(halvings):
            total = total * total // scale
        return total


    def _exp_digits(fraction, places):
        numerator, denominator = fraction
        # e ** x = 10 ** k * e ** (x - k * ln 10), with k such that the rest is small.
        k = round(numerator / denominator / _math.log(10))
        wide = places + 12 + len(str(abs(k))) + int(places ** 0.5)
        scale = 10 ** wide
        rest = numerator * scale // denominator - k * _ln_of_ten(wide)
        return _exp_scaled(rest, scale, wide) // 10 ** (wide - places), k - places


    _logs = {}


    def _ln_of_ten(places):
        known, value = _logs.get(10, (0, 0))
        if known < places:
            known = places + 20
            value = _ln_of_ratio(10, 1, known)
            _logs[10] = known, value
        return value // 10 ** (known - places)


    def _ln_of_ratio(numerator, denominator, places):
        """ln(numerator / denominator) * 10 ** places, by Newton's method on the exponential from a float's guess."""
        wide = places + 10
        scale = 10 ** wide
        shift = numerator.bit_length() - denominator.bit_length()
        if shift:
            # Powers of two apart, what is left lies near 1.
            two = _ln_of_two(wide)
            rest = _ln_of_ratio(numerator << max(0, -shift), denominator << max(0, shift), wide)
            return (rest + shift * two) // 10 ** 10
        return _atanh_series(numerator - denominator, numerator + denominator, scale) // 10 ** 10


    def _atanh_series(numerator, denominator, scale):
        """2 * atanh(numerator / denominator) * scale."""
        x = numerator * scale // denominator
        square = x * x // scale
        power, total, odd = x, x, 3
        while power not in (0, -1):
            power = power * square // scale
            total += power // odd
            odd += 2
        return 2 * total


    def _ln_of_two(places):
        known, value = _logs.get(2, (0, 0))
        if known < places:
            known = places + 20
            scale = 10 ** (known + 10)
            value = _atanh_series(1, 3, scale) // 10 ** 10
            _logs[2] = known, value
        return value // 10 ** (known - places)


    def _log_order(number):
        """An n such that the logarithm of a positive number to the base of ten is at least 10 ** n away from 0."""
        if number._exp > 0 or not -2 < number.adjusted() < 1:
            return len(str(abs(number.adjusted() + (number.adjusted() < 0)))) - 1
        return _length(abs(number._digits - 10 ** -number._exp)) - 2 + number._exp


    def _ln_digits(number, places):
        power = number.adjusted()
        if abs(power) > 50:
            # So far from 1 nothing is lost by adding the power of ten's logarithm.
            wide = places + len(str(abs(power)))
            near = _ln_of_ratio(*_of(Decimal, 0, number._digits, number._exp - power)._fraction(), wide)
            return (near + power * _ln_of_ten(wide)) // 10 ** (wide - places), -places
        numerator, denominator = number._fraction()
        # Near 1 the logarithm is small: more places, for as many digits.
        distance = abs(numerator - denominator)
        lost = max(0, _length(denominator) - _length(distance)) if distance else 0
        places += lost
        return _ln_of_ratio(numerator, denominator, places), -places


    def _power_digits(base, exponent, places):
        numerator, denominator = exponent._fraction()
        wide = places + 10 + max(0, exponent.adjusted()) + len(str(abs(base.adjusted())))
        log, log_exp = _ln_digits(base, wide)
        return _exp_digits((log * numerator, denominator * 10 ** -log_exp), places)


    def _exact_power(base, exponent, prec):
        """(digits, exponent) of a power that has few enough digits to be exact; None otherwise."""
        digits, exp = base._digits, base._exp
        numerator, denominator = exponent.as_integer_ratio()
        if denominator == 1 and numerator > 0:
            if _length(digits) * numerator > 4 * prec + 40 and _trimmed(digits)[0] != 1 and numerator > 4:
                trimmed, zeros = _trimmed(digits)
                if (trimmed.bit_length() - 1) * numerator > (prec + 2) * 4:
                    return None
            result = digits ** numerator
            fits = _length(_trimmed(result)[0]) <= prec or _length(result) <= prec + 1
            return (result, exp * numerator) if fits else None
        digits, zeros = _trimmed(digits)
        exp += zeros
        if numerator < 0:
            # 1 / digits is finite for powers of two, or of five, only.
            for prime, other in ((2, 5), (5, 2)):
                count, rest = 0, digits
                while rest % prime == 0:
                    count, rest = count + 1, rest // prime
                if rest == 1:
                    if count * -numerator % denominator or exp * -numerator % denominator:
                        continue
                    power = count * -numerator // denominator
                    if power * 0.3 > prec * 1.5 + 10:
                        return None
                    result = other ** power
                    if _length(result) > prec:
                        return None
                    return result, exp * numerator // denominator - power
            return None
        if denominator > 64:
            return None
        # A root of whole digits.
        for shift in range(denominator):
            if (exp - shift) % denominator == 0:
                root = _whole_root(digits * 10 ** shift, denominator)
                if root is None:
                    return None
                result = root ** numerator
                fits = _length(_trimmed(result)[0]) <= prec
                return (result, (exp - shift) // denominator * numerator) if fits else None
        return None


    def _trimmed(number):
        zeros = 0
        while number and number % 10 == 0:
            number, zeros = number // 10, zeros + 1
        return number, zeros


    def _whole_root(number, degree):
        low, high = 0, 1 << number.bit_length() // degree + 1
        while low < high:
            middle = (low + high) // 2
            if middle ** degree < number:
                low = middle + 1
            else:
                high = middle
        return low if low ** degree == number else None
    """#
}
