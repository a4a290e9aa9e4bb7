// The module `contextvars`: contexts of the one thread there is.

enum ContextvarsLibrary {
  static let source: StaticString = #"""
    __all__ = ['Context', 'ContextVar', 'Token', 'copy_context']


    class Token:
        """What a variable was before it was set."""
        MISSING = type('MISSING', (), {'__repr__': lambda self: '<Token.MISSING>'})()

        def __init__(self, context, var, old_value):
            self._context = context
            self.var = var
            self.old_value = old_value
            self._used = False

        def __repr__(self):
            return f'<Token{" used" if self._used else ""} var={self.var!r} at {id(self):#x}>'


    class ContextVar:
        def __init__(self, name, *, default=Token.MISSING):
            if not isinstance(name, str):
                raise TypeError('context variable name must be a str')
            self._name = name
            self._default = default

        name = property(lambda self: self._name)

        def get(self, default=Token.MISSING, /):
            values = _current[-1]._values
            if self in values:
                return values[self]
            if default is not Token.MISSING:
                return default
            if self._default is not Token.MISSING:
                return self._default
            raise LookupError(self)

        def set(self, value, /):
            context = _current[-1]
            token = Token(context, self, context._values.get(self, Token.MISSING))
            context._values = {**context._values, self: value}
            return token

        def reset(self, token, /):
            if token._used:
                raise RuntimeError(f'{token!r} has already been used once')
            if token.var is not self:
                raise ValueError(f'{token!r} was created by a different ContextVar')
            if token._context is not _current[-1]:
                raise ValueError(f'{token!r} was created in a different Context')
            values = dict(token._context._values)
            if token.old_value is Token.MISSING:
                values.pop(self, None)
            else:
                values[self] = token.old_value
            token._context._values = values
            token._used = True

        def __class_getitem__(cls, item):
            return cls

        def __repr__(self):
            default = '' if self._default is Token.MISSING else f' default={self._default!r}'
            return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'


    class Context:
        """The values of variables; `run` calls a function with them."""

        def __init__(self):
            self._values = {}
            self._is_entered = False

        def run(self, callable, /, *args, **kwargs):
            if self._is_entered:
                raise RuntimeError(f'cannot enter context: {self!r} is already entered')
            self._is_entered = True
            _current.append(self)
            try:
                return callable(*args, **kwargs)
            finally:
                _current.pop()
                self._is_entered = False

        def copy(self):
            made = Context()
            made._values = self._values
            return made

        def get(self, var, default=None, /):
            return self._values.get(var, default)

        def keys(self):
            return self._values.keys()

        def values(self):
            return self._values.values()

        def items(self):
            return self._values.items()

        def __getitem__(self, var):
            return self._values[var]

        def __contains__(self, var):
            return var in self._values

        def __iter__(self):
            return iter(self._values)

        def __len__(self):
            return len(self._values)

        def __eq__(self, other):
            return self._values == other._values if isinstance(other, Context) else NotImplemented

        __hash__ = None


    def copy_context():
        return _current[-1].copy()


    _current = [Context()]
    """#
}
