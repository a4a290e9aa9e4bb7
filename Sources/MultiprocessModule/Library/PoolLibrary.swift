// `multiprocessing.pool`: the results of calls that were handed to workers.

enum PoolLibrary {
  static let results: StaticString = #"""
    import os
    import sys
    from time import monotonic, sleep

    from _multiprocessing import Feeder, Workers, handled, wait
    from multiprocessing import ProcessDied, ProcessError, TimeoutError, get_context

    __all__ = ['Pool', 'ThreadPool']

    INIT, RUN, CLOSE, TERMINATE = 'INIT', 'RUN', 'CLOSE', 'TERMINATE'

    # How a task calls its function: once, once an item of a chunk, or with the members of each item.
    _APPLY, _MAP, _STARMAP = range(3)


    class RemoteTraceback(Exception):
        """The traceback of an exception in the process where it was raised."""

        def __init__(self, text):
            self.tb = text

        def __str__(self):
            return self.tb


    class MaybeEncodingError(Exception):
        """A result that a worker could not send."""

        def __init__(self, exc, value):
            super().__init__(repr(exc), value)
            self.exc, self.value = self.args

        def __str__(self):
            return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

        def __repr__(self):
            return f'<{type(self).__name__}: {self}>'


    def _failure(kind, value, text):
        """The exception of an outcome that is no value."""
        if kind is None:
            return MaybeEncodingError(value, text)
        if text:
            value.__cause__ = RemoteTraceback(f'\n"""\n{text}"""')
        return value


    def _call_back(function, value):
        """Calls a callback. There is nobody above it to catch what it raises: that is reported."""
        try:
            function(value)
        except Exception:
            sys.excepthook(*sys.exc_info())


    class ApplyResult:
        """The result of a call, to come."""

        def __init__(self, pool, callback, error_callback):
            self._pool = pool
            self._callbacks = (error_callback, callback)
            self._done = False

        def _receive(self, kind, value, text):
            self._settle(bool(kind), value if kind else _failure(kind, value, text))

        def _settle(self, succeeded, value):
            self._succeeded, self._value = succeeded, value
            callback = self._callbacks[succeeded]
            if callback:
                _call_back(callback, value)
            self._done = True

        def ready(self):
            if not self._done:
                self._pool._crew.attend()
            return self._done

        def successful(self):
            if not self.ready():
                raise ValueError(f'{self!r} not ready')
            return self._succeeded

        def wait(self, timeout=None):
            if not self._done:
                self._pool._await(lambda: self._done, timeout)

        def get(self, timeout=None):
            self.wait(timeout)
            if not self._done:
                raise TimeoutError
            if self._succeeded:
                return self._value
            raise self._value


    AsyncResult = ApplyResult


    class MapResult(ApplyResult):
        """The results of many calls, to come in chunks."""

        def __init__(self, pool, length, chunks, callback, error_callback):
            super().__init__(pool, callback, error_callback)
            self._values = [None] * length
            self._failure = None
            self._missing = chunks
            if not chunks:
                self._succeeded, self._value, self._done = True, self._values, True

        def _receiver(self, start):
            """Who gets the results from number `start` on."""
            def receive(kind, value, text):
                if kind:
                    self._values[start:start + len(value)] = value
                elif self._failure is None:
                    self._failure = _failure(kind, value, text)
                self._missing -= 1
                if not self._missing:
                    self._settle(self._failure is None, self._values if self._failure is None else self._failure)
            return receive


    class IMapIterator(Feeder):
        """Results in the order of the calls, each as soon as it is there."""

        # Tasks that are given to the workers ahead of their results.
        _AHEAD = 1024

        def __init__(self, pool, tasks):
            self._pool = pool
            self._tasks = iter(tasks)
            self._outcomes = {}
            self._given = self._arrived = self._taken = 0
            self._ends = False
            pool._feeders.append(self)
            self._feed()

        def _can_feed(self):
            return not self._ends and self._given - self._arrived < self._AHEAD

        def _give(self):
            while self._can_feed():
                try:
                    task = next(self._tasks)
                except StopIteration:
                    self._end()
                except Exception as error:
                    # What the caller's iterator raises comes where its next result would have come.
                    self._given += 1
                    self._arrive(self._given - 1, False, error)
                    self._end()
                else:
                    self._given += 1
                    self._pool._submit(*task, {}, self._receiver(self._given - 1))

        def _end(self):
            self._ends = True
            self._pool._fed(self)

        def _receiver(self, number):
            def receive(kind, value, text):
                self._arrive(number, bool(kind), value if kind else _failure(kind, value, text))
                self._feed()
            return receive

        def _arrive(self, number, succeeded, value):
            self._arrived += 1
            self._outcomes[number] = (succeeded, value)

        def __iter__(self):
            return self

        def next(self, timeout=None):
            def known():
                return self._taken in self._outcomes or self._ends and self._taken == self._given
            if not known():
                self._pool._await(known, timeout)
                if not known():
                    raise TimeoutError
            if self._taken not in self._outcomes:
                raise StopIteration
            succeeded, value = self._outcomes.pop(self._taken)
            self._taken += 1
            if succeeded:
                return value
            raise value

        __next__ = next


    class IMapUnorderedIterator(IMapIterator):
        """Results in the order in which they come."""

        def _arrive(self, number, succeeded, value):
            super()._arrive(self._arrived, succeeded, value)
    """#
}
