// The module `statistics`: distributions.

extension StatisticsLibrary {
  static let distributions: StaticString = #"""
    # Densities

    _ROOT_2, _ROOT_2PI = _math.sqrt(2.0), _math.sqrt(_math.tau)

    _KERNELS = {
        'normal': (lambda t: _math.exp(-t * t / 2) / _ROOT_2PI, lambda t: 0.5 * _math.erfc(-t / _ROOT_2), None),
        'logistic': (lambda t: 0.5 / (1.0 + _math.cosh(t)), lambda t: 1.0 - 1.0 / (_math.exp(t) + 1.0), None),
        'sigmoid': (lambda t: 1 / _math.pi / _math.cosh(t), lambda t: 2 / _math.pi * _math.atan(_math.exp(t)), None),
        'rectangular': (lambda t: 0.5, lambda t: 0.5 * t + 0.5, 1.0),
        'triangular': (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5, 1.0),
        'parabolic': (lambda t: 0.75 * (1.0 - t * t), lambda t: -0.25 * t ** 3 + 0.75 * t + 0.5, 1.0),
        'quartic': (lambda t: 15 / 16 * (1.0 - t * t) ** 2,
                    lambda t: _math.sumprod((3 / 16, -5 / 8, 15 / 16, 0.5), (t ** 5, t ** 3, t, 1.0)), 1.0),
        'triweight': (lambda t: 35 / 32 * (1.0 - t * t) ** 3,
                      lambda t: _math.sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 0.5),
                                              (t ** 7, t ** 5, t ** 3, t, 1.0)), 1.0),
        'cosine': (lambda t: _math.pi / 4 * _math.cos(_math.pi / 2 * t),
                   lambda t: 0.5 * _math.sin(_math.pi / 2 * t) + 0.5, 1.0),
    }
    for _alias, _name in (('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic'),
                          ('biweight', 'quartic')):
        _KERNELS[_alias] = _KERNELS[_name]
    del _alias, _name


    def kde(data, h, kernel='normal', *, cumulative=False):
        if not len(data):
            raise StatisticsError('Empty data sequence')
        if not isinstance(data[0], (int, float)):
            raise TypeError('Data sequence must contain ints or floats')
        if h <= 0.0:
            raise StatisticsError(f'Bandwidth h must be positive, not h={h!r}')
        if kernel not in _KERNELS:
            raise StatisticsError(f'Unknown kernel name: {kernel!r}')
        density, total, support = _KERNELS[kernel]
        sample = sorted(data)

        def near(x):
            if support is None:
                return sample
            return sample[_bisect.bisect_left(sample, x - support * h):_bisect.bisect_right(sample, x + support * h)]

        def pdf(x):
            return sum(density((x - value) / h) for value in near(x)) / (len(sample) * h)

        def cdf(x):
            below = 0 if support is None else _bisect.bisect_left(sample, x - support * h)
            return sum((total((x - value) / h) for value in near(x)), below) / len(sample)

        chosen = cdf if cumulative else pdf
        chosen.__doc__ = f'{"CDF" if cumulative else "PDF"} estimate with {h=!r} and {kernel=!r}'
        return chosen


    class NormalDist:
        __slots__ = ('_mu', '_sigma')

        def __init__(self, mu=0.0, sigma=1.0):
            if sigma < 0.0:
                raise StatisticsError('sigma must be non-negative')
            self._mu, self._sigma = float(mu), float(sigma)

        @classmethod
        def from_samples(cls, data):
            values = list(data)
            return cls(fmean(values) if len(values) < 2 else _converted(_total(values) / len(values), float),
                       stdev(values))

        def samples(self, n, *, seed=None):
            draw = _random.random if seed is None else _random.Random(seed).random
            return [_quantile(draw(), self._mu, self._sigma) for _ in range(n)]

        def _spread(self, what):
            if not self._sigma:
                raise StatisticsError(f'{what} not defined when sigma is zero')
            return self._sigma

        def pdf(self, x):
            square = self._spread('pdf()') ** 2
            distance = x - self._mu
            return _math.exp(distance * distance / (-2.0 * square)) / _math.sqrt(_math.tau * square)

        def cdf(self, x):
            return 0.5 * _math.erfc((self._mu - x) / (self._spread('cdf()') * _ROOT_2))

        def inv_cdf(self, p):
            if p <= 0.0 or p >= 1.0:
                raise StatisticsError('p must be in the range 0.0 < p < 1.0')
            return _quantile(p, self._mu, self._sigma)

        def quantiles(self, n=4):
            return [self.inv_cdf(index / n) for index in range(1, n)]

        def overlap(self, other):
            if not isinstance(other, NormalDist):
                raise TypeError('Expected another NormalDist instance')
            a, b = sorted((self, other), key=lambda one: (one._sigma, one._mu))
            square_a, square_b = a.variance, b.variance
            if not square_a or not square_b:
                raise StatisticsError('overlap() not defined when sigma is zero')
            difference, distance = square_b - square_a, abs(b._mu - a._mu)
            if not difference:
                return _math.erfc(distance / (2.0 * a._sigma * _ROOT_2))
            middle = a._mu * square_b - b._mu * square_a
            reach = a._sigma * b._sigma * _math.sqrt(
                distance * distance + difference * _math.log(square_b / square_a))
            first, second = (middle + reach) / difference, (middle - reach) / difference
            return 1.0 - (abs(b.cdf(first) - a.cdf(first)) + abs(b.cdf(second) - a.cdf(second)))

        def zscore(self, x):
            return (x - self._mu) / self._spread('zscore()')

        mean = median = mode = property(lambda self: self._mu)
        stdev = property(lambda self: self._sigma)
        variance = property(lambda self: self._sigma * self._sigma)

        def __add__(a, b):
            if isinstance(b, NormalDist):
                return NormalDist(a._mu + b._mu, _math.hypot(a._sigma, b._sigma))
            return NormalDist(a._mu + b, a._sigma)

        def __sub__(a, b):
            if isinstance(b, NormalDist):
                return NormalDist(a._mu - b._mu, _math.hypot(a._sigma, b._sigma))
            return NormalDist(a._mu - b, a._sigma)

        def __mul__(a, b):
            return NormalDist(a._mu * b, a._sigma * abs(b))

        def __truediv__(a, b):
            return NormalDist(a._mu / b, a._sigma / abs(b))

        def __pos__(self):
            return NormalDist(self._mu, self._sigma)

        def __neg__(self):
            return NormalDist(-self._mu, self._sigma)

        __radd__, __rmul__ = __add__, __mul__

        def __rsub__(self, other):
            return -(self - other)

        def __eq__(a, b):
            if not isinstance(b, NormalDist):
                return NotImplemented
            return (a._mu, a._sigma) == (b._mu, b._sigma)

        def __hash__(self):
            return hash((self._mu, self._sigma))

        def __repr__(self):
            return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

        def __getstate__(self):
            return self._mu, self._sigma

        def __setstate__(self, state):
            self._mu, self._sigma = state


    def _horner(x, coefficients):
        value = 0.0
        for coefficient in coefficients:
            value = value * x + coefficient
        return value


    # Wichura's algorithm AS241: a rational approximation in the middle, two for the tails.
    _MIDDLE = ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
                13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
               (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
                5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0))
    _NEAR = ((7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
              3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734),
             (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
              0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0))
    _FAR = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
             0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772),
            (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
             0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0))


    def _quantile(p, mu, sigma):
        q = p - 0.5
        if abs(q) <= 0.425:
            r = 0.180625 - q * q
            return mu + _horner(r, _MIDDLE[0]) * q / _horner(r, _MIDDLE[1]) * sigma
        r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
        (above, below), r = (_NEAR, r - 1.6) if r <= 5.0 else (_FAR, r - 5.0)
        x = _horner(r, above) / _horner(r, below)
        return mu + (-x if q < 0.0 else x) * sigma
    """#
}
