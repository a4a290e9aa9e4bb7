// `decimal`: the class itself and what it is made of.

extension DecimalLibrary {
  static let numbers: StaticString = #"""
    def _parse(text):
        """(sign, digits, exponent, kind) of a numeral; None if it is none."""
        text = text.strip().replace('_', '').lower()
        sign = 1 if text[:1] == '-' else 0
        if text[:1] in ('+', '-'):
            text = text[1:]
        if text in ('inf', 'infinity'):
            return sign, 0, 0, 'inf'
        for kind in ('snan', 'nan'):
            if text.startswith(kind) and (text == kind or text[len(kind):].isdecimal()):
                return sign, int(text[len(kind):] or 0), 0, kind
        mantissa, mark, power = text.partition('e')
        whole, point, fraction = mantissa.partition('.')
        digits = whole + fraction
        if not digits.isdecimal() or mark and not power.removeprefix('-' if power[:1] == '-' else '+').isdecimal():
            return None
        return sign, int(digits), (int(power) if mark else 0) - len(fraction), ''


    @_native
    class Decimal(_Aspects, _Rounding, _Arithmetic, _Functions):
        """A decimal floating-point number: sign, digits and an exponent; or an infinity, or no number at all."""

        __slots__ = ('_sign', '_digits', '_exp', '_kind')

        def __new__(cls, value='0', context=None):
            if isinstance(value, str):
                parts = _parse(value)
                if parts is None:
                    return _of(cls, *_parts((context or getcontext())._invalid(ConversionSyntax)))
                return _of(cls, *parts)
            if isinstance(value, Decimal):
                return value if type(value) is cls is Decimal else _of(cls, *_parts(value))
            if isinstance(value, int):
                return _of(cls, int(value < 0), abs(int(value)), 0)
            if isinstance(value, float):
                (context or getcontext())._report(FloatOperation)
                return cls.from_float(value)
            if isinstance(value, (tuple, list)):
                return _of(cls, *_parts_of_tuple(value))
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')

        @classmethod
        def from_float(cls, f):
            if isinstance(f, int):
                return cls(int(f))
            if not isinstance(f, float):
                raise TypeError('argument must be int or float')
            if _math.isnan(f):
                return _of(cls, int(_math.copysign(1, f) < 0), 0, 0, 'nan')
            if _math.isinf(f):
                return _of(cls, int(f < 0), 0, 0, 'inf')
            numerator, denominator = abs(f).as_integer_ratio()
            places = denominator.bit_length() - 1
            return _of(cls, int(_math.copysign(1, f) < 0), numerator * 5 ** places, -places)

        @classmethod
        def from_number(cls, number):
            if isinstance(number, (int, float, Decimal)):
                return cls(number)
            raise TypeError('Cannot convert %r to Decimal' % number)

        def __reduce__(self):
            return type(self), (str(self),)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self


    _numbers.Number.register(Decimal)


    def _of(cls, sign, digits, exp, kind=''):
        made = object.__new__(cls)
        made._sign, made._digits, made._exp, made._kind = sign, digits, exp, kind
        return made


    def _parts(number):
        return number._sign, number._digits, number._exp, number._kind


    def _signed(digits, exp):
        return _of(Decimal, int(digits < 0), abs(digits), exp)


    def _str(number):
        """The digits of an int of any length."""
        if number.bit_length() < 10000:
            return str(number)
        # Halves, so that no limit on conversions is met.
        half = _length(number) // 2
        high, low = divmod(number, 10 ** half)
        return _str(high) + _str(low).zfill(half)


    def _parts_of_tuple(value):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exp = value
        if sign not in (0, 1):
            raise ValueError('sign must be an integer with the value 0 or 1')
        if exp == 'F':
            return sign, 0, 0, 'inf'
        if not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
            raise ValueError('coefficient must be a tuple of digits')
        number = int(''.join(map(str, digits)) or '0')
        if exp in ('n', 'N'):
            return sign, number, 0, 'nan' if exp == 'n' else 'snan'
        if not isinstance(exp, int):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return sign, number, exp, ''


    def _operand(value):
        """What arithmetic takes beside Decimals: ints."""
        if isinstance(value, Decimal):
            return value
        return Decimal(int(value)) if isinstance(value, int) else NotImplemented


    def _required(value):
        made = _operand(value)
        if made is NotImplemented:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        return made


    def _comparable(value, is_equality):
        """What comparisons take beside Decimals: ints, floats and fractions."""
        if isinstance(value, float):
            context = getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation] and not is_equality:
                raise FloatOperation([FloatOperation])
            return Decimal.from_float(value)
        if isinstance(value, complex) and is_equality and not value.imag:
            return Decimal.from_float(value.real)
        if isinstance(value, _numbers.Rational) and not isinstance(value, int):
            return _Ratio(value)
        return _operand(value)


    class _Ratio(Decimal):
        """A fraction, for comparisons."""
        __slots__ = ('_ratio',)

        def __new__(cls, ratio):
            made = _of(cls, int(ratio < 0), 1, 0)
            made._ratio = ratio
            return made


    def _order_with_ratio(self, other):
        if isinstance(other, _Ratio) and not self._kind:
            numerator, denominator = self._fraction()
            a, b = numerator * other._ratio.denominator, other._ratio.numerator * denominator
            return (a > b) - (a < b)
        return _plain_order(self, other)


    _plain_order = Decimal._order
    Decimal._order = _order_with_ratio


    _NaN = _of(Decimal, 0, 0, 0, 'nan')

    DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [],
                             [DivisionByZero, Overflow, InvalidOperation])
    BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
    ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])
    _current = [DefaultContext.copy()]

    for _name in ('compare', 'compare_signal', 'exp', 'fma', 'is_normal', 'is_subnormal', 'ln', 'log10', 'logb',
                  'logical_and', 'logical_invert', 'logical_or', 'logical_xor', 'max', 'max_mag', 'min', 'min_mag',
                  'next_minus', 'next_plus', 'next_toward', 'normalize', 'number_class', 'quantize', 'remainder_near',
                  'rotate', 'scaleb', 'shift', 'sqrt', 'to_eng_string', 'to_integral_exact', 'to_integral_value'):
        _forward(_name)
    for _name in ('canonical', 'compare_total', 'compare_total_mag', 'copy_abs', 'copy_negate', 'copy_sign',
                  'is_canonical', 'is_finite', 'is_infinite', 'is_nan', 'is_qnan', 'is_signed', 'is_snan', 'is_zero',
                  'radix', 'same_quantum'):
        if _name != 'radix':
            _forward_plain(_name)
    _forward_plain('__str__', 'to_sci_string')
    Context.radix = lambda self: Decimal(10)
    Context.to_integral = Context.to_integral_value
    Context.copy_decimal = lambda self, a: _required(a)
    for _name, _operation in (
            ('abs', abs), ('add', lambda a, b: a + b), ('divide', lambda a, b: a / b),
            ('divide_int', lambda a, b: a // b), ('divmod', divmod), ('minus', lambda a: -a), ('multiply', lambda a, b: a * b), ('plus', lambda a: +a),
            ('remainder', lambda a, b: a % b), ('subtract', lambda a, b: a - b), ('power', pow)):
        _forward_operator(_name, _operation)
    del _name, _operation
    """#
}
