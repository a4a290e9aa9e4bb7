// The module `cmath`.

enum CmathLibrary {
  static let source: StaticString = #"""
    import math as _math

    pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
    infj, nanj = complex(0.0, inf), complex(0.0, nan)


    def _number(x):
        """A complex number, also of an object that can be made one."""
        if isinstance(x, (complex, float, int)):
            return complex(x)
        for name in ('__complex__', '__float__', '__index__'):
            method = getattr(type(x), name, None)
            if method is not None:
                return complex(method(x))
        raise TypeError(f'must be real number, not {type(x).__name__}')


    def _domain():
        return ValueError('math domain error')


    def _range():
        return OverflowError('math range error')


    def phase(z, /):
        z = _number(z)
        return _math.atan2(z.imag, z.real)


    def polar(z, /):
        z = _number(z)
        return abs(z), phase(z)


    def rect(r, phi, /):
        r, phi = float(r), float(phi)
        if _math.isinf(phi) and r:
            raise _domain()
        if not phi:
            return complex(r, r * phi)
        if not r:
            return complex(0.0, 0.0)
        if _math.isinf(r):
            return complex(_math.copysign(r, r * _math.cos(phi)), _math.copysign(inf, r * _math.sin(phi)))
        return complex(r * _math.cos(phi), r * _math.sin(phi))


    def isnan(z, /):
        z = _number(z)
        return _math.isnan(z.real) or _math.isnan(z.imag)


    def isinf(z, /):
        z = _number(z)
        return _math.isinf(z.real) or _math.isinf(z.imag)


    def isfinite(z, /):
        z = _number(z)
        return _math.isfinite(z.real) and _math.isfinite(z.imag)


    def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
        if rel_tol < 0 or abs_tol < 0:
            raise ValueError('tolerances must be non-negative')
        a, b = _number(a), _number(b)
        if a == b:
            return True
        if isinf(a) or isinf(b):
            return False
        return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


    # Exponentials and logarithms

    def exp(z, /):
        z = _number(z)
        if not _math.isfinite(z.imag) and _math.isfinite(z.real):
            raise _domain()
        if _math.isinf(z.real):
            if z.real < 0:
                return complex(0.0, 0.0)
            if not _math.isfinite(z.imag):
                raise _domain()
            return complex(inf * _math.cos(z.imag), inf * _math.sin(z.imag) if z.imag else z.imag)
        if z.real > 708.0:
            # In two steps: the product may be finite where the factor is not.
            length = _math.exp(z.real - 1.0)
            made = complex(length * _math.cos(z.imag) * e, length * _math.sin(z.imag) * e)
        else:
            length = _math.exp(z.real)
            made = complex(length * _math.cos(z.imag), length * _math.sin(z.imag))
        if isinf(made):
            raise _range()
        return made


    def _log(z):
        x, y = abs(z.real), abs(z.imag)
        if not x and not y:
            raise _domain()
        length = _math.hypot(x, y) if _math.isfinite(x) and _math.isfinite(y) else inf
        if _math.isnan(x) or _math.isnan(y):
            length = inf if _math.isinf(x) or _math.isinf(y) else nan
        if _math.isinf(length) and _math.isfinite(x) and _math.isfinite(y):
            real = _math.log(_math.hypot(x / 2.0, y / 2.0)) + _math.log(2.0)
        elif 0.71 <= length <= 1.73:
            # Near 1 the logarithm of the length would lose its digits.
            top, low = max(x, y), min(x, y)
            real = _math.log1p((top - 1.0) * (top + 1.0) + low * low) / 2.0
        else:
            real = _math.log(length)
        return complex(real, _math.atan2(z.imag, z.real))


    def log(z, base=None, /):
        made = _log(_number(z))
        return made if base is None else made / _log(_number(base))


    def log10(z, /):
        made = _log(_number(z))
        return complex(made.real / _math.log(10.0), made.imag / _math.log(10.0))


