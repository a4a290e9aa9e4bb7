// The module `fractions`.

enum FractionsLibrary {
  static let source: StaticString = #"""
    import math as _math
    import numbers as _numbers
    import operator as _operator
    import re as _re
    import sys as _sys

    __all__ = ['Fraction']

    _TEXT = _re.compile(r'''\s*(?P<sign>[-+]?)
        (?=\d|\.\d)
        (?P<whole>\d*|\d+(?:_\d+)*)
        (?:/(?P<below>\d+(?:_\d+)*)
         |(?:\.(?P<part>\d*|\d+(?:_\d+)*))?(?:[eE](?P<power>[-+]?\d+(?:_\d+)*))?)
        \s*\Z''', _re.X)
    _SPEC = _re.compile(r'''(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<z>z?)(?P<alt>[#]?)
        (?P<zero>0(?=\d))?(?P<width>\d+)?(?P<comma>[,_]?)
        (?:\.(?P<precision>\d+))?(?P<kind>[eEfFgG%]?)\Z''', _re.X | _re.S)


    class Fraction(_numbers.Rational):
        __slots__ = ('_numerator', '_denominator')

        def __new__(cls, numerator=0, denominator=None):
            if denominator is None:
                above, below = _ratio(numerator)
            elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
                above = numerator.numerator * denominator.denominator
                below = denominator.numerator * numerator.denominator
            else:
                raise TypeError('both arguments should be Rational instances')
            if below == 0:
                raise ZeroDivisionError(f'Fraction({above}, 0)')
            return _reduced(above, below, cls)

        @classmethod
        def from_float(cls, f):
            if isinstance(f, _numbers.Integral):
                return cls(f)
            if not isinstance(f, float):
                raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
            return cls(*f.as_integer_ratio())

        @classmethod
        def from_decimal(cls, dec):
            return cls(*dec.as_integer_ratio())

        numerator = property(lambda self: self._numerator)
        denominator = property(lambda self: self._denominator)

        def is_integer(self):
            return self._denominator == 1

        def as_integer_ratio(self):
            return self._numerator, self._denominator

        def limit_denominator(self, max_denominator=1000000):
            if max_denominator < 1:
                raise ValueError('max_denominator should be at least 1')
            if self._denominator <= max_denominator:
                return Fraction(self)
            # The continued fraction, as far as its denominators fit.
            older, newer = (0, 1), (1, 0)
            above, below = self._numerator, self._denominator
            while True:
                whole = above // below
                if older[1] + whole * newer[1] > max_denominator:
                    break
                older, newer = newer, (older[0] + whole * newer[0], older[1] + whole * newer[1])
                above, below = below, above - whole * below
            steps = (max_denominator - older[1]) // newer[1]
            semi = Fraction(older[0] + steps * newer[0], older[1] + steps * newer[1])
            best = Fraction(*newer)
            return best if abs(best - self) <= abs(semi - self) else semi

        def __repr__(self):
            return f'{type(self).__name__}({self._numerator}, {self._denominator})'

        def __str__(self):
            return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

        def __format__(self, spec):
            match = _SPEC.match(spec)
            if match is None or match['align'] and match['zero']:
                raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')
            if match['kind']:
                return self._format_float(match)
            if match['z'] or match['precision'] or match['zero']:
                raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')
            digits = f"{abs(self._numerator):{match['comma']}}"
            if self._denominator != 1 or match['alt']:
                digits += f"/{self._denominator:{match['comma']}}"
            sign = '-' if self._numerator < 0 else match['sign'].replace('-', '')
            return _padded(sign, digits, match, '>')

