// `contextlib`.

enum ContextlibLibrary {
  static let source: StaticString = #"""
    import abc
    import os
    import sys
    from collections import deque
    from functools import wraps

    __all__ = [
        'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager', 'ContextDecorator', 'ExitStack',
        'redirect_stdout', 'redirect_stderr', 'suppress', 'chdir',
    ]


    class AbstractContextManager(abc.ABC):
        __slots__ = ()
        __class_getitem__ = classmethod(type(list[int]))

        def __enter__(self):
            return self

        @abc.abstractmethod
        def __exit__(self, exc_type, exc_value, traceback):
            return None

        @classmethod
        def __subclasshook__(cls, subclass):
            if cls is AbstractContextManager:
                has = lambda name: any(name in base.__dict__ for base in subclass.__mro__)
                return True if has('__enter__') and has('__exit__') else NotImplemented
            return NotImplemented


    class ContextDecorator:
        """Lets a context manager also decorate functions."""

        def _recreate_cm(self):
            return self

        def __call__(self, func):
            @wraps(func)
            def inner(*args, **kwds):
                with self._recreate_cm():
                    return func(*args, **kwds)
            return inner


    class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
        def __init__(self, func, args, kwds):
            self.gen = func(*args, **kwds)
            self.func, self.args, self.kwds = func, args, kwds
            self.__doc__ = func.__doc__

        def _recreate_cm(self):
            return self.__class__(self.func, self.args, self.kwds)

        def __enter__(self):
            del self.args, self.kwds, self.func
            try:
                return next(self.gen)
            except StopIteration:
                raise RuntimeError("generator didn't yield") from None

        def __exit__(self, typ, value, traceback):
            if typ is None:
                try:
                    next(self.gen)
                except StopIteration:
                    return False
                try:
                    raise RuntimeError("generator didn't stop")
                finally:
                    self.gen.close()
            if value is None:
                value = typ()
            try:
                self.gen.throw(value)
            except StopIteration as exc:
                return exc is not value
            except RuntimeError as exc:
                if exc is value:
                    exc.__traceback__ = traceback
                    return False
                if isinstance(value, StopIteration) and exc.__cause__ is value:
                    value.__traceback__ = traceback
                    return False
                raise
            except BaseException as exc:
                if exc is not value:
                    raise
                exc.__traceback__ = traceback
                return False
            try:
                raise RuntimeError("generator didn't stop after throw()")
            finally:
                self.gen.close()


    def contextmanager(func):
        @wraps(func)
        def helper(*args, **kwds):
            return _GeneratorContextManager(func, args, kwds)
        return helper


    class closing(AbstractContextManager):
        def __init__(self, thing):
            self.thing = thing

        def __enter__(self):
            return self.thing

        def __exit__(self, *exc_info):
            self.thing.close()


    class _RedirectStream(AbstractContextManager):
        _stream = None

        def __init__(self, new_target):
            self._new_target = new_target
            self._old_targets = []

        def __enter__(self):
            self._old_targets.append(getattr(sys, self._stream))
            setattr(sys, self._stream, self._new_target)
            return self._new_target

        def __exit__(self, exctype, excinst, exctb):
            setattr(sys, self._stream, self._old_targets.pop())


    class redirect_stdout(_RedirectStream):
        _stream = 'stdout'


    class redirect_stderr(_RedirectStream):
        _stream = 'stderr'


    class suppress(AbstractContextManager):
        def __init__(self, *exceptions):
            self._exceptions = exceptions

        def __enter__(self):
            pass

        def __exit__(self, exctype, excinst, exctb):
            if exctype is None:
                return
            if issubclass(exctype, self._exceptions):
                return True
            if issubclass(exctype, BaseExceptionGroup):
                match, rest = excinst.split(self._exceptions)
                if rest is None:
                    return True
                raise rest
            return False


    class nullcontext(AbstractContextManager):
        def __init__(self, enter_result=None):
            self.enter_result = enter_result

        def __enter__(self):
            return self.enter_result

        def __exit__(self, *excinfo):
            pass


    class chdir(AbstractContextManager):
        def __init__(self, path):
            self.path = path
            self._old_cwd = []

        def __enter__(self):
            self._old_cwd.append(os.getcwd())
            os.chdir(self.path)

        def __exit__(self, *excinfo):
            os.chdir(self._old_cwd.pop())


    class ExitStack(AbstractContextManager):
        """Leaves any number of contexts, the last entered first."""

        def __init__(self):
            self._exit_callbacks = deque()

        def pop_all(self):
            new_stack = type(self)()
            new_stack._exit_callbacks = self._exit_callbacks
            self._exit_callbacks = deque()
            return new_stack

        def push(self, exit):
            cls = type(exit)
            if hasattr(cls, '__exit__'):
                leave = cls.__exit__
                self._exit_callbacks.append(lambda *details: leave(exit, *details))
            else:
                self._exit_callbacks.append(exit)
            return exit

        def enter_context(self, cm):
            cls = type(cm)
            try:
                enter = cls.__enter__
                leave = cls.__exit__
            except AttributeError:
                raise TypeError(
                    f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
                ) from None
            result = enter(cm)
            self._exit_callbacks.append(lambda *details: leave(cm, *details))
            return result

        def callback(self, callback, /, *args, **kwds):
            def leave(exc_type, exc, tb):
                callback(*args, **kwds)
            leave.__wrapped__ = callback
            self._exit_callbacks.append(leave)
            return callback

        def close(self):
            self.__exit__(None, None, None)

        def __enter__(self):
            return self

        def __exit__(self, *exc_details):
            pending = exc_details[1]
            outer = sys.exception()
            received = pending is not None
            suppressed = False
            raised = False
            while self._exit_callbacks:
                leave = self._exit_callbacks.pop()
                try:
                    if pending is None:
                        details = None, None, None
                    else:
                        details = type(pending), pending, pending.__traceback__
                    if leave(*details):
                        suppressed = True
                        raised = False
                        pending = None
                except BaseException as new:
                    self._link(new, pending, outer)
                    raised = True
                    pending = new
            if raised:
                context = pending.__context__
                try:
                    raise pending
                except BaseException:
                    pending.__context__ = context
                    raise
            return received and suppressed

        @staticmethod
        def _link(new, old, outer):
            """Makes an exception of one exit look as if it came inside the exits that were left before."""
            while True:
                context = new.__context__
                if context is None or context is old:
                    return
                if context is outer:
                    break
                new = context
            new.__context__ = old
    """#
}
