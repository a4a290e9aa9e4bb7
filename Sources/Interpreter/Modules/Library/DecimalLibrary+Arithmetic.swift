// `decimal`: arithmetic.

extension DecimalLibrary {
  static let arithmetic: StaticString = #"""
    def _operator(method):
        """An operator and the one that stands in for it where the first operand is no Decimal."""
        def operate(self, other):
            other = _operand(other)
            return other if other is NotImplemented else getattr(self, method)(other, getcontext())

        def reflected(self, other):
            other = _operand(other)
            return other if other is NotImplemented else getattr(other, method)(self, getcontext())
        return operate, reflected


    class _Arithmetic:
        """The four operations and their remainders."""
        __slots__ = ()

        # Arithmetic

        __add__, __radd__ = _operator('_add')

        __sub__, __rsub__ = _operator('_subtract')

        def _subtract(self, other, context):
            if self.is_nan() or other.is_nan():
                return self._nan(context, other)
            return self._add(other.copy_negate(), context)

        def _add(self, other, context):
            if (nan := self._nan(context, other)) is not None:
                return nan
            if self._kind or other._kind:
                if self._kind and other._kind and self._sign != other._sign:
                    return context._invalid()
                return self if self._kind else other
            exp = min(self._exp, other._exp)
            if not self._digits or not other._digits:
                if not self._digits and not other._digits:
                    sign = self._sign & other._sign
                    if self._sign != other._sign and context.rounding == ROUND_FLOOR:
                        sign = 1
                    return _of(Decimal, sign, 0, exp)._rounded(context)
                # The exponent goes down to that of the zero as far as the precision allows.
                some = self if self._digits else other
                exp = max(exp, some._exp + _length(some._digits) - context.prec - 1)
                exp = min(exp, some._exp)
                return _of(Decimal, some._sign, some._digits * 10 ** (some._exp - exp), exp)._rounded(context)
            a, b = (self, other) if self._exp >= other._exp else (other, self)
            # A summand far below the last digit that counts is as good as a trace of it.
            limit = a._exp + min(-1, _length(a._digits) - context.prec - 2)
            b_digits, b_exp = b._digits, b._exp
            if _length(b_digits) + b_exp - 1 < limit:
                b_digits, b_exp = 1, limit
            total = (-1 if a._sign else 1) * a._digits * 10 ** (a._exp - b_exp) + (-b_digits if b._sign else b_digits)
            if not total:
                return _of(Decimal, 1 if context.rounding == ROUND_FLOOR else 0, 0, exp)._rounded(context)
            return _of(Decimal, int(total < 0), abs(total), b_exp)._rounded(context)

        __mul__, __rmul__ = _operator('_multiply')

        def _multiply(self, other, context):
            if (nan := self._nan(context, other)) is not None:
                return nan
            sign = self._sign ^ other._sign
            if self._kind or other._kind:
                if self.is_zero() or other.is_zero():
                    return context._invalid()
                return _of(Decimal, sign, 0, 0, 'inf')
            return _of(Decimal, sign, self._digits * other._digits, self._exp + other._exp)._rounded(context)

        __truediv__, __rtruediv__ = _operator('_divide')

        def _special_quotient(self, other, context):
            """The quotient where one of the two is not finite or the divisor is zero, else None; 0 by an infinity."""
            if (nan := self._nan(context, other)) is not None:
                return nan
            sign = self._sign ^ other._sign
            if self._kind:
                return context._invalid() if other._kind else _of(Decimal, sign, 0, 0, 'inf')
            if other._kind:
                return _of(Decimal, sign, 0, 0)
            if other._digits:
                return None
            if not self._digits:
                return context._invalid(DivisionUndefined)
            context._report(DivisionByZero)
            return _of(Decimal, sign, 0, 0, 'inf')

        def _divide(self, other, context):
            if (special := self._special_quotient(other, context)) is not None:
                if other._kind == 'inf' and not special._kind:
                    context._report(Clamped)
                    return _of(Decimal, special._sign, 0, context.Etiny())
                return special
            sign = self._sign ^ other._sign
            ideal = self._exp - other._exp
            if not self._digits:
                return _of(Decimal, sign, 0, ideal)._rounded(context)
            shift = max(0, context.prec + 1 + _length(other._digits) - _length(self._digits))
            quotient, rest = divmod(self._digits * 10 ** shift, other._digits)
            exp = ideal - shift
            if rest:
                # A last digit of 0 or 5 would hide that something is left.
                if quotient % 5 == 0:
                    quotient += 1
            else:
                while exp < ideal and quotient % 10 == 0:
                    quotient, exp = quotient // 10, exp + 1
            return _of(Decimal, sign, quotient, exp)._rounded(context)