        def _format_float(self, match):
            kind, precision = match['kind'], int(match['precision'] or (6 if match['precision'] is None else 0))
            value = abs(self) * 100 if kind == '%' else abs(self)
            if kind in 'fF%':
                digits = str(round(value * 10 ** precision)).rjust(precision + 1, '0')
                text = digits[:len(digits) - precision] + ('.' + digits[len(digits) - precision:] if precision else '')
                if match['alt'] and not precision:
                    text += '.'
            else:
                text = self._significant(value, kind, precision, match['alt'])
            is_zero = not text.strip('0.%')
            if match['comma']:
                whole, point, rest = text.partition('.')
                text = f"{int(whole):{match['comma']}}{point}{rest}"
            text += '%' if kind == '%' else ''
            is_negative = self._numerator < 0 and not (match['z'] and is_zero)
            sign = '-' if is_negative else match['sign'].replace('-', '')
            if match['zero'] and not match['align']:
                return sign + text.rjust(int(match['width'] or 0) - len(sign), '0')
            return _padded(sign, text, match, '>')

        @staticmethod
        def _significant(value, kind, precision, alternative):
            count = max(precision, 1) if kind in 'gG' else precision + 1
            power = 0
            if value:
                power = len(str(value._numerator)) - len(str(value._denominator))
                if Fraction(10) ** power > value:
                    power -= 1
            digits = round(value / Fraction(10) ** (power - count + 1))
            if digits >= 10 ** count:
                digits, power = digits // 10, power + 1
            digits = str(digits).rjust(count, '0')
            if kind in 'gG' and -4 <= power < count:
                if power < 0:
                    whole, part = '0', '0' * (-power - 1) + digits
                else:
                    whole, part = digits[:power + 1], digits[power + 1:]
                suffix = ''
            else:
                whole, part = digits[0], digits[1:]
                suffix = f"{'E' if kind in 'EG' else 'e'}{power:+03d}"
            if kind in 'gG' and not alternative:
                part = part.rstrip('0')
            return whole + ('.' + part if part or alternative else '') + suffix

        # Arithmetic

        def __neg__(self):
            return _reduced(-self._numerator, self._denominator)

        def __pos__(self):
            return _reduced(self._numerator, self._denominator)

        def __abs__(self):
            return _reduced(abs(self._numerator), self._denominator)

