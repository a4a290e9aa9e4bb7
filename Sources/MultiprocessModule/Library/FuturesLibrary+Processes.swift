// `concurrent.futures.process`: the executor that hands calls to worker processes.

extension FuturesLibrary {
  static let processes: StaticString = #"""
    import os
    from collections import deque
    from itertools import batched, chain
    from time import monotonic

    from _multiprocessing import Feeder, Workers, at_exit
    from concurrent.futures import _base
    from multiprocessing import get_context

    _APPLY, _STARMAP = 0, 2


    class BrokenProcessPool(_base.BrokenExecutor):
        """A worker ended that should not have."""


    class _RemoteTraceback(Exception):
        def __init__(self, text):
            self.tb = text

        def __str__(self):
            return self.tb


    def _work(crew, place, initializer, initargs, lifetime):
        """The life of a worker."""
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException as error:
                _base._logger().critical('Exception in initializer:', exc_info=True)
                crew.report_failure(error)
                return
        crew.serve(place, lifetime)


    # The executors whose workers run. The process leaves when they have done what they were given.
    _executors = []


    def _finish():
        for executor in list(_executors):
            if executor._owner == os.getpid():
                executor.shutdown()


    at_exit(_finish)


    class ProcessPoolExecutor(Feeder, _base.Executor):
        """Hands calls to worker processes."""

        def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                     max_tasks_per_child=None):
            if max_workers is None:
                max_workers = os.process_cpu_count() or 1
            elif max_workers <= 0:
                raise ValueError('max_workers must be greater than 0')
            if initializer is not None and not callable(initializer):
                raise TypeError('initializer must be a callable')
            if max_tasks_per_child is not None:
                if not isinstance(max_tasks_per_child, int):
                    raise TypeError('max_tasks_per_child must be an integer')
                if max_tasks_per_child <= 0:
                    raise ValueError('max_tasks_per_child must be >= 1')
            self._max_workers = max_workers
            self._mp_context = mp_context or get_context()
            self._beginning = (initializer, initargs, max_tasks_per_child or 0)
            self._owner = os.getpid()
            self._crew = Workers(max_workers, self._hire, self._bereaved, self._fail)
            # Calls that no worker has been given yet: they can be cancelled.
            self._pending = deque()
            self._started = self._closed = False
            self._broken = None

        @property
        def _processes(self):
            return {process.pid: process for process in self._crew.processes}

        # Workers

        def _start(self):
            self._started = True
            for place in range(self._max_workers):
                self._crew.employ(place)
            _executors.append(self)

        def _hire(self, place):
            process = self._mp_context.Process(target=_work, args=(self._crew, place, *self._beginning))
            process.start()
            return process

        def _bereaved(self, place, process, receiver):
            if self._broken:
                return False
            if receiver is None and process.exitcode == 0:
                return not self._closed or bool(self._pending) or self._crew.queued > 0
            if receiver is not None:
                receiver(False, self._breakage(), '')
            self._break()
            return False

        def _fail(self, error, text):
            self._break()

        def _breakage(self):
            return BrokenProcessPool('A process in the process pool was terminated abruptly '
                                     'while the future was running or pending.')

        def _break(self):
            """Without its workers the executor is good for nothing."""
            if self._broken:
                return
            self._broken = 'A child process terminated abruptly, the process pool is not usable anymore'
            for receiver in self._crew.abandon():
                receiver(False, self._breakage(), '')
            while self._pending:
                future = self._pending.popleft()[0]
                if future.set_running_or_notify_cancel():
                    future.set_exception(self._breakage())
            for process in self._crew.processes:
                process.terminate()

        # Calls

        def submit(self, fn, /, *args, **kwargs):
            return self._submit(_APPLY, fn, args, kwargs)

        def _submit(self, manner, fn, args, kwargs):
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._closed:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if not self._started:
                self._start()
            future = _base.Future()
            future._crew = self._crew
            self._pending.append((future, manner, fn, args, kwargs))
            # A worker that was idle may have died: nobody has looked since. Then this is the first call to fail.
            self._crew.attend()
            self._feed()
            return future

        # The workers get what they can do at once, and one call more.
        def _can_feed(self):
            return self._pending and self._crew.outstanding <= self._max_workers and not self._broken

        def _fed(self):
            if self._closed and not self._pending:
                self._crew.close()

        def _give(self):
            while self._can_feed():
                future, *task = self._pending.popleft()
                if future.set_running_or_notify_cancel():
                    try:
                        self._crew.submit(*task, self._receiver(future))
                    except Exception as error:
                        future.set_exception(error)

        def _receiver(self, future):
            def receive(kind, value, text):
                self._feed()
                if kind:
                    future.set_result(value)
                else:
                    if kind is False and text:
                        value.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
                    future.set_exception(value)
            return receive

        def map(self, fn, *iterables, timeout=None, chunksize=1):
            if chunksize < 1:
                raise ValueError('chunksize must be >= 1.')
            if chunksize == 1:
                return super().map(fn, *iterables, timeout=timeout)
            end = None if timeout is None else monotonic() + timeout
            chunks = batched(zip(*iterables), chunksize)
            futures = deque([self._submit(_STARMAP, fn, chunk, {}) for chunk in chunks])
            return chain.from_iterable(_base._results(futures, end))

        # The end

        def shutdown(self, wait=True, *, cancel_futures=False):
            self._closed = True
            if cancel_futures:
                while self._pending:
                    self._pending.popleft()[0].cancel()
            self._feed()
            if wait and self._started and self._owner == os.getpid():
                watched = _base.Future()
                watched._crew = self._crew
                _base._await([watched], lambda: not self._pending and not self._crew.outstanding, None)
                for process in self._crew.processes:
                    process.join()
                self._crew.dismiss()
                if self in _executors:
                    _executors.remove(self)
    """#
}
