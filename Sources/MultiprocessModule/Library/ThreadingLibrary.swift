// `threading`, in a language without threads: what can be asked of the only one, and locks that nobody contends for.

enum ThreadingLibrary {
  static let source: StaticString = #"""
    import os
    from multiprocessing.synchronize import BrokenBarrierError

    TIMEOUT_MAX = 9223372036.0


    class Thread:
        """Refused, but for the one that runs the script."""

        def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
            raise NotImplementedError('ppd has no threads: use multiprocessing.Process or spawn')


    class Timer(Thread):
        pass


    class _MainThread(Thread):
        name = 'MainThread'
        daemon = False

        def __init__(self):
            pass

        @property
        def ident(self):
            return os.getpid()

        native_id = ident

        def is_alive(self):
            return True

        def __repr__(self):
            return f'<_MainThread({self.name}, started {self.ident})>'


    _main = _MainThread()


    def main_thread():
        return _main


    current_thread = currentThread = main_thread


    def enumerate():
        return [_main]


    def active_count():
        return 1


    def get_ident():
        return os.getpid()


    get_native_id = get_ident


    class local:
        """Attributes of this thread."""


    class _Lock:
        """A lock inside one process. To wait for it would be to wait for ever."""

        _depth = 0

        def acquire(self, blocking=True, timeout=-1):
            if self._depth and not self._is_recursive:
                if blocking and timeout < 0:
                    raise RuntimeError('the only thread waits for a lock that it holds itself '
                                       '(multiprocessing.Lock is the one to share with processes)')
                return False
            self._depth += 1
            return True

        def release(self):
            if not self._depth:
                raise RuntimeError('release unlocked lock')
            self._depth -= 1

        def locked(self):
            return self._depth > 0

        def __enter__(self):
            return self.acquire()

        def __exit__(self, type, value, traceback):
            self.release()


    class Lock(_Lock):
        _is_recursive = False


    class RLock(_Lock):
        _is_recursive = True


    class Event:
        """A flag inside one process."""

        def __init__(self):
            self._flag = False

        def is_set(self):
            return self._flag

        def set(self):
            self._flag = True

        def clear(self):
            self._flag = False

        def wait(self, timeout=None):
            from time import monotonic, sleep
            if timeout is None and not self._flag:
                raise RuntimeError('the only thread waits for an event that nobody can set '
                                   '(multiprocessing.Event is the one to share with processes)')
            end = monotonic() + (timeout or 0)
            while not self._flag and (left := end - monotonic()) > 0:
                # A signal's handler may set it.
                sleep(min(left, 0.01))
            return self._flag
    """#
}
