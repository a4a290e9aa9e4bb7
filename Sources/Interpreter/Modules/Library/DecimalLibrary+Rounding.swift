// `decimal`: rounding, comparison, signs.

extension DecimalLibrary {
  static let rounding: StaticString = #"""
    class _Rounding:
        """Precision, order and sign."""
        __slots__ = ()

        # Rounding

        def _rounded(self, context):
            """The number with at most the context's precision and within its exponents."""
            if self._kind:
                if self.is_nan() and self._digits and _length(self._digits) > context.prec - context.clamp:
                    room = 10 ** (context.prec - context.clamp)
                    return _of(Decimal, self._sign, self._digits % room, 0, self._kind)
                return self
            digits, exp = self._digits, self._exp
            tiny = context.Etiny()
            if not digits:
                top = context.Etop() if context.clamp else context.Emax
                fitting = min(max(exp, tiny), top)
                if fitting == exp:
                    return self
                context._report(Clamped)
                return _of(Decimal, self._sign, 0, fitting)
            length = _length(digits)
            if length <= context.prec and tiny <= exp and exp + length - 1 <= context.Emax and not context.clamp:
                if exp + length - 1 < context.Emin:
                    context._report(Subnormal)
                return self
            adjusted = exp + length - 1
            if adjusted > context.Emax:
                return self._overflowed(context)
            target = max(exp + length - context.prec, tiny)
            conditions = [Subnormal] if adjusted < context.Emin else []
            if target > exp:
                if exp + length < target:
                    digits, lost = _divide_rounding(1, 100, context.rounding, self._sign)
                else:
                    digits, lost = _divide_rounding(digits, 10 ** (target - exp), context.rounding, self._sign)
                exp = target
                conditions.append(Rounded)
                if lost:
                    conditions.append(Inexact)
                    if Subnormal in conditions:
                        conditions.append(Underflow)
                if _length(digits) > context.prec:
                    digits, exp = digits // 10, exp + 1
                if not digits:
                    conditions.append(Clamped)
            if exp + _length(digits) - 1 > context.Emax:
                return self._overflowed(context)
            if context.clamp and exp > context.Etop():
                conditions.append(Clamped)
                digits, exp = digits * 10 ** (exp - context.Etop()), context.Etop()
            if conditions:
                context._report(*conditions)
            return _of(Decimal, self._sign, digits, exp)

        def _overflowed(self, context):
            context._report(Overflow, Inexact, Rounded)
            mode = context.rounding
            if mode in (ROUND_DOWN, ROUND_05UP) or mode == (ROUND_CEILING if self._sign else ROUND_FLOOR):
                return _of(Decimal, self._sign, 10 ** context.prec - 1, context.Etop())
            return _of(Decimal, self._sign, 0, 0, 'inf')

        def _nan(self, context, *others):
            """What an operation with a NaN makes; None where no operand is one."""
            for signals in (True, False):
                for operand in (self, *others):
                    if operand._kind == ('snan' if signals else 'nan'):
                        if signals:
                            context._report(InvalidOperation)
                        return _of(Decimal, operand._sign, operand._digits, 0, 'nan')._rounded(context)
            return None

        def _scaled(self, exp, rounding):
            """The digits for an exponent, and whether anything was lost."""
            if exp <= self._exp:
                return self._digits * 10 ** (self._exp - exp), False
            shift = exp - self._exp
            if shift > _length(self._digits) + 1:
                return _divide_rounding(1 if self._digits else 0, 100, rounding, self._sign)
            return _divide_rounding(self._digits, 10 ** shift, rounding, self._sign)

        def quantize(self, exp, rounding=None, context=None):
            context = context or getcontext()
            exp = _required(exp)
            mode = rounding or context.rounding
            if (nan := self._nan(context, exp)) is not None:
                return nan
            if self._kind or exp._kind:
                return self if self._kind == exp._kind else context._invalid()
            if not context.Etiny() <= exp._exp <= context.Emax:
                return context._invalid()
            if self._digits and self._exp - exp._exp > context.prec + 1:
                return context._invalid()
            digits, lost = self._scaled(exp._exp, mode)
            made = _of(Decimal, self._sign, digits, exp._exp)
            if digits and (_length(digits) > context.prec or made.adjusted() > context.Emax):
                return context._invalid()
            if exp._exp > self._exp and self._digits:
                context._report(*([Rounded, Inexact] if lost else [Rounded]))
            return made

        def to_integral_value(self, rounding=None, context=None):
            return self._to_integral(rounding, context or getcontext(), False)

        to_integral = to_integral_value

        def to_integral_exact(self, rounding=None, context=None):
            return self._to_integral(rounding, context or getcontext(), True)

        def _to_integral(self, rounding, context, reports):
            if (nan := self._nan(context)) is not None:
                return nan
            if self._kind or self._exp >= 0:
                return self
            digits, lost = self._scaled(0, rounding or context.rounding)
            if reports and self._digits:
                context._report(*([Rounded, Inexact] if lost else [Rounded]))
            return _of(Decimal, self._sign, digits, 0)

