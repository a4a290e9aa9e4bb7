// `queue`: queues inside one process. There are no threads, so a wait can only end by a signal's handler or by time, but
// in a manager's server, where requests of other clients go on meanwhile.

enum QueueLibrary {
  static let source: StaticString = #"""
    from _fibers import changed, pause
    from _queue import Empty, Full, ShutDown
    from collections import deque

    __all__ = ['Empty', 'Full', 'LifoQueue', 'PriorityQueue', 'Queue', 'ShutDown', 'SimpleQueue']


    class _Line:
        """Items in some order: what all kinds of queues are built on."""

        _EVERYBODY = 1 << 30
        _store = deque

        def __init__(self):
            self._init(0)

        # How items are kept, how one goes in and which one comes out; the kinds of queues differ in this alone.
        def _init(self, maxsize):
            self.queue = self._store()

        def _put(self, item):
            self.queue.append(item)

        def _get(self):
            return self.queue.popleft()

        def _qsize(self):
            return len(self.queue)

        def qsize(self):
            return self._qsize()

        def empty(self):
            return self.qsize() == 0

        def put_nowait(self, item):
            self.put(item, False)

        def get_nowait(self):
            return self.get(False)

        def __class_getitem__(cls, kind):
            return cls

        def _await(self, ready, what, block, timeout, failure, doing):
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            if ready():
                return
            if not block:
                raise failure
            from time import monotonic, sleep
            deadline = None if timeout is None else monotonic() + timeout
            left = timeout
            while not ready():
                if left is not None and left <= 0:
                    raise failure
                if not pause(self, what, left):
                    if left is None:
                        raise RuntimeError(
                            f'{doing} would wait for ever: a queue.Queue belongs to one process, which has no other '
                            'thread (multiprocessing.Queue is the one to share with processes)')
                    sleep(min(left, 0.01))
                left = None if deadline is None else deadline - monotonic()


    class SimpleQueue(_Line):
        def put(self, item, block=True, timeout=None):
            self._put(item)
            changed(self, 'items')

        def get(self, block=True, timeout=None):
            self._await(lambda: self.queue, 'items', block, timeout, Empty, 'get() from an empty queue')
            return self._get()


    class Queue(_Line):
        def __init__(self, maxsize=0):
            self.maxsize, self.unfinished_tasks, self.is_shutdown = maxsize, 0, False
            self._init(maxsize)

        def full(self):
            return self.maxsize > 0 and self.qsize() >= self.maxsize

        def _refuse_when_shut(self):
            if self.is_shutdown:
                raise ShutDown

        def put(self, item, block=True, timeout=None):
            if self.is_shutdown or self.maxsize > 0:
                self._refuse_when_shut()
                self._await(
                    lambda: self.is_shutdown or not self.full(), 'room', block, timeout, Full, 'put() to a full queue')
                self._refuse_when_shut()
            self._put(item)
            self.unfinished_tasks += 1
            changed(self, 'items')

        def get(self, block=True, timeout=None):
            if timeout is not None or not self._qsize():
                self._await(
                    lambda: self.is_shutdown or not self.empty(), 'items', block, timeout, Empty,
                    'get() from an empty queue')
                if self.empty():
                    self._refuse_when_shut()
            item = self._get()
            changed(self, 'room')
            return item

        def task_done(self):
            if self.unfinished_tasks <= 0:
                raise ValueError('task_done() called too many times')
            self._settle(1)

        def _settle(self, count):
            self.unfinished_tasks = max(0, self.unfinished_tasks - count)
            if not self.unfinished_tasks:
                changed(self, 'tasks', self._EVERYBODY)

        def join(self):
            self._await(lambda: self.unfinished_tasks == 0, 'tasks', True, None, None, 'join()')

        def shutdown(self, immediate=False):
            self.is_shutdown = True
            if immediate:
                dropped = self.qsize()
                self.queue.clear()
                self._settle(dropped)
            for what in ('items', 'room'):
                changed(self, what, self._EVERYBODY)


    class LifoQueue(Queue):
        _store = list

        def _get(self):
            return self.queue.pop()


    class PriorityQueue(Queue):
        _store = list

        def _put(self, item):
            from heapq import heappush
            heappush(self.queue, item)

        def _get(self):
            from heapq import heappop
            return heappop(self.queue)


    SimpleQueue.__module__ = '_queue'
    """#
}
