// The module `decimal`: signals, contexts, rounding.

enum DecimalLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import contextlib as _contextlib
    import math as _math
    import numbers as _numbers
    import sys as _sys

    MAX_PREC = MAX_EMAX = 999999999999999999
    MIN_EMIN = -MAX_EMAX
    MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
    HAVE_THREADS = False
    HAVE_CONTEXTVAR = True

    ROUND_DOWN, ROUND_UP = 'ROUND_DOWN', 'ROUND_UP'
    ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN = 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN'
    ROUND_CEILING, ROUND_FLOOR, ROUND_05UP = 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_05UP'

    DecimalTuple = _collections.namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


    # Signals

    class DecimalException(ArithmeticError):
        pass


    class Clamped(DecimalException):
        pass


    class InvalidOperation(DecimalException):
        pass


    class ConversionSyntax(InvalidOperation):
        pass


    class DivisionByZero(DecimalException, ZeroDivisionError):
        pass


    class DivisionImpossible(InvalidOperation):
        pass


    class DivisionUndefined(InvalidOperation, ZeroDivisionError):
        pass


    class InvalidContext(InvalidOperation):
        pass


    class Inexact(DecimalException):
        pass


    class Rounded(DecimalException):
        pass


    class Subnormal(DecimalException):
        pass


    class Overflow(Inexact, Rounded):
        pass


    class Underflow(Inexact, Rounded, Subnormal):
        pass


    class FloatOperation(DecimalException, TypeError):
        pass


    _signals = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded,
                Clamped]


    def _signal_of(condition):
        """The signal that a condition raises: kinds of invalid operations share one."""
        return InvalidOperation if issubclass(condition, InvalidOperation) else condition


    # Integers: how a division's quotient is rounded

    def _adjustment(mode, negative, quotient, half):
        """Whether a magnitude that was cut to `quotient`, with a rest, goes up by one. `half` tells the rest from half a
        unit: -1, 0 or 1."""
        if mode == ROUND_DOWN:
            return 0
        if mode == ROUND_UP:
            return 1
        if mode == ROUND_CEILING:
            return 0 if negative else 1
        if mode == ROUND_FLOOR:
            return 1 if negative else 0
        if mode == ROUND_05UP:
            return 1 if quotient % 5 == 0 else 0
        if half:
            return 1 if half > 0 else 0
        if mode == ROUND_HALF_UP:
            return 1
        if mode == ROUND_HALF_DOWN:
            return 0
        return quotient & 1


    def _divide_rounding(value, divisor, mode, negative):
        """value / divisor as an int, and whether anything was lost."""
        quotient, rest = divmod(value, divisor)
        if not rest:
            return quotient, False
        twice = 2 * rest
        return quotient + _adjustment(mode, negative, quotient, (twice > divisor) - (twice < divisor)), True


    def _length(number):
        """How many decimal digits an int of no sign has; one for 0."""
        if number < 10:
            return 1
        guess = int(number.bit_length() * 0.30102999566398120)
        return guess + 1 if number >= 10 ** guess else guess


    # Contexts

    @_native
    class Context:
        """How operations round, and which conditions they report."""

        def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                     traps=None):
            base = globals().get('DefaultContext')
            self.prec = prec if prec is not None else base.prec if base else 28
            self.rounding = rounding if rounding is not None else base.rounding if base else ROUND_HALF_EVEN
            self.Emin = Emin if Emin is not None else base.Emin if base else -999999
            self.Emax = Emax if Emax is not None else base.Emax if base else 999999
            self.capitals = capitals if capitals is not None else base.capitals if base else 1
            self.clamp = clamp if clamp is not None else base.clamp if base else 0
            self.flags = self._table(flags, [])
            self.traps = self._table(traps, base.traps if base else [])

        @staticmethod
        def _table(given, default):
            if given is None:
                given = default
            if isinstance(given, dict):
                return {signal: bool(given.get(signal, False)) for signal in _signals}
            return {signal: signal in given for signal in _signals}

        def __setattr__(self, name, value):
            if name == 'prec' and not 1 <= _as_index(value) <= MAX_PREC:
                raise ValueError('valid range for prec is [1, MAX_PREC]')
            if name == 'rounding' and value not in _modes:
                raise TypeError(
                    'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   '
                    'ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
            if name == 'Emin' and not MIN_EMIN <= _as_index(value) <= 0:
                raise ValueError('valid range for Emin is [MIN_EMIN, 0]')
            if name == 'Emax' and not 0 <= _as_index(value) <= MAX_EMAX:
                raise ValueError('valid range for Emax is [0, MAX_EMAX]')
            if name in ('capitals', 'clamp') and _as_index(value) not in (0, 1):
                raise ValueError(f'valid values for {name} are 0 or 1')
            if name not in _context_fields:
                raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
            object.__setattr__(self, name, value)

        def __repr__(self):
            def names(table):
                return '[' + ', '.join(signal.__name__ for signal in table if table[signal]) + ']'
            return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                    f'capitals={self.capitals}, clamp={self.clamp}, flags={names(self.flags)}, '
                    f'traps={names(self.traps)})')

        def copy(self):
            return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags,
                           self.traps)

        __copy__ = copy

        def __reduce__(self):
            return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                             [signal for signal in _signals if self.flags[signal]],
                             [signal for signal in _signals if self.traps[signal]])

        def clear_flags(self):
            self.flags = dict.fromkeys(_signals, False)

        def clear_traps(self):
            self.traps = dict.fromkeys(_signals, False)

        def Etiny(self):
            return self.Emin - self.prec + 1

        def Etop(self):
            return self.Emax - self.prec + 1

        def _report(self, *conditions):
            """Sets the flags of conditions and raises the one that matters most among those that are trapped."""
            for condition in conditions:
                self.flags[_signal_of(condition)] = True
            trapped = [condition for signal in _signals if self.traps[signal]
                       for condition in conditions if _signal_of(condition) is signal]
            if trapped:
                raise _signal_of(trapped[0])(trapped)

        def _invalid(self, condition=InvalidOperation):
            self._report(condition)
            return _NaN

        def create_decimal(self, num='0'):
            made = Decimal(num, self)
            if made._kind == 'nan' and made._digits and _length(made._digits) > self.prec - self.clamp:
                return self._invalid(ConversionSyntax)
            return made._rounded(self)

        def create_decimal_from_float(self, f):
            return Decimal.from_float(f)._rounded(self)


    _modes = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)
    _context_fields = ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps')


    def _as_index(value):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        return value


    def _forward(name):
        """Context.name(a, …) is Decimal(a).name(…) in that context."""
        def method(self, a, *others):
            return getattr(_required(a), name)(*map(_required, others), context=self)
        method.__name__ = name
        setattr(Context, name, method)


    def _forward_plain(name, as_name=None):
        def method(self, a, *others):
            return getattr(_required(a), name)(*map(_required, others))
        setattr(Context, as_name or name, method)


    def _forward_operator(name, operation):
        def method(self, *operands):
            with localcontext(self) as local:
                try:
                    return operation(*map(_required, operands))
                finally:
                    for signal, isSet in local.flags.items():
                        if isSet:
                            self.flags[signal] = True
        setattr(Context, name, method)


    def getcontext():
        return _current[-1]


    def setcontext(context):
        _current[-1] = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


    @_contextlib.contextmanager
    def localcontext(ctx=None, **kwargs):
        """A copy of a context for the length of a block."""
        context = (getcontext() if ctx is None else ctx).copy()
        for name, value in kwargs.items():
            if name not in _context_fields:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(context, name, context._table(value, []) if name in ('flags', 'traps') else value)
        outer = getcontext()
        _current[-1] = context
        try:
            yield context
        finally:
            _current[-1] = outer
    """#
}
