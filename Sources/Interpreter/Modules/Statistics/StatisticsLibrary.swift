// What of `statistics` is written in Python: averages by order, relations of two inputs, densities.

enum StatisticsLibrary {
  static let source: StaticString = #"""
    import math
    import random as _random
    from bisect import bisect_left, bisect_right
    from collections import Counter as _Counter, namedtuple as _namedtuple
    from math import acos, asin, atan, cos, cosh, erf, exp, fabs, fsum, hypot, isnan, log, pi, sin, sqrt, sumprod, tan
    from math import tau

    __all__ = [
        'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
        'kde', 'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low',
        'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
    ]

    # Averages

    def fmean(data, weights=None):
        "Mean of the data as floats."
        if not hasattr(data, '__len__'):
            data = list(data)
        if weights is None:
            total = fsum(data)
            if not len(data):
                raise StatisticsError('fmean requires at least one data point')
            return total / len(data)
        if not isinstance(weights, (list, tuple)):
            weights = list(weights)
        try:
            weighted = sumprod(data, weights)
        except ValueError:
            raise StatisticsError('data and weights must be the same length')
        total = fsum(weights)
        if not total:
            raise StatisticsError('sum of weights must be non-zero')
        return weighted / total

    def geometric_mean(data):
        "The n-th root of the product of n numbers."
        count = 0
        has_zero = False
        logarithms = []
        for x in data:
            count += 1
            if x > 0.0 or isnan(x):
                logarithms.append(log(x))
            elif x == 0.0:
                has_zero = True
            else:
                raise StatisticsError('No negative inputs allowed', x)
        total = fsum(logarithms)
        if not count:
            raise StatisticsError('Must have a non-empty dataset')
        if isnan(total):
            return math.nan
        if has_zero:
            return math.nan if total == math.inf else 0.0
        return exp(total / count)

    def _sorted(data):
        data = sorted(data)
        if not data:
            raise StatisticsError('no median for empty data')
        return data

    def median(data):
        "The middle value, or the mean of the two in the middle."
        data = _sorted(data)
        middle = len(data) // 2
        if len(data) % 2:
            return data[middle]
        return (data[middle - 1] + data[middle]) / 2