        def normalize(self, context=None):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            made = self._rounded(context)
            if made._kind:
                return made
            if not made._digits:
                return _of(Decimal, made._sign, 0, 0)
            digits = _str(made._digits).rstrip('0')
            exp = made._exp + _length(made._digits) - len(digits)
            if context.clamp and exp > context.Etop():
                return made
            return _of(Decimal, made._sign, int(digits), exp)

        # Comparison

        def _order(self, other):
            """-1, 0 or 1; neither is NaN."""
            if self._kind or other._kind:
                mine = (-1 if self._sign else 1) if self._kind else 0
                theirs = (-1 if other._sign else 1) if other._kind else 0
                return (mine > theirs) - (mine < theirs)
            if not self._digits or not other._digits or self._sign != other._sign:
                mine = (-1 if self._sign else 1) if self._digits else 0
                theirs = (-1 if other._sign else 1) if other._digits else 0
                return (mine > theirs) - (mine < theirs)
            a, b = self.adjusted(), other.adjusted()
            if a == b:
                exp = min(self._exp, other._exp)
                a, b = self._digits * 10 ** (self._exp - exp), other._digits * 10 ** (other._exp - exp)
            order = (a > b) - (a < b)
            return -order if self._sign else order

        def __eq__(self, other):
            other = _comparable(other, True)
            if other is NotImplemented:
                return NotImplemented
            if self._kind == 'snan' or other._kind == 'snan':
                getcontext()._report(InvalidOperation)
            return not self.is_nan() and not other.is_nan() and self._order(other) == 0

        def _ordered(self, other, test):
            other = _comparable(other, False)
            if other is NotImplemented:
                return NotImplemented
            if self.is_nan() or other.is_nan():
                getcontext()._report(InvalidOperation)
                return False
            return test(self._order(other))

        def __lt__(self, other):
            return self._ordered(other, lambda order: order < 0)

        def __le__(self, other):
            return self._ordered(other, lambda order: order <= 0)

        def __gt__(self, other):
            return self._ordered(other, lambda order: order > 0)

        def __ge__(self, other):
            return self._ordered(other, lambda order: order >= 0)

        def compare(self, other, context=None):
            other = _required(other)
            if (nan := self._nan(context or getcontext(), other)) is not None:
                return nan
            return Decimal(self._order(other))

        def compare_signal(self, other, context=None):
            other = _required(other)
            if self.is_nan() or other.is_nan():
                return (context or getcontext())._invalid()
            return Decimal(self._order(other))

        def compare_total(self, other, context=None):
            a, b = self._total_key(), _required(other)._total_key()
            return Decimal((a > b) - (a < b))

        def compare_total_mag(self, other, context=None):
            return self.copy_abs().compare_total(_required(other).copy_abs())

        def _total_key(self):
            rank = {'': 0, 'inf': 1, 'snan': 2, 'nan': 3}[self._kind]
            adjusted = self.adjusted() if self._digits else -MAX_EMAX
            key = [rank, self._digits] if self.is_nan() else [
                rank, self._digits != 0, adjusted, self._digits * 10 ** max(0, 400 - _length(self._digits)), self._exp]
            return [-1 if self._sign else 1, *[-part if self._sign else part for part in key]]

        def _extreme(self, other, context, sign, magnitude=False):
            context = context or getcontext()
            other = _required(other)
            if self.is_nan() or other.is_nan():
                if self._kind == 'nan' and not other.is_nan():
                    return other._rounded(context)
                if other._kind == 'nan' and not self.is_nan():
                    return self._rounded(context)
                return self._nan(context, other)
            a, b = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
            order = a._order(b) or int(self.compare_total(other))
            return (self if order * sign > 0 else other)._rounded(context)

        def max(self, other, context=None):
            return self._extreme(other, context, 1)

        def min(self, other, context=None):
            return self._extreme(other, context, -1)

        def max_mag(self, other, context=None):
            return self._extreme(other, context, 1, True)

        def min_mag(self, other, context=None):
            return self._extreme(other, context, -1, True)

        def same_quantum(self, other, context=None):
            other = _required(other)
            if self._kind or other._kind:
                return self.is_nan() and other.is_nan() or self._kind == other._kind
            return self._exp == other._exp

        # Signs

        def copy_abs(self):
            return _of(Decimal, 0, self._digits, self._exp, self._kind)

        def copy_negate(self):
            return _of(Decimal, 1 - self._sign, self._digits, self._exp, self._kind)

        def copy_sign(self, other, context=None):
            return _of(Decimal, _required(other)._sign, self._digits, self._exp, self._kind)

        def __abs__(self):
            return self.__neg__() if self._sign else self.__pos__()

        def __neg__(self, context=None):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            if self.is_zero() and context.rounding != ROUND_FLOOR:
                return self.copy_abs()._rounded(context)
            return self.copy_negate()._rounded(context)

        def __pos__(self, context=None):
            context = context or getcontext()
            if (nan := self._nan(context)) is not None:
                return nan
            if self.is_zero() and context.rounding != ROUND_FLOOR:
                return self.copy_abs()._rounded(context)
            return self._rounded(context)
    """#
}
