// `queue`: queues inside one process. There are no threads, so a wait can only end by a signal's handler or by time.

enum QueueLibrary {
  static let source: StaticString = #"""
    from _queue import Empty, Full, ShutDown

    __all__ = ['Empty', 'Full', 'LifoQueue', 'PriorityQueue', 'Queue', 'ShutDown', 'SimpleQueue']


    class _Line:
        """Items in some order: what all kinds of queues are built on."""

        def __init__(self):
            self.queue = []

        # How an item goes in and which one comes out; the kinds of queues differ in this alone.
        def _put(self, item):
            self.queue.append(item)

        def _get(self):
            return self.queue.pop(0)

        def qsize(self):
            return len(self.queue)

        def empty(self):
            return self.qsize() == 0

        def put_nowait(self, item):
            self.put(item, False)

        def get_nowait(self):
            return self.get(False)

        def __class_getitem__(cls, kind):
            return cls

        def _await(self, ready, block, timeout, failure, doing):
            from time import monotonic, sleep
            if block and timeout is None and not ready():
                raise RuntimeError(
                    f'{doing} would wait for ever: a queue.Queue belongs to one process, which has no other thread '
                    '(multiprocessing.Queue is the one to share with processes)')
            if block and timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            deadline = monotonic() + (timeout or 0) if block else 0
            while not ready():
                if monotonic() >= deadline:
                    raise failure
                sleep(0.01)


    class SimpleQueue(_Line):
        def put(self, item, block=True, timeout=None):
            self._put(item)

        def get(self, block=True, timeout=None):
            self._await(lambda: self.queue, block, timeout, Empty, 'get() from an empty queue')
            return self._get()


    class Queue(_Line):
        def __init__(self, maxsize=0):
            super().__init__()
            self.maxsize, self.unfinished_tasks, self.is_shutdown = maxsize, 0, False

        def full(self):
            return self.maxsize > 0 and self.qsize() >= self.maxsize

        def _refuse_when_shut(self):
            if self.is_shutdown:
                raise ShutDown

        def put(self, item, block=True, timeout=None):
            self._refuse_when_shut()
            self._await(lambda: self.is_shutdown or not self.full(), block, timeout, Full, 'put() to a full queue')
            self._refuse_when_shut()
            self._put(item)
            self.unfinished_tasks += 1

        def get(self, block=True, timeout=None):
            self._await(
                lambda: self.is_shutdown or not self.empty(), block, timeout, Empty, 'get() from an empty queue')
            if self.empty():
                self._refuse_when_shut()
            return self._get()

        def task_done(self):
            if self.unfinished_tasks <= 0:
                raise ValueError('task_done() called too many times')
            self.unfinished_tasks -= 1

        def join(self):
            self._await(lambda: self.unfinished_tasks == 0, True, None, None, 'join()')

        def shutdown(self, immediate=False):
            self.is_shutdown = True
            if immediate:
                dropped = self.qsize()
                del self.queue[:]
                self.unfinished_tasks = max(0, self.unfinished_tasks - dropped)


    class LifoQueue(Queue):
        def _get(self):
            return self.queue.pop()


    class PriorityQueue(Queue):
        def _put(self, item):
            from heapq import heappush
            heappush(self.queue, item)

        def _get(self):
            from heapq import heappop
            return heappop(self.queue)


    SimpleQueue.__module__ = '_queue'
    """#
}