    def median_low(data):
        "The middle value, or the smaller of the two in the middle."
        data = _sorted(data)
        return data[(len(data) - 1) // 2]

    def median_high(data):
        "The middle value, or the larger of the two in the middle."
        data = _sorted(data)
        return data[len(data) // 2]

    def median_grouped(data, interval=1.0):
        "The median of data that stand for the middles of intervals."
        data = _sorted(data)
        x = data[len(data) // 2]
        below = bisect_left(data, x)
        equal = bisect_right(data, x, lo=below) - below
        try:
            interval = float(interval)
            x = float(x)
        except ValueError:
            raise TypeError('Value cannot be converted to a float')
        return x - interval / 2.0 + interval * (len(data) / 2 - below) / equal

    def mode(data):
        "The most frequent value, the first of several."
        pairs = _Counter(iter(data)).most_common(1)
        if not pairs:
            raise StatisticsError('no mode for empty data')
        return pairs[0][0]

    def multimode(data):
        "The most frequent values, in the order in which they first came."
        counts = _Counter(iter(data))
        most = max(counts.values(), default=0)
        return [value for value, count in counts.items() if count == most]

    def quantiles(data, *, n=4, method='exclusive'):
        "The n - 1 cuts that divide the data into n groups of equal probability."
        if n < 1:
            raise StatisticsError('n must be at least 1')
        data = sorted(data)
        size = len(data)
        if size < 2:
            if size == 1:
                return data * (n - 1)
            raise StatisticsError('must have at least one data point')
        if method not in ('inclusive', 'exclusive'):
            raise ValueError(f'Unknown method: {method!r}')
        cuts = []
        for i in range(1, n):
            if method == 'inclusive':
                position, rest = divmod(i * (size - 1), n)
            else:
                position = min(max(i * (size + 1) // n, 1), size - 1)
                rest = i * (size + 1) - position * n
                position -= 1
            cuts.append((data[position] * (n - rest) + data[position + 1] * rest) / n)
        return cuts

    # Relations of two inputs

    def _check_pairs(name, x, y):
        if len(y) != len(x):
            raise StatisticsError(f'{name} requires that both inputs have same number of data points')
        if len(x) < 2:
            raise StatisticsError(f'{name} requires at least two data points')

    def _deviations(data):
        center = fsum(data) / len(data)
        return [value - center for value in data]

    def _ranks(data):
        "Ranks centered around zero, equal values at the mean of their ranks."
        order = sorted(range(len(data)), key=lambda position: data[position])
        ranks = [0.0] * len(data)
        first = 0
        while first < len(order):
            last = first
            while last + 1 < len(order) and data[order[last + 1]] == data[order[first]]:
                last += 1
            for position in order[first:last + 1]:
                ranks[position] = (first + last) / 2 - (len(data) - 1) / 2
            first = last + 1
        return ranks

    def _sqrt_of_product(x, y):
        "sqrt(x * y) without overflow and underflow, corrected once."
        root = sqrt(x * y)
        if math.isinf(root) and not math.isinf(x) and not math.isinf(y):
            scale = 2.0 ** -512
            return _sqrt_of_product(scale * x, scale * y) / scale
        if not root and x and y:
            scale = 2.0 ** 537
            return _sqrt_of_product(scale * x, scale * y) / scale
        if not root or not math.isfinite(root):
            return root
        return root + sumprod((x, root), (y, -root)) / (2.0 * root)

    def covariance(x, y, /):
        "Sample covariance of two inputs."
        _check_pairs('covariance', x, y)
        return sumprod(_deviations(x), _deviations(y)) / (len(x) - 1)

    def correlation(x, y, /, *, method='linear'):
        "Pearson's coefficient of two inputs, or with method='ranked' Spearman's."
        _check_pairs('correlation', x, y)
        if method not in {'linear', 'ranked'}:
            raise ValueError(f'Unknown method: {method!r}')
        center = _ranks if method == 'ranked' else _deviations
        x = center(x)
        y = center(y)
        try:
            return sumprod(x, y) / _sqrt_of_product(sumprod(x, x), sumprod(y, y))
        except ZeroDivisionError:
            raise StatisticsError('at least one of the inputs is constant')

    LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'))

    def linear_regression(x, y, /, *, proportional=False):
        "Slope and intercept of the line of least squares."
        _check_pairs('linear regression', x, y)
        if not proportional:
            x_mean = fsum(x) / len(x)
            y_mean = fsum(y) / len(y)
            x = [value - x_mean for value in x]
            y = [value - y_mean for value in y]
        try:
            slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
        except ZeroDivisionError:
            raise StatisticsError('x is constant')
        return LinearRegression(slope=slope, intercept=0.0 if proportional else y_mean - slope * x_mean)

    # The normal distribution

    def _polynomial(x, coefficients):
        result = 0.0
        for coefficient in coefficients:
            result = result * x + coefficient
        return result

    # Wichura's algorithm AS241: numerator and denominator, for the middle, the sides and the tails.
    _MIDDLE = (
        (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
         1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
        (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
         5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
    _SIDES = (
        (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
         3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
        (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
         6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
    _TAILS = (
        (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
         2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
        (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
         1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))

    def _normal_quantile(p, mu, sigma):
        q = p - 0.5
        if fabs(q) <= 0.425:
            r = 0.180625 - q * q
            x = _polynomial(r, _MIDDLE[0]) * q / _polynomial(r, _MIDDLE[1])
        else:
            r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
            above, below = _SIDES if r <= 5.0 else _TAILS
            r -= 1.6 if r <= 5.0 else 5.0
            x = _polynomial(r, above) / _polynomial(r, below)
            if q < 0.0:
                x = -x
        return mu + (x * sigma)

    _SQRT2 = sqrt(2.0)

    class NormalDist:
        "A normal distribution of a random variable."

        __slots__ = ('_mu', '_sigma')

        def __init__(self, mu=0.0, sigma=1.0):
            if sigma < 0.0:
                raise StatisticsError('sigma must be non-negative')
            self._mu = float(mu)
            self._sigma = float(sigma)

        @classmethod
        def from_samples(cls, data):
            "The distribution with the mean and the standard deviation of samples."
            return cls(*_mean_stdev(data))

        def samples(self, n, *, seed=None):
            "n random numbers of this distribution."
            draw = _random.random if seed is None else _random.Random(seed).random
            return [_normal_quantile(draw(), self._mu, self._sigma) for _ in range(n)]

        def _require_sigma(self, name):
            if not self._sigma:
                raise StatisticsError(f'{name}() not defined when sigma is zero')

        def pdf(self, x):
            "Probability density at x."
            self._require_sigma('pdf')
            variance = self._sigma * self._sigma
            distance = x - self._mu
            return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

        def cdf(self, x):
            "Probability of a number up to x."
            self._require_sigma('cdf')
            return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

        def inv_cdf(self, p):
            "The x with cdf(x) == p."
            if p <= 0.0 or p >= 1.0:
                raise StatisticsError('p must be in the range 0.0 < p < 1.0')
            return _normal_quantile(p, self._mu, self._sigma)

        def quantiles(self, n=4):
            "The n - 1 cuts into n intervals of equal probability."
            return [self.inv_cdf(i / n) for i in range(1, n)]

        def overlap(self, other):
            "The area that two densities share, from 0.0 to 1.0."
            if not isinstance(other, NormalDist):
                raise TypeError('Expected another NormalDist instance')
            x, y = sorted((self, other), key=lambda each: (each._sigma, each._mu))
            x_variance, y_variance = x.variance, y.variance
            if not x_variance or not y_variance:
                raise StatisticsError('overlap() not defined when sigma is zero')
            wider = y_variance - x_variance
            apart = fabs(y._mu - x._mu)
            if not wider:
                return 1.0 - erf(apart / (2.0 * x._sigma * _SQRT2))
            a = x._mu * y_variance - y._mu * x_variance
            b = x._sigma * y._sigma * sqrt(apart * apart + wider * log(y_variance / x_variance))
            left = (a + b) / wider
            right = (a - b) / wider
            return 1.0 - (fabs(y.cdf(left) - x.cdf(left)) + fabs(y.cdf(right) - x.cdf(right)))

        def zscore(self, x):
            "How many standard deviations x is from the mean."
            self._require_sigma('zscore')
            return (x - self._mu) / self._sigma

        mean = property(lambda self: self._mu)
        median = property(lambda self: self._mu)
        mode = property(lambda self: self._mu)
        stdev = property(lambda self: self._sigma)
        variance = property(lambda self: self._sigma * self._sigma)

        def __add__(self, other):
            if isinstance(other, NormalDist):
                return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
            return NormalDist(self._mu + other, self._sigma)

        def __sub__(self, other):
            if isinstance(other, NormalDist):
                return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
            return NormalDist(self._mu - other, self._sigma)

        def __mul__(self, factor):
            return NormalDist(self._mu * factor, self._sigma * fabs(factor))

        def __truediv__(self, divisor):
            return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

        def __pos__(self):
            return NormalDist(self._mu, self._sigma)

        def __neg__(self):
            return NormalDist(-self._mu, self._sigma)

        __radd__ = __add__
        __rmul__ = __mul__

        def __rsub__(self, other):
            return -(self - other)

        def __eq__(self, other):
            if not isinstance(other, NormalDist):
                return NotImplemented
            return self._mu == other._mu and self._sigma == other._sigma

        def __hash__(self):
            return hash((self._mu, self._sigma))

        def __repr__(self):
            return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

        def __getstate__(self):
            return self._mu, self._sigma

        def __setstate__(self, state):
            self._mu, self._sigma = state

    # Kernel densities: for each kernel its density, its distribution, and whether it ends at -1 and 1.

    _KERNELS = {
        'normal': (lambda t: exp(-1/2 * t * t) / sqrt(2 * pi), lambda t: 1/2 * (1.0 + erf(t / _SQRT2)), False),
        'logistic': (lambda t: 1/2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), False),
        'sigmoid': (lambda t: (1 / pi) / cosh(t), lambda t: (2 / pi) * atan(exp(t)), False),
        'rectangular': (lambda t: 1/2, lambda t: 1/2 * t + 1/2, True),
        'triangular': (lambda t: 1.0 - abs(t), lambda t: t*t * (1/2 if t < 0.0 else -1/2) + t + 1/2, True),
        'parabolic': (lambda t: 3/4 * (1.0 - t * t), lambda t: -1/4 * t**3 + 3/4 * t + 1/2, True),
        'quartic': (
            lambda t: 15/16 * (1.0 - t * t) ** 2, lambda t: 3/16 * t**5 - 5/8 * t**3 + 15/16 * t + 1/2, True),
        'triweight': (
            lambda t: 35/32 * (1.0 - t * t) ** 3,
            lambda t: 35/32 * (-1/7*t**7 + 3/5*t**5 - t**3 + t) + 1/2, True),
        'cosine': (lambda t: (pi / 4) * cos((pi / 2) * t), lambda t: 1/2 * sin((pi / 2) * t) + 1/2, True),
    }
    _KERNEL_NAMES = {
        'gauss': 'normal', 'uniform': 'rectangular', 'epanechnikov': 'parabolic', 'biweight': 'quartic',
    }

    def _check_kernel(data, h, kernel):
        if not len(data):
            raise StatisticsError('Empty data sequence')
        if not isinstance(data[0], (int, float)):
            raise TypeError('Data sequence must contain ints or floats')
        if h <= 0.0:
            raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
        name = _KERNEL_NAMES.get(kernel, kernel)
        if name not in _KERNELS:
            raise StatisticsError(f'Unknown kernel name: {kernel!r}')
        return name

    def kde(data, h, kernel='normal', *, cumulative=False):
        "A density function (or a distribution function) that smooths the data by a kernel of width h."
        density, distribution, is_bounded = _KERNELS[_check_kernel(data, h, kernel)]

        def reach(x):
            if not is_bounded:
                return 0, data
            sample = sorted(data)
            first = bisect_left(sample, x - h)
            return first, sample[first:bisect_right(sample, x + h)]

        def pdf(x):
            _, near = reach(x)
            return sum(density((x - value) / h) for value in near) / (len(data) * h)

        def cdf(x):
            below, near = reach(x)
            return sum((distribution((x - value) / h) for value in near), below) / len(data)

        if cumulative:
            cdf.__doc__ = f'CDF estimate with {h=!r} and {kernel=!r}'
            return cdf
        pdf.__doc__ = f'PDF estimate with {h=!r} and {kernel=!r}'
        return pdf

    def _solved(estimate, kernel):
        "The inverse of a kernel's distribution by Newton's method."
        density, distribution, _ = _KERNELS[kernel]

        def inverse(p):
            x = estimate(p)
            while abs(distance := distribution(x) - p) > 1e-12:
                x -= distance / density(x)
            return x
        return inverse

    def _mirrored(estimate):
        "An estimate for the lower half, used for both."
        return lambda p: estimate(p) if p <= 1/2 else -estimate(1.0 - p)

    def _quartic_estimate(p):
        x = (2.0 * p) ** 0.4258865685331 - 1.0
        if p >= 0.004:
            x += 0.026818732 * sin(7.101753784 * p + 2.73230839482953)
        return x

    _KERNEL_QUANTILES = {
        'normal': lambda p: _normal_quantile(p, 0.0, 1.0),
        'logistic': lambda p: log(p / (1 - p)),
        'sigmoid': lambda p: log(tan(p * pi/2)),
        'rectangular': lambda p: 2*p - 1,
        'parabolic': lambda p: 2 * cos((acos(2*p-1) + pi) / 3),
        'quartic': _solved(_mirrored(_quartic_estimate), 'quartic'),
        'triweight': _solved(_mirrored(lambda p: (2.0 * p) ** 0.3400218741872791 - 1.0), 'triweight'),
        'triangular': lambda p: sqrt(2*p) - 1 if p < 1/2 else 1 - sqrt(2 - 2*p),
        'cosine': lambda p: 2 * asin(2*p - 1) / pi,
    }

    def kde_random(data, h, kernel='normal', *, seed=None):
        "A function that draws from the density that kde(data, h, kernel) estimates."
        quantile = _KERNEL_QUANTILES[_check_kernel(data, h, kernel)]
        generator = _random.Random(seed)

        def rand():
            return generator.choice(data) + h * quantile(generator.random())

        rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
        return rand
    """#
}
