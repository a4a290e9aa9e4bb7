// `concurrent.futures`: futures, and waiting for them.

enum FuturesLibrary {
  static let package: StaticString = "from concurrent import futures"

  static let exports: StaticString = #"""
    from concurrent.futures._base import (
        ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Executor, Future,
        InvalidStateError, TimeoutError, as_completed, wait)
    from concurrent.futures.process import ProcessPoolExecutor
    from concurrent.futures.thread import ThreadPoolExecutor

    __all__ = (
        'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError',
        'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor')
    """#

  static let threads: StaticString = #"""
    from concurrent.futures._base import BrokenExecutor, Executor


    class BrokenThreadPool(BrokenExecutor):
        pass


    class ThreadPoolExecutor(Executor):
        def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
            raise NotImplementedError('ppd has no threads: use ProcessPoolExecutor')
    """#

  static let futures: StaticString = #"""
    from collections import deque, namedtuple
    from time import monotonic, sleep

    import _multiprocessing

    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION = 'ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'

    PENDING, RUNNING, FINISHED = 'PENDING', 'RUNNING', 'FINISHED'
    CANCELLED, CANCELLED_AND_NOTIFIED = 'CANCELLED', 'CANCELLED_AND_NOTIFIED'

    TimeoutError = TimeoutError


    class Error(Exception):
        """What goes wrong with futures."""


    class CancelledError(Error):
        """The future was cancelled."""


    class InvalidStateError(Error):
        """The future has its outcome already."""


    class BrokenExecutor(RuntimeError):
        """The executor's workers are gone."""


    def _logger():
        from logging import getLogger
        return getLogger('concurrent.futures')


    class Future:
        """The result of a call, to come."""

        def __init__(self):
            self._state = PENDING
            self._result = self._exception = None
            self._callbacks = []
            # Those who wait for it; they learn of its end before the callbacks run.
            self._waiters = []
            # The workers that may do the call; None where whoever made the future sets its outcome.
            self._crew = None

        def _attend(self):
            """Deals with what has come, unless nothing that could come would change this future."""
            if self._crew is not None and not self._is_over():
                self._crew.attend()

        # Questions

        def cancelled(self):
            self._attend()
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

        def running(self):
            self._attend()
            return self._state == RUNNING

        def done(self):
            self._attend()
            return self._is_over()

        def _is_over(self):
            return self._state not in (PENDING, RUNNING)

        def result(self, timeout=None):
            failure = self.exception(timeout)
            if failure is not None:
                raise failure
            return self._result

        def exception(self, timeout=None):
            if not _await([self], self._is_over, timeout):
                raise TimeoutError()
            if self._state != FINISHED:
                raise CancelledError()
            return self._exception

        # Changes

        def add_done_callback(self, fn):
            self._attend()
            if self._is_over():
                self._call(fn)
            else:
                self._callbacks.append(fn)

        def cancel(self):
            self._attend()
            if self._state == PENDING:
                self._end(CANCELLED)
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

        def set_running_or_notify_cancel(self):
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _logger().critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

        def set_result(self, result):
            self._check_open()
            self._result = result
            self._end(FINISHED)

        def set_exception(self, exception):
            self._check_open()
            self._exception = exception
            self._end(FINISHED)

        def _check_open(self):
            if self._is_over():
                raise InvalidStateError(f'{self._state}: {self!r}')

        def _end(self, state):
            self._state = state
            for waiter in self._waiters:
                waiter(self)
            callbacks, self._callbacks = self._callbacks, []
            for callback in callbacks:
                self._call(callback)

        def _call(self, callback):
            try:
                callback(self)
            except Exception:
                _logger().exception('exception calling callback for %r', self)

        def __repr__(self):
            state = 'cancelled' if self._state == CANCELLED_AND_NOTIFIED else self._state.lower()
            if self._state == FINISHED:
                outcome = f'raised {type(self._exception).__name__}' if self._exception is not None else \
                    f'returned {type(self._result).__name__}'
                state = f'{state} {outcome}'
            return f'<{type(self).__name__} at {id(self):#x} state={state}>'
    """#

  static let waiting: StaticString = #"""
    def _await(futures, ready, timeout):
        """Lets the workers of futures work until ready(), or timeout seconds. Returns ready()."""
        if ready():
            return True
        crews = list({id(future._crew): future._crew for future in futures if future._crew is not None}.values())
        end = None if timeout is None else monotonic() + timeout
        for crew in crews:
            crew.attend()
        while True:
            before = _multiprocessing.handled(crews)
            if ready():
                return True
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                return False
            if crews:
                _multiprocessing.wait(crews, before, left)
            elif left is None:
                raise RuntimeError('nobody can ever finish a future that belongs to no executor')
            else:
                sleep(left)


    class _Watch:
        """Notes futures as they end."""

        def __init__(self, futures):
            self.ended = deque()
            self._futures = futures
            self._note = self.ended.append
            for future in futures:
                future._waiters.append(self._note)
                # A signal may have brought its outcome before, or just now.
                if future._is_over() and future not in self.ended:
                    self._note(future)

        def stop(self):
            for future in self._futures:
                future._waiters.remove(self._note)


    DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


    def _failed(future):
        return future._state == FINISHED and future._exception is not None


    def wait(fs, timeout=None, return_when=ALL_COMPLETED):
        """Waits for futures; returns the set of those that are done and the set of the others."""
        if return_when not in (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION):
            raise ValueError(f'Invalid return condition: {return_when!r}')
        futures = set(fs)
        for future in futures:
            future._attend()
        done = {future for future in futures if future._is_over()}
        pending = futures - done
        enough = return_when == FIRST_COMPLETED and done or return_when == FIRST_EXCEPTION and any(map(_failed, done))
        if pending and not enough:
            watch = _Watch(pending)

            def ready():
                if return_when == FIRST_COMPLETED:
                    return watch.ended
                return len(watch.ended) == len(pending) or return_when == FIRST_EXCEPTION and any(map(_failed, watch.ended))

            try:
                _await(pending, ready, timeout)
            finally:
                watch.stop()
            done.update(watch.ended)
        return DoneAndNotDoneFutures(done, futures - done)


    def as_completed(fs, timeout=None):
        """Yields futures as they are done."""
        end = None if timeout is None else monotonic() + timeout
        futures = set(fs)
        for future in futures:
            future._attend()
        done = [future for future in futures if future._is_over()]
        pending = futures.difference(done)
        watch = _Watch(pending)
        left = len(pending)
        try:
            yield from done
            while left:
                remaining = None if end is None else end - monotonic()
                if not watch.ended and not _await(pending, lambda: watch.ended, remaining):
                    raise TimeoutError(f'{left} (of {len(futures)}) futures unfinished')
                left -= 1
                yield watch.ended.popleft()
        finally:
            watch.stop()


    class Executor:
        """What calls can be handed to."""

        def submit(self, fn, /, *args, **kwargs):
            raise NotImplementedError()

        def shutdown(self, wait=True, *, cancel_futures=False):
            pass

        def map(self, fn, *iterables, timeout=None, chunksize=1):
            end = None if timeout is None else monotonic() + timeout
            futures = deque([self.submit(fn, *arguments) for arguments in zip(*iterables)])
            return _results(futures, end)

        def __enter__(self):
            return self

        def __exit__(self, exc_type, exc_val, exc_tb):
            self.shutdown(wait=True)
            return False


    def _results(futures, end):
        """The results of futures in their order; those that nobody asks for any more are cancelled."""
        try:
            while futures:
                yield futures.popleft().result(None if end is None else end - monotonic())
        finally:
            for future in futures:
                future.cancel()
    """#
}
