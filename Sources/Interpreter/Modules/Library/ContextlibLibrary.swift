// `contextlib`: contexts made of generators, small ready-made contexts, and a stack of contexts.

enum ContextlibLibrary {
  static let source: StaticString = #"""
    import abc
    import os
    import sys
    from functools import partial, wraps

    __all__ = [
        'AbstractContextManager', 'ContextDecorator', 'ExitStack', 'chdir', 'closing', 'contextmanager', 'nullcontext',
        'redirect_stderr', 'redirect_stdout', 'suppress',
    ]


    class AbstractContextManager(abc.ABC):
        __slots__ = ()
        __class_getitem__ = classmethod(type(list[int]))

        def __enter__(self):
            return self

        @abc.abstractmethod
        def __exit__(self, kind, error, trace):
            pass

        @classmethod
        def __subclasshook__(cls, candidate):
            known = {name for base in candidate.__mro__ for name in base.__dict__}
            matches = cls is AbstractContextManager and known >= {'__enter__', '__exit__'}
            return matches or NotImplemented


    class ContextDecorator:
        """Lets a context also decorate: every call of the function runs inside it."""

        def _renewed(self):
            return self

        def __call__(self, function):
            @wraps(function)
            def surrounded(*values, **named):
                with self._renewed():
                    return function(*values, **named)
            return surrounded


    class _GeneratorContext(ContextDecorator, AbstractContextManager):
        """Runs a generator up to its yield on entry, and from there to its end on exit."""

        def __init__(self, start):
            self._start = start
            self._run = start()
            self.__doc__ = start.func.__doc__

        def _renewed(self):
            return type(self)(self._start)

        def __enter__(self):
            for value in self._run:
                return value
            raise RuntimeError("generator didn't yield")

        def __exit__(self, kind, error, trace):
            if kind is not None and error is None:
                error = kind()
            try:
                if error is None:
                    next(self._run)
                else:
                    self._run.throw(error)
            except StopIteration as end:
                return error is not None and end is not error
            except BaseException as raised:
                # A StopIteration cannot leave a generator as itself: it comes back as the cause of a RuntimeError.
                wrapped = isinstance(error, StopIteration) and isinstance(raised, RuntimeError)
                if raised is not error and not (wrapped and raised.__cause__ is error):
                    raise
                error.__traceback__ = trace
                return False
            try:
                raise RuntimeError("generator didn't stop" if error is None else "generator didn't stop after throw()")
            finally:
                self._run.close()


    def contextmanager(function):
        @wraps(function)
        def make(*values, **named):
            return _GeneratorContext(partial(function, *values, **named))
        return make


    class nullcontext(AbstractContextManager):
        def __init__(self, enter_result=None):
            self._result = enter_result

        def __enter__(self):
            return self._result

        def __exit__(self, *details):
            pass


    class closing(nullcontext):
        def __init__(self, thing):
            super().__init__(thing)

        def __exit__(self, *details):
            self._result.close()


    class suppress(nullcontext):
        def __init__(self, *exceptions):
            super().__init__()
            self._kinds = exceptions

        def __exit__(self, kind, error, trace):
            if kind is None or issubclass(kind, self._kinds):
                return kind is not None
            if not issubclass(kind, BaseExceptionGroup):
                return False
            others = error.split(self._kinds)[1]
            if others is not None:
                raise others
            return True


    class _Replacement(AbstractContextManager):
        """Installs something for the time of the context, then what was there before. It may be entered repeatedly."""

        def __init__(self, new):
            self._new = new
            self._before = []

        def __enter__(self):
            self._before.append(self._current())
            return self._install(self._new)

        def __exit__(self, *details):
            self._install(self._before.pop())


    class chdir(_Replacement):
        _current = staticmethod(os.getcwd)
        _install = staticmethod(os.chdir)


    class redirect_stdout(_Replacement):
        _name = 'stdout'

        def _current(self):
            return getattr(sys, self._name)

        def _install(self, stream):
            setattr(sys, self._name, stream)
            return stream


    class redirect_stderr(redirect_stdout):
        _name = 'stderr'


    class ExitStack(AbstractContextManager):
        """Leaves any number of contexts, the last entered first."""

        def __init__(self):
            self._exits = []

        def enter_context(self, cm):
            kind = type(cm)
            if not (hasattr(kind, '__enter__') and hasattr(kind, '__exit__')):
                name = f'{kind.__module__}.{kind.__qualname__}'
                raise TypeError(f"'{name}' object does not support the context manager protocol")
            leave = partial(kind.__exit__, cm)
            entered = kind.__enter__(cm)
            self._exits.append(leave)
            return entered

        def push(self, exit):
            kind = type(exit)
            self._exits.append(partial(kind.__exit__, exit) if hasattr(kind, '__exit__') else exit)
            return exit

        def callback(self, callback, /, *values, **named):
            def leave(*details):
                callback(*values, **named)
            self._exits.append(leave)
            return callback

        def pop_all(self):
            heir = type(self)()
            heir._exits, self._exits = self._exits, []
            return heir

        def close(self):
            self.__exit__(*_details(None))

        def __exit__(self, kind, error, trace):
            handled = sys.exception()
            current = error
            while self._exits:
                leave = self._exits.pop()
                try:
                    if leave(*_details(current)):
                        current = None
                except BaseException as raised:
                    _chain(raised, current, handled)
                    current = raised
            if current is error or current is None:
                return current is not error
            context = current.__context__
            try:
                raise current
            except type(current):
                current.__context__ = context
                raise


    def _details(error):
        return (None, None, None) if error is None else (type(error), error, error.__traceback__)


    def _chain(raised, current, handled):
        """Ends the contexts of an exception in the one its exit was leaving, as in nested with statements.

        By itself it would end in the exception that is handled where the whole stack is left.
        """
        if raised is current:
            return
        last = raised
        while last.__context__ not in (None, current, handled):
            last = last.__context__
        last.__context__ = current
    """#
}
