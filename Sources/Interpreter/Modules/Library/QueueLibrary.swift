// `queue`: queues inside one process.

enum QueueLibrary {
  static let source: StaticString = #"""
    import time
    from collections import deque
    from heapq import heappush, heappop
    from _queue import Empty, Full, ShutDown

    __all__ = ['Empty', 'Full', 'ShutDown', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


    def _wait(ready, block, timeout, failure, what):
        """Waits until something has changed. There are no threads, so that only a signal's handler can change it."""
        if not block:
            if not ready():
                raise failure
            return
        if timeout is None:
            if not ready():
                raise RuntimeError(
                    f'{what} would wait for ever: a queue.Queue belongs to one process, which has no other thread '
                    '(multiprocessing.Queue is the one to share with processes)')
            return
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = time.monotonic() + timeout
        while not ready():
            rest = end - time.monotonic()
            if rest <= 0.0:
                raise failure
            time.sleep(min(rest, 0.05))


    class Queue:
        '''Create a queue object with a given maximum size.

        If maxsize is <= 0, the queue size is infinite.
        '''

        def __init__(self, maxsize=0):
            self.maxsize = maxsize
            self._init(maxsize)
            self.unfinished_tasks = 0
            self.is_shutdown = False

        def task_done(self):
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks = unfinished

        def join(self):
            if self.unfinished_tasks:
                _wait(lambda: not self.unfinished_tasks, True, None, None, 'join()')

        def qsize(self):
            return self._qsize()

        def empty(self):
            return not self._qsize()

        def full(self):
            return 0 < self.maxsize <= self._qsize()

        def put(self, item, block=True, timeout=None):
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0 and self._qsize() >= self.maxsize:
                _wait(lambda: self._qsize() < self.maxsize, block, timeout, Full, 'put() to a full queue')
                if self.is_shutdown:
                    raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1

        def get(self, block=True, timeout=None):
            if not self._qsize():
                if self.is_shutdown:
                    raise ShutDown
                _wait(lambda: self._qsize() or self.is_shutdown, block, timeout, Empty, 'get() from an empty queue')
                if not self._qsize():
                    raise ShutDown
            return self._get()

        def put_nowait(self, item):
            return self.put(item, block=False)

        def get_nowait(self):
            return self.get(block=False)

        def shutdown(self, immediate=False):
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1

        def _init(self, maxsize):
            self.queue = deque()

        def _qsize(self):
            return len(self.queue)

        def _put(self, item):
            self.queue.append(item)

        def _get(self):
            return self.queue.popleft()

        __class_getitem__ = classmethod(type(list[int]))


    class PriorityQueue(Queue):
        '''Variant of Queue that retrieves open entries in priority order (lowest first).

        Entries are typically tuples of the form:  (priority number, data).
        '''

        def _init(self, maxsize):
            self.queue = []

        def _qsize(self):
            return len(self.queue)

        def _put(self, item):
            heappush(self.queue, item)

        def _get(self):
            return heappop(self.queue)


    class LifoQueue(Queue):
        '''Variant of Queue that retrieves most recently added entries first.'''

        def _init(self, maxsize):
            self.queue = []

        def _qsize(self):
            return len(self.queue)

        def _put(self, item):
            self.queue.append(item)

        def _get(self):
            return self.queue.pop()


    class SimpleQueue:
        '''Simple, unbounded FIFO queue.'''

        def __init__(self):
            self._queue = deque()

        def put(self, item, block=True, timeout=None):
            self._queue.append(item)

        def get(self, block=True, timeout=None):
            if timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            if not self._queue:
                _wait(lambda: self._queue, block, timeout, Empty, 'get() from an empty queue')
            return self._queue.popleft()

        def put_nowait(self, item):
            self.put(item)

        def get_nowait(self):
            return self.get(block=False)

        def empty(self):
            return not self._queue

        def qsize(self):
            return len(self._queue)

        __class_getitem__ = classmethod(type(list[int]))


    SimpleQueue.__module__ = '_queue'
    """#
}
