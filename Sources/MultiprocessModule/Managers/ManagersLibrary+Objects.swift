// `multiprocessing.managers`: the objects in the server that clients wait for. Between two waits nothing else runs, so
// what they do needs no locks of its own.

extension ManagersLibrary {
  static let objects: StaticString = #"""
    import queue
    from _fibers import changed, client, pause
    from threading import BrokenBarrierError
    from time import monotonic

    _ALL = 1 << 30


    def _wait_until(ready, thing, what, timeout):
        """Waits until ready() when told that what of thing has changed. False when timeout seconds passed first."""
        end = None if timeout is None else monotonic() + timeout
        while not ready():
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                return False
            if not pause(thing, what, left):
                raise RuntimeError('this would wait for ever: there is no other client')
        return True


    class _Acquirable:
        """What is acquired and released by clients; a client that goes gives back what it has."""
        def __enter__(self):
            return self.acquire()

        def __exit__(self, exc_type, exc_val, exc_tb):
            self.release()

        def _note_acquired(self):
            if client() is not None:
                client().has_acquired(self)

        def _note_released(self, owner):
            if owner is not None:
                owner.has_released(self)


    def _seconds(blocking, timeout):
        """The arguments of acquire as one time to wait: 0 not at all, None for ever."""
        if not blocking:
            if timeout not in (-1, None):
                raise ValueError("can't specify a timeout for a non-blocking call")
            return 0
        if timeout is None or timeout == -1:
            return None
        if timeout < 0:
            raise ValueError('timeout value must be a non-negative number')
        return timeout


    class _Lock(_Acquirable):
        def __init__(self):
            self._is_taken, self._owner = False, None

        def acquire(self, blocking=True, timeout=-1):
            if not _wait_until(lambda: not self._is_taken, self, 'freed', _seconds(blocking, timeout)):
                return False
            self._is_taken, self._owner = True, client()
            self._note_acquired()
            return True

        def release(self):
            if not self._is_taken:
                raise RuntimeError('release unlocked lock')
            self._note_released(self._owner)
            self._is_taken, self._owner = False, None
            changed(self, 'freed')

        def locked(self):
            return self._is_taken

        def _is_mine(self):
            return self._is_taken

        def _release_all(self):
            self.release()
            return 1

        def _acquire_all(self, depth):
            self.acquire()

        def _forsake(self, owner):
            if self._is_taken and self._owner is owner:
                self.release()

        def __repr__(self):
            return f"<{'locked' if self._is_taken else 'unlocked'} _thread.lock object at {id(self):#x}>"


    class _RLock(_Acquirable):
        def __init__(self):
            self._owner, self._depth = None, 0

        def acquire(self, blocking=True, timeout=-1):
            ready = lambda: not self._depth or self._owner is client()
            if not _wait_until(ready, self, 'freed', _seconds(blocking, timeout)):
                return False
            if not self._depth:
                self._owner = client()
                self._note_acquired()
            self._depth += 1
            return True

        def release(self):
            if not self._is_mine():
                raise RuntimeError('cannot release un-acquired lock')
            self._depth -= 1
            if not self._depth:
                self._let_go()

        def _let_go(self):
            self._note_released(self._owner)
            self._owner, self._depth = None, 0
            changed(self, 'freed')

        def _is_mine(self):
            return self._depth > 0 and self._owner is client()

        def _release_all(self):
            depth = self._depth
            self._let_go()
            return depth

        def _acquire_all(self, depth):
            self.acquire()
            self._depth = depth

        def _forsake(self, owner):
            if self._depth and self._owner is owner:
                self._let_go()

        def __repr__(self):
            state = 'locked' if self._depth else 'unlocked'
            return f'<{state} _thread.RLock object owner={id(self._owner) if self._depth else 0} count={self._depth} at {id(self):#x}>'


    class _Semaphore:
        def __init__(self, value=1):
            if value < 0:
                raise ValueError('semaphore initial value must be >= 0')
            self._value = value

        def acquire(self, blocking=True, timeout=None):
            if not _wait_until(lambda: self._value > 0, self, 'freed', _seconds(blocking, timeout)):
                return False
            self._value -= 1
            return True

        def release(self, n=1):
            if n < 1:
                raise ValueError('n must be one or more')
            self._value += n
            changed(self, 'freed', n)

        def __repr__(self):
            return f'<threading.Semaphore at {id(self):#x}: value={self._value}>'


    class _BoundedSemaphore(_Semaphore):
        def __init__(self, value=1):
            super().__init__(value)
            self._most = value

        def release(self, n=1):
            if n >= 1 and self._value + n > self._most:
                raise ValueError('Semaphore released too many times')
            super().release(n)

        def __repr__(self):
            return f'<threading.BoundedSemaphore at {id(self):#x}: value={self._value}/{self._most}>'


    class _Notice:
        """One wait for a condition."""
        is_given = False


    class _Condition:
        def __init__(self, lock=None):
            self._lock = _RLock() if lock is None else lock
            self._notices = []