    def sqrt(z, /):
        z = _number(z)
        x, y = z.real, z.imag
        if not x and not y:
            return complex(0.0, y)
        if _math.isinf(y):
            return complex(inf, y)
        if _math.isinf(x) or _math.isnan(x) or _math.isnan(y):
            if x == inf:
                return complex(inf, y if _math.isnan(y) else _math.copysign(0.0, y))
            if x == -inf:
                return complex(nan if _math.isnan(y) else 0.0, _math.copysign(inf, y))
            return complex(nan, nan)
        x, y = abs(x) / 8.0, abs(y)
        half = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
        other = y / (2.0 * half)
        if z.real >= 0.0:
            return complex(half, _math.copysign(other, z.imag))
        return complex(other, _math.copysign(half, z.imag))


    # Hyperbolic and trigonometric functions

    def cosh(z, /):
        z = _number(z)
        if not _math.isfinite(z.imag) and _math.isfinite(z.real):
            raise _domain()
        return _checked(
            lambda: complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real)))


    def sinh(z, /):
        z = _number(z)
        if not _math.isfinite(z.imag) and _math.isfinite(z.real):
            raise _domain()
        return _checked(
            lambda: complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real)))


    def _checked(compute):
        try:
            return compute()
        except OverflowError:
            raise _range() from None


    def tanh(z, /):
        z = _number(z)
        if not _math.isfinite(z.imag) and _math.isfinite(z.real):
            raise _domain()
        if abs(z.real) > 354.0:
            return complex(_math.copysign(1.0, z.real), 4.0 * _math.sin(z.imag) * _math.cos(z.imag)
                           * _math.exp(-2.0 * abs(z.real)))
        tx, ty = _math.tanh(z.real), _math.tan(z.imag)
        cx = 1.0 / _math.cosh(z.real)
        scale = 1.0 + tx * ty * tx * ty
        return complex(tx * (1.0 + ty * ty) / scale, ty / scale * cx * cx)


    def _turned(function):
        """A trigonometric function from the hyperbolic one: f(z) = -i * g(iz)."""
        def compute(z, /):
            z = _number(z)
            made = function(complex(-z.imag, z.real))
            return complex(made.imag, -made.real)
        return compute


    def cos(z, /):
        z = _number(z)
        return cosh(complex(-z.imag, z.real))


    sin, tan = _turned(sinh), _turned(tanh)
    sin.__name__, tan.__name__ = 'sin', 'tan'


    def asinh(z, /):
        z = _number(z)
        if max(abs(z.real), abs(z.imag)) > 1e150:
            length = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 2.0 * _math.log(2.0)
            return complex(_math.copysign(length, z.real), _math.atan2(z.imag, abs(z.real)))
        a, b = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
        return complex(_math.asinh(a.real * b.imag - b.real * a.imag),
                       _math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


    def acosh(z, /):
        z = _number(z)
        if max(abs(z.real), abs(z.imag)) > 1e150:
            length = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 2.0 * _math.log(2.0)
            return complex(length, _math.atan2(z.imag, z.real))
        a, b = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
        return complex(_math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _math.atan2(a.imag, b.real))


    def acos(z, /):
        z = _number(z)
        if max(abs(z.real), abs(z.imag)) > 1e150:
            length = _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + 2.0 * _math.log(2.0)
            return complex(_math.atan2(abs(z.imag), z.real), -_math.copysign(length, z.imag))
        a, b = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
        return complex(2.0 * _math.atan2(a.real, b.real), _math.asinh(b.real * a.imag - b.imag * a.real))


    asin = _turned(asinh)
    asin.__name__ = 'asin'


    def atanh(z, /):
        z = _number(z)
        if z.real < 0.0 or not z.real and _math.copysign(1.0, z.real) < 0.0:
            return -atanh(-z)
        x, y = z.real, abs(z.imag)
        if x > 1e150 or y > 1e150:
            length = _math.hypot(x / 2.0, y / 2.0)
            return complex(x / 4.0 / length / length, _math.copysign(pi / 2.0, z.imag))
        if x == 1.0 and y < 1e-154:
            if not y:
                raise _domain()
            return complex(-_math.log(_math.sqrt(y) / _math.sqrt(_math.hypot(y, 2.0))),
                           _math.copysign(_math.atan2(2.0, -y) / 2.0, z.imag))
        return complex(_math.log1p(4.0 * x / ((1.0 - x) ** 2 + y * y)) / 4.0,
                       -_math.atan2(-2.0 * z.imag, (1.0 - x) * (1.0 + x) - y * y) / 2.0)


    atan = _turned(atanh)
    atan.__name__ = 'atan'
    """#
}
