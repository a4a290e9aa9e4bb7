// The module `statistics`.

enum StatisticsLibrary {
  static let source: StaticString = #"""
    import bisect as _bisect
    import collections as _collections
    import fractions as _fractions
    import itertools as _itertools
    import math as _math
    import numbers as _numbers
    import operator as _operator
    import random as _random

    __all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
               'kde', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode',
               'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']

    _Fraction = _fractions.Fraction


    class StatisticsError(ValueError):
        pass


    # Exact sums

    def _exact(value):
        """A number as a fraction; what is not finite stays what it is."""
        if type(value) is int or isinstance(value, _numbers.Rational):
            return _Fraction(value)
        try:
            return _Fraction(*value.as_integer_ratio())
        except AttributeError:
            raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None
        except (OverflowError, ValueError):
            return value


    def _common_type(values):
        kind = int
        for other in map(type, values):
            if other is kind or other is bool or issubclass(kind, other) and other is not float:
                continue
            if kind in (int, bool) or issubclass(other, kind):
                kind = other
            elif issubclass(other, int) or issubclass(kind, other):
                continue
            elif {kind, other} <= {float, _Fraction} or issubclass(kind, float) or issubclass(other, float):
                if issubclass(kind, _Fraction) or issubclass(other, _Fraction) or issubclass(kind, other):
                    kind = float
                else:
                    raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")
            else:
                raise TypeError(f"don't know how to coerce {kind.__name__} and {other.__name__}")
        return kind


    def _total(values):
        return sum(map(_exact, values), _Fraction(0))


    def _converted(value, kind):
        if type(value) is kind:
            return value
        if issubclass(kind, int) and isinstance(value, _Fraction) and value.denominator != 1:
            kind = float
        if isinstance(value, _Fraction) and not issubclass(kind, (int, float, _Fraction)):
            return kind(value.numerator) / value.denominator
        return kind(value)


    def _list(data, message):
        values = list(data)
        if not values:
            raise StatisticsError(message)
        return values


    # Averages

    def mean(data):
        values = _list(data, 'mean requires at least one data point')
        return _converted(_total(values) / len(values), _common_type(values))


    def fmean(data, weights=None):
        values = list(data)
        if weights is None:
            if not values:
                raise StatisticsError('fmean requires at least one data point')
            return _math.fsum(values) / len(values)
        weights = list(weights)
        if len(weights) != len(values):
            raise StatisticsError('data and weights must be the same length')
        total = _math.fsum(weights)
        if not total:
            raise StatisticsError('sum of weights must be non-zero')
        return _math.sumprod(values, weights) / total


    def geometric_mean(data):
        logarithms, has_zero = [], False
        for value in data:
            if value > 0 or _math.isnan(value):
                logarithms.append(_math.log(value))
            elif value == 0:
                has_zero = True
            else:
                raise StatisticsError('No negative inputs allowed', value)
        if not logarithms and not has_zero:
            raise StatisticsError('Must have a non-empty dataset')
        if any(map(_math.isnan, logarithms)):
            return _math.nan
        if has_zero:
            return _math.nan if _math.inf in logarithms else 0.0
        return _math.exp(_math.fsum(logarithms) / len(logarithms))


    def harmonic_mean(data, weights=None):
        values = _list(data, 'harmonic_mean requires at least one data point')
        if weights is None and len(values) == 1:
            value = values[0]
            if not isinstance(value, _numbers.Real):
                raise TypeError('unsupported type')
            if value < 0:
                raise StatisticsError('harmonic mean does not support negative values')
            return value
        weights = [1] * len(values) if weights is None else list(weights)
        if len(weights) != len(values):
            raise StatisticsError('Number of weights does not match data size')
        if any(number < 0 for number in values + weights):
            raise StatisticsError('harmonic mean does not support negative values')
        if 0 in values:
            return 0
        total = _total(weights)
        if not total:
            raise StatisticsError('Weighted sum must be positive')
        kind = _common_type(values + [1.0]) if _common_type(values) in (int, bool) else _common_type(values)
        return _converted(total / sum(_exact(weight) / _exact(value) for value, weight in zip(values, weights)), kind)


    def _sorted(data):
        values = sorted(data)
        if not values:
            raise StatisticsError('no median for empty data')
        return values


    def median(data):
        values = _sorted(data)
        middle = len(values) // 2
        return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


    def median_low(data):
        values = _sorted(data)
        return values[(len(values) - 1) // 2]


    def median_high(data):
        values = _sorted(data)
        return values[len(values) // 2]


    def median_grouped(data, interval=1.0):
        values = _sorted(data)
        middle = values[len(values) // 2]
        first, last = _bisect.bisect_left(values, middle), _bisect.bisect_right(values, middle)
        try:
            interval, middle = float(interval), float(middle)
        except ValueError:
            raise TypeError('Value cannot be converted to a float') from None
        return middle - interval / 2 + interval * (len(values) / 2 - first) / (last - first)


    def mode(data):
        most = _collections.Counter(data).most_common(1)
        if not most:
            raise StatisticsError('no mode for empty data')
        return most[0][0]


    def multimode(data):
        counts = _collections.Counter(data)
        most = max(counts.values(), default=0)
        return [value for value, count in counts.items() if count == most]


    # Spread

    def _squares(values, center=None):
        """The sum of the squared distances from the center, which is the mean unless given, exactly."""
        exact = list(map(_exact, values))
        if not all(isinstance(value, _Fraction) for value in exact):
            return _math.nan
        if center is None:
            # The mean need not be known: the sum of squares less the square of the sum.
            return sum(value * value for value in exact) - sum(exact) ** 2 / len(exact)
        center = _exact(center)
        return sum((value - center) ** 2 for value in exact)


    def variance(data, xbar=None):
        values = list(data)
        if len(values) < 2:
            raise StatisticsError('variance requires at least two data points')
        return _converted(_squares(values, xbar) / (len(values) - 1), _common_type(values))


    def pvariance(data, mu=None):
        values = list(data)
        if not values:
            raise StatisticsError('pvariance requires at least one data point')
        return _converted(_squares(values, mu) / len(values), _common_type(values))


    def _root(square, kind):
        """The square root of a fraction, rounded once."""
        if not isinstance(square, _Fraction):
            return _math.nan
        if issubclass(kind, (int, float, _Fraction)):
            return _float_root(square.numerator, square.denominator)
        return (kind(square.numerator) / square.denominator).sqrt()


    def _float_root(above, below):
        shift = (above.bit_length() - below.bit_length() - 109) // 2
        if shift >= 0:
            scaled, rest = divmod(above, below << 2 * shift)
        else:
            scaled, rest = divmod(above << -2 * shift, below)
        root = _math.isqrt(scaled)
        # A bit that stands for all that was cut off makes the one rounding right.
        root |= root * root != scaled or bool(rest)
        return float(root) * 2.0 ** shift if -1000 < shift < 900 else _math.ldexp(root, shift)


    def stdev(data, xbar=None):
        values = list(data)
        if len(values) < 2:
            raise StatisticsError('stdev requires at least two data points')
        return _root(_squares(values, xbar) / (len(values) - 1), _common_type(values))


    def pstdev(data, mu=None):
        values = list(data)
        if not values:
            raise StatisticsError('pstdev requires at least one data point')
        return _root(_squares(values, mu) / len(values), _common_type(values))


    def quantiles(data, *, n=4, method='exclusive'):
        if n < 1:
            raise StatisticsError('n must be at least 1')
        values = sorted(data)
        if len(values) < 2:
            if len(values) == 1:
                return values * (n - 1)
            raise StatisticsError('must have at least one data point')
        if method not in ('inclusive', 'exclusive'):
            raise ValueError(f'Unknown method: {method!r}')
        cuts = []
        for cut in range(1, n):
            if method == 'inclusive':
                place, part = divmod(cut * (len(values) - 1), n)
                cuts.append((values[place] * (n - part) + values[place + 1] * part) / n)
            else:
                place = min(max(cut * (len(values) + 1) // n, 1), len(values) - 1)
                part = cut * (len(values) + 1) - place * n
                cuts.append((values[place - 1] * (n - part) + values[place] * part) / n)
        return cuts


    # Two variables

    def _pair(x, y, what):
        if len(x) != len(y):
            raise StatisticsError(f'{what} requires that both inputs have same number of data points')
        if len(x) < 2:
            raise StatisticsError(f'{what} requires at least two data points')


    def _centered(values):
        middle = _math.fsum(values) / len(values)
        return [value - middle for value in values]


    def covariance(x, y, /):
        _pair(x, y, 'covariance')
        return _math.sumprod(_centered(x), _centered(y)) / (len(x) - 1)


    def _ranks(values, start):
        """Where each value stands among the sorted ones; equal ones share the middle of their places."""
        order = sorted(range(len(values)), key=values.__getitem__)
        ranks, done = [0.0] * len(values), 0
        for _, group in _itertools.groupby(order, key=values.__getitem__):
            group = list(group)
            for index in group:
                ranks[index] = start + done + (len(group) + 1) / 2
            done += len(group)
        return ranks


    def correlation(x, y, /, *, method='linear'):
        _pair(x, y, 'correlation')
        if method not in {'linear', 'ranked'}:
            raise ValueError(f'Unknown method: {method!r}')
        if method == 'ranked':
            start = (len(x) - 1) / -2 - 1
            x, y = _ranks(x, start), _ranks(y, start)
        else:
            x, y = _centered(x), _centered(y)
        spread_x, spread_y = _math.sumprod(x, x), _math.sumprod(y, y)
        both = _math.sumprod(x, y)
        if not spread_x * spread_y:
            raise StatisticsError('at least one of the inputs is constant')
        square = _Fraction(spread_x) * _Fraction(spread_y)
        return both / _float_root(square.numerator, square.denominator)


    LinearRegression = _collections.namedtuple('LinearRegression', ('slope', 'intercept'))


    def linear_regression(x, y, /, *, proportional=False):
        _pair(x, y, 'linear regression')
        mean_x, mean_y = _math.fsum(x) / len(x), _math.fsum(y) / len(y)
        if not proportional:
            x, y = [value - mean_x for value in x], [value - mean_y for value in y]
        both, spread = _math.sumprod(x, y) + 0.0, _math.sumprod(x, x)
        if not spread:
            raise StatisticsError('x is constant')
        slope = both / spread
        return LinearRegression(slope=slope, intercept=0.0 if proportional else mean_y - slope * mean_x)
    """#
}
