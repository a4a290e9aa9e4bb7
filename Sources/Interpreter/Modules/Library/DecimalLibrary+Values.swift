// `decimal`: numbers as text and as other kinds of numbers; format specifications.

extension DecimalLibrary {
  static let values: StaticString = #"""
    class _Aspects:
        """What a number is, as text and as other kinds of numbers."""
        __slots__ = ()

        # What it is

        def is_nan(self):
            return self._kind in ('nan', 'snan')

        def is_qnan(self):
            return self._kind == 'nan'

        def is_snan(self):
            return self._kind == 'snan'

        def is_infinite(self):
            return self._kind == 'inf'

        def is_finite(self):
            return not self._kind

        def is_signed(self):
            return self._sign == 1

        def is_zero(self):
            return not self._kind and self._digits == 0

        def is_canonical(self):
            return True

        def is_normal(self, context=None):
            return self.is_finite() and self._digits != 0 and self.adjusted() >= (context or getcontext()).Emin

        def is_subnormal(self, context=None):
            return self.is_finite() and self._digits != 0 and self.adjusted() < (context or getcontext()).Emin

        def __bool__(self):
            return bool(self._kind) or self._digits != 0

        def adjusted(self):
            """The exponent of the leading digit."""
            return 0 if self._kind else self._exp + _length(self._digits) - 1

        def as_tuple(self):
            if self._kind == 'inf':
                return DecimalTuple(self._sign, (0,), 'F')
            digits = tuple(map(int, str(self._digits)))
            if self._kind:
                return DecimalTuple(self._sign, digits if self._digits else (), 'n' if self._kind == 'nan' else 'N')
            return DecimalTuple(self._sign, digits, self._exp)

        def as_integer_ratio(self):
            if self._kind:
                raise (OverflowError if self._kind == 'inf' else ValueError)(
                    f'cannot convert {"Infinity" if self._kind == "inf" else "NaN"} to integer ratio')
            numerator, denominator = self._fraction()
            divisor = _math.gcd(numerator, denominator)
            return numerator // divisor, denominator // divisor

        def _fraction(self):
            """The value as a numerator and a denominator, not reduced."""
            signed = -self._digits if self._sign else self._digits
            return (signed * 10 ** self._exp, 1) if self._exp >= 0 else (signed, 10 ** -self._exp)

        def number_class(self, context=None):
            if self._kind:
                return {'nan': 'NaN', 'snan': 'sNaN'}.get(self._kind) or ('-' if self._sign else '+') + 'Infinity'
            word = 'Zero' if not self._digits else 'Subnormal' if self.is_subnormal(context) else 'Normal'
            return ('-' if self._sign else '+') + word

        def radix(self):
            return Decimal(10)

        def canonical(self):
            return self

        def conjugate(self):
            return self

        @property
        def real(self):
            return self

        @property
        def imag(self):
            return Decimal(0)

        # Text

        def __repr__(self):
            return f"Decimal('{self}')"

        def __str__(self, eng=False, context=None):
            sign = '-' if self._sign else ''
            if self._kind == 'inf':
                return sign + 'Infinity'
            if self._kind:
                return sign + ('NaN' if self._kind == 'nan' else 'sNaN') + (str(self._digits) if self._digits else '')
            digits = _str(self._digits)
            lead = self._exp + len(digits)
            if self._exp <= 0 and lead > -6:
                point = lead
            elif not eng:
                point = 1
            elif self._digits == 0:
                point = (lead + 1) % 3 - 1
            else:
                point = (lead - 1) % 3 + 1
            if point <= 0:
                text = '0.' + '0' * -point + digits
            elif point >= len(digits):
                text = digits + '0' * (point - len(digits))
            else:
                text = digits[:point] + '.' + digits[point:]
            if lead == point:
                return sign + text
            letter = 'E' if (context or getcontext()).capitals else 'e'
            return f'{sign}{text}{letter}{lead - point:+}'

        def to_eng_string(self, context=None):
            return self.__str__(True, context)

        def __format__(self, specifier, /):
            return _formatted(self, specifier)

        # Other kinds of numbers

        def __int__(self):
            if self._kind:
                raise (OverflowError if self._kind == 'inf' else ValueError)(
                    f'cannot convert {"Infinity" if self._kind == "inf" else "NaN"} to integer')
            magnitude = self._digits * 10 ** self._exp if self._exp >= 0 else self._digits // 10 ** -self._exp
            return -magnitude if self._sign else magnitude

        __trunc__ = __int__

        def __float__(self):
            if self._kind == 'snan':
                raise ValueError('cannot convert signaling NaN to float')
            return float(str(self)) if not self.is_nan() else float('-nan' if self._sign else 'nan')

        def __complex__(self):
            return complex(float(self))

        def __floor__(self):
            return int(self.to_integral_value(ROUND_FLOOR)) if not self._kind else int(self)

        def __ceil__(self):
            return int(self.to_integral_value(ROUND_CEILING)) if not self._kind else int(self)

