// `multiprocessing.pool`: the pool itself.

extension PoolLibrary {
  static let pool: StaticString = #"""
    def _work(crew, place, initializer, initargs, lifetime):
        """The life of a worker."""
        if initializer is not None:
            try:
                initializer(*initargs)
            except Exception as error:
                crew.report_failure(error)
                raise
        crew.serve(place, lifetime)


    def _end_of(process):
        """How a process ended, in words."""
        code = process.exitcode
        if code >= 0:
            return f'ended with exit code {code}'
        from signal import Signals
        try:
            return f'was killed by {Signals(-code).name}'
        except ValueError:
            return f'was killed by signal {-code}'


    class Pool:
        """Worker processes that calls can be handed to."""

        def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
            if processes is None:
                processes = os.process_cpu_count() or 1
            if processes < 1:
                raise ValueError('Number of processes must be at least 1')
            if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
                raise ValueError('maxtasksperchild must be a positive int or None')
            if initializer is not None and not callable(initializer):
                raise TypeError('initializer must be a callable')
            self._ctx = context or get_context()
            self._beginning = (initializer, initargs, maxtasksperchild or 0)
            self._broken = None
            # The imap iterators that have still tasks to give.
            self._feeders = []
            self._crew = Workers(processes, self._hire, self._bereaved, self._fail)
            self._processes = processes
            for place in range(processes):
                self._crew.employ(place)
            self._state = RUN

        _state = INIT

        # Workers

        def _hire(self, place):
            process = self._ctx.Process(target=_work, args=(self._crew, place, *self._beginning))
            process.name = process.name.replace('Process', 'PoolWorker')
            process.daemon = True
            process.start()
            return process

        def _bereaved(self, place, process, receiver):
            if receiver is not None:
                died = ProcessDied(f'{process.name} (pid {process.pid}) {_end_of(process)} while it did the task')
                receiver(False, died, '')
            if self._broken or self._state == TERMINATE:
                return False
            return self._state != CLOSE or self._crew.queued > 0

        def _fail(self, error, text):
            """A worker's initializer has failed, as those of its successors would."""
            if self._broken is None:
                self._broken = _failure(False, error, text)
                for receiver in self._crew.abandon():
                    receiver(False, self._broken, '')

        @property
        def _pool(self):
            return self._crew.processes

        # Tasks

        def _check_running(self):
            if self._state != RUN:
                raise ValueError('Pool not running')

        def _submit(self, manner, function, arguments, keywords, receiver):
            if self._broken:
                receiver(False, self._broken, '')
                return
            try:
                self._crew.submit(manner, function, arguments, keywords, receiver)
            except Exception as error:
                # What cannot be sent fails as it would in the worker: where the result is asked for.
                receiver(False, error, '')

        def _await(self, ready, timeout=None):
            """Waits until ready(), or timeout seconds."""
            crews = [self._crew]
            end = None if timeout is None else monotonic() + timeout
            self._crew.attend()
            while True:
                before = handled(crews)
                if ready():
                    return
                left = None if end is None else end - monotonic()
                if left is not None and left <= 0:
                    return
                if self._state != TERMINATE:
                    wait(crews, before, left)
                elif left is None:
                    raise ProcessError('the pool was terminated before the task was done')
                else:
                    sleep(left)

        def apply(self, func, args=(), kwds={}):
            return self.apply_async(func, args, kwds).get()

        def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
            self._check_running()
            result = ApplyResult(self, callback, error_callback)
            self._submit(_APPLY, func, args, kwds, result._receive)
            return result

        def map(self, func, iterable, chunksize=None):
            return self.map_async(func, iterable, chunksize).get()

        def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
            return self._map(_MAP, func, iterable, chunksize, callback, error_callback)

        def starmap(self, func, iterable, chunksize=None):
            return self.starmap_async(func, iterable, chunksize).get()

        def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
            return self._map(_STARMAP, func, iterable, chunksize, callback, error_callback)

        def _map(self, manner, func, iterable, chunksize, callback, error_callback):
            self._check_running()
            items = list(iterable)
            if chunksize is None:
                # Four chunks a worker: few messages, and none is left with much more work than the others.
                chunksize = -(-len(items) // (4 * self._processes)) or 1
            starts = range(0, len(items), _checked(chunksize))
            result = MapResult(self, len(items), len(starts), callback, error_callback)
            for start in starts:
                self._submit(manner, func, items[start:start + chunksize], {}, result._receiver(start))
            return result

        def imap(self, func, iterable, chunksize=1):
            return self._imap(IMapIterator, func, iterable, chunksize)

        def imap_unordered(self, func, iterable, chunksize=1):
            return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

        def _imap(self, kind, func, iterable, chunksize):
            self._check_running()
            if _checked(chunksize) == 1:
                return kind(self, ((_APPLY, func, (item,)) for item in iterable))
            chunks = kind(self, ((_MAP, func, chunk) for chunk in _chunks(iter(iterable), chunksize)))
            return (item for chunk in chunks for item in chunk)

        # The end

        def _fed(self, feeder):
            """An imap iterator has no more tasks to give."""
            self._feeders.remove(feeder)
            self._close_when_fed()

        def _close_when_fed(self):
            if self._state == CLOSE and not self._feeders:
                self._crew.close()

        def close(self):
            if self._state == RUN:
                self._state = CLOSE
                self._close_when_fed()

        def terminate(self):
            if self._state == TERMINATE:
                return
            self._state = TERMINATE
            self._crew.discard()
            self._crew.abandon()
            for process in self._crew.processes:
                process.terminate()
            self._dismiss()

        def join(self):
            if self._state == RUN:
                raise ValueError('Pool is still running')
            if self._state == CLOSE:
                self._await(lambda: not self._feeders and not self._crew.outstanding)
            self._dismiss()

        def _dismiss(self):
            """Waits for the workers to leave."""
            for process in self._crew.processes:
                process.join()
            self._crew.dismiss()

        def __enter__(self):
            self._check_running()
            return self

        def __exit__(self, type, value, traceback):
            self.terminate()

        def __reduce__(self):
            raise NotImplementedError('pool objects cannot be passed between processes or pickled')

        def __repr__(self):
            return f'<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={self._processes}>'


    def _checked(chunksize):
        if chunksize < 1:
            raise ValueError(f'Chunksize must be 1+, not {chunksize:n}')
        return chunksize


    def _chunks(iterator, size):
        from itertools import islice
        while chunk := tuple(islice(iterator, size)):
            yield chunk


    class ThreadPool(Pool):
        def __init__(self, processes=None, initializer=None, initargs=()):
            raise NotImplementedError('ppd has no threads: use multiprocessing.Pool')
    """#
}