        def _whole_division(self, other, context):
            """(quotient, remainder) of finite numbers, the quotient cut towards zero, neither rounded; None where the
            quotient has too many digits."""
            distance = self.adjusted() - other.adjusted()
            if distance > context.prec + 1 and self._digits:
                return None
            if distance < 0 and self._exp <= other._exp:
                return _of(Decimal, self._sign ^ other._sign, 0, 0), self
            exp = min(self._exp, other._exp)
            quotient, rest = divmod(self._digits * 10 ** (self._exp - exp), other._digits * 10 ** (other._exp - exp))
            if quotient >= 10 ** context.prec:
                return None
            return _of(Decimal, self._sign ^ other._sign, quotient, 0), _of(Decimal, self._sign, rest, exp)

        __floordiv__, __rfloordiv__ = _operator('_floor_divide')

        def _floor_divide(self, other, context):
            if (special := self._special_quotient(other, context)) is not None:
                return special
            parts = self._whole_division(other, context)
            return context._invalid(DivisionImpossible) if parts is None else parts[0]._rounded(context)

        __mod__, __rmod__ = _operator('_remainder')

        def _remainder(self, other, context):
            if (nan := self._nan(context, other)) is not None:
                return nan
            if self._kind:
                return context._invalid()
            if other._kind:
                return self._rounded(context)
            if not other._digits:
                return context._invalid(InvalidOperation if self._digits else DivisionUndefined)
            parts = self._whole_division(other, context)
            return context._invalid(DivisionImpossible) if parts is None else parts[1]._rounded(context)

        def __divmod__(self, other):
            other = _operand(other)
            if other is NotImplemented:
                return other
            context = getcontext()
            if (nan := self._nan(context, other)) is not None:
                return nan, nan
            if self._kind:
                if other._kind:
                    return context._invalid(), _NaN
                return _of(Decimal, self._sign ^ other._sign, 0, 0, 'inf'), context._invalid()
            if not other._kind and not other._digits:
                if not self._digits:
                    return context._invalid(DivisionUndefined), _NaN
                context._report(DivisionByZero, InvalidOperation)
                return _of(Decimal, self._sign ^ other._sign, 0, 0, 'inf'), _NaN
            return self._floor_divide(other, context), self._remainder(other, context)

        def __rdivmod__(self, other):
            other = _operand(other)
            return other if other is NotImplemented else divmod(other, self)

        def remainder_near(self, other, context=None):
            context = context or getcontext()
            other = _required(other)
            if (nan := self._nan(context, other)) is not None:
                return nan
            if self._kind or not other._kind and not other._digits:
                return context._invalid(InvalidOperation if self._kind or self._digits else DivisionUndefined)
            if other._kind:
                return self._rounded(context)
            distance = self.adjusted() - other.adjusted()
            if distance > context.prec + 1 and self._digits:
                return context._invalid(DivisionImpossible)
            if distance < -1 and self._exp <= other._exp:
                return self._rounded(context)
            exp = min(self._exp, other._exp)
            a, b = self._digits * 10 ** (self._exp - exp), other._digits * 10 ** (other._exp - exp)
            quotient, rest = divmod(a, b)
            if 2 * rest + (quotient & 1) > b:
                quotient, rest = quotient + 1, rest - b
            if quotient >= 10 ** context.prec:
                return context._invalid(DivisionImpossible)
            return _of(Decimal, self._sign ^ (rest < 0), abs(rest), exp)._rounded(context)

        def fma(self, other, third, context=None):
            context = context or getcontext()
            other, third = _required(other), _required(third)
            if self.is_nan() or other.is_nan():
                return self._nan(context, other, third)
            wide = context.copy()
            wide.prec, wide.Emin, wide.Emax = MAX_PREC // 4, MIN_EMIN, MAX_EMAX
            wide.clear_traps()
            product = self._multiply(other, wide)
            return context._invalid() if product.is_nan() else product._add(third, context)
    """#
}