        def acquire(self, *args):
            return self._lock.acquire(*args)

        def release(self):
            self._lock.release()

        def __enter__(self):
            return self._lock.acquire()

        def __exit__(self, exc_type, exc_val, exc_tb):
            self._lock.release()

        def _check_mine(self, doing):
            if isinstance(self._lock, (_Lock, _RLock)) and not self._lock._is_mine():
                raise RuntimeError(f'cannot {doing} on un-acquired lock')

        def wait(self, timeout=None):
            self._check_mine('wait')
            notice = _Notice()
            self._notices.append(notice)
            has_come = False
            depth = self._leave()
            try:
                has_come = _wait_until(lambda: notice.is_given, notice, 'given', timeout)
            finally:
                if not has_come:
                    self._withdraw(notice)
                self._come_back(depth)
            return has_come

        def _withdraw(self, notice):
            if notice in self._notices:
                self._notices.remove(notice)
            elif notice.is_given:
                # It came for one who will not act on it: it goes to the next.
                self._give(1)

        def _leave(self):
            if isinstance(self._lock, (_Lock, _RLock)):
                return self._lock._release_all()
            self._lock.release()
            return 1

        def _come_back(self, depth):
            if isinstance(self._lock, (_Lock, _RLock)):
                self._lock._acquire_all(depth)
            else:
                self._lock.acquire()

        def notify(self, n=1):
            self._check_mine('notify')
            self._give(n)

        def notify_all(self):
            self.notify(_ALL)

        def _give(self, n):
            given, self._notices = self._notices[:n], self._notices[n:]
            for notice in given:
                notice.is_given = True
                changed(notice, 'given')

        def wait_for(self, predicate, timeout=None):
            end = None if timeout is None else monotonic() + timeout
            while not (result := predicate()):
                left = None if end is None else end - monotonic()
                if left is not None and left <= 0:
                    break
                self.wait(left)
            return result

        def __repr__(self):
            return f'<Condition({self._lock!r}, {len(self._notices)})>'


    class _Event:
        def __init__(self):
            self._flag, self._times_set = False, 0

        def is_set(self):
            return self._flag

        def set(self):
            self._flag = True
            self._times_set += 1
            changed(self, 'set', _ALL)

        def clear(self):
            self._flag = False

        def wait(self, timeout=None):
            before = self._times_set
            return _wait_until(lambda: self._flag or self._times_set != before, self, 'set', timeout)

        def __repr__(self):
            return f"<threading.Event at {id(self):#x}: {'set' if self._flag else 'unset'}>"


    class _Round:
        """One meeting at a barrier."""
        def __init__(self):
            self.arrived, self.is_over, self.is_broken = 0, False, False


    class _Barrier:
        def __init__(self, parties, action=None, timeout=None):
            if parties < 1:
                raise ValueError('parties must be > 0')
            self._parties, self._action, self._timeout = parties, action, timeout
            self._round = _Round()

        parties = property(lambda self: self._parties)
        n_waiting = property(lambda self: 0 if self._round.is_broken else self._round.arrived)
        broken = property(lambda self: self._round.is_broken)

        def wait(self, timeout=None):
            now = self._round
            if now.is_broken:
                raise BrokenBarrierError
            place = now.arrived
            now.arrived += 1
            try:
                if now.arrived == self._parties:
                    if self._action is not None:
                        self._action()
                    now.is_over = True
                    self._round = _Round()
                    changed(now, 'over', _ALL)
                elif not _wait_until(
                        lambda: now.is_over or now.is_broken, now, 'over', self._timeout if timeout is None else timeout):
                    raise BrokenBarrierError
            except BaseException:
                self._break(now)
                raise
            if now.is_broken:
                raise BrokenBarrierError
            return place

        def _break(self, now):
            if not now.is_over:
                now.is_broken = True
                changed(now, 'over', _ALL)

        def abort(self):
            self._break(self._round)

        def reset(self):
            if self._round.arrived:
                self._break(self._round)
            self._round = _Round()

        def __repr__(self):
            if self.broken:
                return f'<threading.Barrier at {id(self):#x}: broken>'
            return f'<threading.Barrier at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'


    class Namespace:
        def __init__(self, /, **kwds):
            vars(self).update(kwds)

        def __repr__(self):
            parts = sorted(f'{name}={value!r}' for name, value in vars(self).items() if not name.startswith('_'))
            return f"{type(self).__name__}({', '.join(parts)})"


    class Value:
        def __init__(self, typecode, value, lock=True):
            self._typecode, self._value = typecode, value

        def get(self):
            return self._value

        def set(self, value):
            self._value = value

        value = property(get, set)

        def __repr__(self):
            return f'{type(self).__name__}({self._typecode!r}, {self._value!r})'


    def Array(typecode, sequence, lock=True):
        from array import array
        return array(typecode, sequence)


    def _pool(*args, **kwds):
        from multiprocessing.pool import Pool
        return Pool(*args, **kwds)
    """#
}