        def __round__(self, ndigits=None, /):
            if ndigits is None:
                return int(self.to_integral_value(ROUND_HALF_EVEN)) if not self._kind else int(self)
            if not isinstance(ndigits, int):
                raise TypeError('optional arg must be an integer')
            return self.quantize(_of(Decimal, 0, 1, -ndigits))

        def __hash__(self):
            if self._kind == 'snan':
                raise TypeError('Cannot hash a signaling NaN value')
            if self._kind == 'nan':
                return object.__hash__(self)
            if self._kind:
                return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
            modulus = _sys.hash_info.modulus
            ten = 10 if self._exp >= 0 else pow(10, modulus - 2, modulus)
            scale = pow(ten, abs(self._exp), modulus)
            result = self._digits * scale % modulus
            result = -result if self._sign else result
            return -2 if result == -1 else result


    def _formatted(number, text):
        fill, align, rest = ' ', '', text
        if len(rest) > 1 and rest[1] in '<>=^':
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] and rest[0] in '<>=^':
            align, rest = rest[0], rest[1:]
        sign, rest = (rest[0], rest[1:]) if rest[:1] and rest[0] in '+- ' else ('-', rest)
        drops_zero_sign = rest.startswith('z')
        rest = rest.removeprefix('z').removeprefix('#')
        zero = rest.startswith('0') and not align
        if zero:
            fill, align, rest = '0', '=', rest[1:]
        width, rest = _leading_number(rest)
        group, rest = (',', rest[1:]) if rest.startswith(',') else ('', rest)
        places = None
        if rest.startswith('.'):
            places, rest = _leading_number(rest[1:])
            if places is None:
                raise ValueError('invalid format string')
        if rest not in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'):
            raise ValueError('invalid format string')
        mark, whole, fraction, tail = _layout(number, places, rest)
        if drops_zero_sign and mark and not (whole + fraction).strip('0'):
            mark = ''
        mark = mark or (sign if sign in '+ ' else '')
        if group:
            least = (width or 0) - len(mark) - len(fraction) - len(tail) - bool(fraction) if zero else 0
            whole = _grouped(whole, group, least)
        body = whole + ('.' + fraction if fraction else '') + tail
        missing = max(0, (width or 0) - len(mark) - len(body))
        if number._kind and zero:
            fill, align = ' ', '>'
        if align == '=':
            return mark + fill * missing + body
        before = {'<': 0, '^': missing // 2}.get(align, missing)
        return fill * before + mark + body + fill * (missing - before)


    def _leading_number(text):
        count = 0
        while count < len(text) and text[count].isdigit():
            count += 1
        return (int(text[:count]) if count else None), text[count:]


    def _grouped(digits, separator, least):
        if not digits.isdigit():
            return digits
        while True:
            head = len(digits) % 3 or 3
            groups = [digits[:head]] + [digits[i:i + 3] for i in range(head, len(digits), 3)]
            text = separator.join(groups)
            if len(text) >= least:
                return text
            digits = '0' + digits


    def _layout(number, places, kind):
        """Sign, whole part, fraction and what stands behind them."""
        mark = '-' if number._sign else ''
        if number._kind:
            return mark, str(number.copy_abs()), '', '%' if kind == '%' else ''
        digits, exp = number._digits, number._exp
        mode = getcontext().rounding
        if kind == '%':
            exp += 2
        if kind in ('f', 'F', '%'):
            if places is not None:
                digits, _ = _of(Decimal, number._sign, digits, exp)._scaled(-places, mode)
                exp = -places
            elif exp > 0:
                digits, exp = digits * 10 ** exp, 0
            point = None
        elif kind in ('e', 'E'):
            if places is not None:
                surplus = _length(digits) - places - 1
                if surplus > 0:
                    digits, _ = _divide_rounding(digits, 10 ** surplus, mode, number._sign)
                    exp += surplus
                    if _length(digits) > places + 1:
                        digits, exp = digits // 10, exp + 1
                elif digits:
                    digits, exp = digits * 10 ** -surplus, exp + surplus
                else:
                    text = '0' * (places + 1)
                    return mark, '0', text[1:], f'{kind}{exp + places:+}'
            point = 1
        else:
            if places is not None:
                surplus = _length(digits) - (places or 1)
                if surplus > 0:
                    digits, _ = _divide_rounding(digits, 10 ** surplus, mode, number._sign)
                    exp += surplus
                    if _length(digits) > (places or 1):
                        digits, exp = digits // 10, exp + 1
            lead = exp + _length(digits)
            point = None if exp <= 0 and lead > -6 else 1
            kind = {'g': 'e', 'n': 'e'}.get(kind, 'E')
        text = _str(digits)
        tail = '%' if kind == '%' else ''
        lead = exp + len(text)
        if point is None:
            if exp >= 0:
                return mark, text + '0' * exp, '', tail
            text = text.zfill(1 - exp)
            return mark, text[:exp], text[exp:], tail
        return mark, text[:1], text[1:], f'{kind}{lead - 1:+}' if lead != 1 or kind in 'eE' else tail
    """#
}