        def __pow__(a, b, modulo=None):
            if modulo is not None:
                return NotImplemented
            if isinstance(b, _numbers.Rational):
                if b.denominator != 1:
                    return float(a) ** float(b)
                power = b.numerator
                if power >= 0:
                    return _reduced(a._numerator ** power, a._denominator ** power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
                return Fraction(a._denominator ** -power, a._numerator ** -power)
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented

        def __rpow__(b, a, modulo=None):
            if modulo is not None:
                return NotImplemented
            if b._denominator == 1 and b._numerator >= 0:
                return a ** b._numerator
            if isinstance(a, _numbers.Rational):
                return Fraction(a.numerator, a.denominator) ** b
            return a ** b._numerator if b._denominator == 1 else a ** float(b)

        def __trunc__(a):
            whole = abs(a._numerator) // a._denominator
            return -whole if a._numerator < 0 else whole

        __int__ = __trunc__

        def __floor__(a):
            return a._numerator // a._denominator

        def __ceil__(a):
            return -(-a._numerator // a._denominator)

        def __round__(self, ndigits=None):
            if ndigits is None:
                whole, rest = divmod(self._numerator, self._denominator)
                double = rest * 2
                if double > self._denominator or double == self._denominator and whole % 2:
                    whole += 1
                return whole
            scale = 10 ** abs(ndigits)
            return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)

        def __hash__(self):
            try:
                inverse = pow(self._denominator, -1, _sys.hash_info.modulus)
            except ValueError:
                value = _sys.hash_info.inf
            else:
                value = hash(hash(abs(self._numerator)) * inverse)
            value = value if self._numerator >= 0 else -value
            return -2 if value == -1 else value

        def __eq__(a, b):
            if isinstance(b, _numbers.Rational):
                return a._numerator == b.numerator and a._denominator == b.denominator
            if isinstance(b, complex) and b.imag == 0:
                b = b.real
            if isinstance(b, float):
                return 0.0 == b if _math.isnan(b) or _math.isinf(b) else a == a.from_float(b)
            return NotImplemented

        def _ordered(self, other, holds):
            if isinstance(other, _numbers.Rational):
                return holds(self._numerator * other.denominator, self._denominator * other.numerator)
            if isinstance(other, float):
                return holds(0.0, other) if _math.isnan(other) or _math.isinf(other) else holds(self, Fraction(other))
            return NotImplemented

        def __lt__(a, b):
            return a._ordered(b, _operator.lt)

        def __gt__(a, b):
            return a._ordered(b, _operator.gt)

        def __le__(a, b):
            return a._ordered(b, _operator.le)

        def __ge__(a, b):
            return a._ordered(b, _operator.ge)

        def __bool__(a):
            return bool(a._numerator)

        def __reduce__(self):
            return type(self), (self._numerator, self._denominator)

        def __copy__(self):
            return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

        def __deepcopy__(self, memo):
            return self.__copy__()


    def _reduced(above, below, cls=Fraction):
        divisor = _math.gcd(above, below)
        if below < 0:
            divisor = -divisor
        made = object.__new__(cls)
        made._numerator, made._denominator = above // divisor, below // divisor
        return made


    def _padded(sign, digits, match, standard):
        fill, align, width = match['fill'] or ' ', match['align'] or standard, int(match['width'] or 0)
        room = width - len(sign) - len(digits)
        if align == '=':
            return sign + fill * room + digits
        left = {'<': 0, '>': room, '^': room // 2}[align]
        return fill * left + sign + digits + fill * (room - left)


    def _ratio(value):
        if type(value) is int:
            return value, 1
        if isinstance(value, _numbers.Rational):
            return value.numerator, value.denominator
        if isinstance(value, str):
            return _parsed(value)
        if hasattr(value, 'as_integer_ratio'):
            return value.as_integer_ratio()
        raise TypeError('argument should be a string or a Rational instance')


    def _parsed(text):
        match = _TEXT.match(text)
        if match is None:
            raise ValueError(f'Invalid literal for Fraction: {text!r}')
        above, below = int(match['whole'] or '0'), int(match['below'] or '1')
        part = (match['part'] or '').replace('_', '')
        if part:
            above, below = above * 10 ** len(part) + int(part), below * 10 ** len(part)
        power = int(match['power'] or 0)
        above, below = (above * 10 ** power, below) if power >= 0 else (above, below * 10 ** -power)
        return (-above if match['sign'] == '-' else above), below


    def _plus(a, b):
        return _reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


    def _minus(a, b):
        return _reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


    def _times(a, b):
        return _reduced(a.numerator * b.numerator, a.denominator * b.denominator)


    def _over(a, b):
        if b.numerator == 0:
            raise ZeroDivisionError(f'Fraction({a.numerator * b.denominator}, 0)')
        return _reduced(a.numerator * b.denominator, a.denominator * b.numerator)


    def _floor(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)


    def _modulo(a, b):
        below = a.denominator * b.denominator
        return _reduced(a.numerator * b.denominator % (b.numerator * a.denominator), below)


    def _both(a, b):
        return _floor(a, b), _modulo(a, b)


    def _install(name, exact, inexact):
        """Gives Fraction an operator and its reflected form: exact among rationals, as floats with floats."""
        def forward(a, b):
            if isinstance(b, _numbers.Rational):
                return exact(a, b)
            return inexact(float(a), b) if isinstance(b, float) else (
                inexact(complex(a), b) if isinstance(b, complex) else NotImplemented)

        def backward(b, a):
            if isinstance(a, _numbers.Rational):
                return exact(a, b)
            if isinstance(a, _numbers.Real):
                return inexact(float(a), float(b))
            return inexact(complex(a), complex(b)) if isinstance(a, _numbers.Complex) else NotImplemented

        forward.__name__, backward.__name__ = f'__{name}__', f'__r{name}__'
        setattr(Fraction, forward.__name__, forward)
        setattr(Fraction, backward.__name__, backward)


    for _row in (('add', _plus, _operator.add), ('sub', _minus, _operator.sub), ('mul', _times, _operator.mul),
                 ('truediv', _over, _operator.truediv), ('floordiv', _floor, _operator.floordiv),
                 ('mod', _modulo, _operator.mod), ('divmod', _both, divmod)):
        _install(*_row)
    Fraction.__abstractmethods__ = frozenset()
    del _row
    """#
}
