// The module `sched`.

enum SchedLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import heapq as _heapq
    import itertools as _itertools
    import time as _time

    __all__ = ['scheduler']


    class Event(_collections.namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
        """What is to be called, and when."""
        __slots__ = ()


    class scheduler:
        def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
            self.timefunc = timefunc
            self.delayfunc = delayfunc
            self._events = []
            self._numbers = _itertools.count()

        def enterabs(self, time, priority, action, argument=(), kwargs=None):
            event = Event(time, priority, next(self._numbers), action, argument, kwargs or {})
            _heapq.heappush(self._events, event)
            return event

        def enter(self, delay, priority, action, argument=(), kwargs=None):
            return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

        def cancel(self, event):
            self._events.remove(event)
            _heapq.heapify(self._events)

        def empty(self):
            return not self._events

        @property
        def queue(self):
            return sorted(self._events)

        def run(self, blocking=True):
            """Calls what is due, and with `blocking` waits for what is not; without, how long until the next."""
            while self._events:
                wait = self._events[0].time - self.timefunc()
                if wait > 0:
                    if not blocking:
                        return wait
                    self.delayfunc(wait)
                    continue
                event = _heapq.heappop(self._events)
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
            return None
    """#
}
