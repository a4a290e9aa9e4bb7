// The module `selectors`: waiting for several descriptors, each with data of its own.

enum SelectorsLibrary {
  static let source: StaticString = #"""
    import select as _select
    from abc import ABCMeta, abstractmethod
    from collections import namedtuple
    from collections.abc import Mapping

    EVENT_READ = 1
    EVENT_WRITE = 2

    SelectorKey = namedtuple('SelectorKey', 'fileobj fd events data')


    def _descriptor(fileobj):
        """The number of a descriptor, or of what has a fileno()."""
        number = fileobj
        if not isinstance(fileobj, int):
            try:
                number = int(fileobj.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f'Invalid file object: {fileobj!r}') from None
        if number < 0:
            raise ValueError(f'Invalid file descriptor: {number}')
        return number


    class _Registered(Mapping):
        """The keys of a selector by their files."""

        def __init__(self, selector):
            self._selector = selector

        def __len__(self):
            return len(self._selector._keys)

        def __iter__(self):
            return iter(self._selector._keys)

        def __getitem__(self, fileobj):
            if key := self._selector._key_of(fileobj):
                return key
            raise KeyError(f'{fileobj!r} is not registered')


    class BaseSelector(metaclass=ABCMeta):
        """What waits for files to become ready."""

        @abstractmethod
        def register(self, fileobj, events, data=None):
            """Waits for a file from now on. Its SelectorKey."""

        @abstractmethod
        def unregister(self, fileobj):
            """Waits for it no more. Its SelectorKey."""

        @abstractmethod
        def select(self, timeout=None):
            """[(key, events), …] of the files that are ready, once one is or timeout seconds have passed."""

        @abstractmethod
        def get_map(self):
            """The keys by their files."""

        def modify(self, fileobj, events, data=None):
            self.unregister(fileobj)
            return self.register(fileobj, events, data)

        def close(self):
            pass

        def get_key(self, fileobj):
            known = self.get_map()
            if known is None:
                raise RuntimeError('Selector is closed')
            if fileobj not in known:
                raise KeyError(f'{fileobj!r} is not registered')
            return known[fileobj]

        def __enter__(self):
            return self

        def __exit__(self, *details):
            self.close()


    class _Selector(BaseSelector):
        """Keeps the keys and waits by poll(2)."""

        def __init__(self):
            self._keys = {}
            self._map = _Registered(self)

        def _key_of(self, fileobj):
            try:
                return self._keys.get(_descriptor(fileobj))
            except ValueError:
                # A closed file has no descriptor, and can still be unregistered.
                return next((key for key in self._keys.values() if key.fileobj is fileobj), None)

        def register(self, fileobj, events, data=None):
            if not events or events & ~(EVENT_READ | EVENT_WRITE):
                raise ValueError(f'Invalid events: {events!r}')
            key = SelectorKey(fileobj, _descriptor(fileobj), events, data)
            if key.fd in self._keys:
                raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
            self._keys[key.fd] = key
            return key

        def unregister(self, fileobj):
            key = self._key_of(fileobj)
            if key is None:
                raise KeyError(f'{fileobj!r} is not registered')
            return self._keys.pop(key.fd)

        def modify(self, fileobj, events, data=None):
            key = self._key_of(fileobj)
            if key is None:
                raise KeyError(f'{fileobj!r} is not registered')
            if events != key.events:
                return super().modify(fileobj, events, data)
            self._keys[key.fd] = key._replace(data=data)
            return self._keys[key.fd]

        def select(self, timeout=None):
            waiting = _select.poll()
            for key in self._keys.values():
                reads = _select.POLLIN if key.events & EVENT_READ else 0
                waiting.register(key.fd, reads | (_select.POLLOUT if key.events & EVENT_WRITE else 0))
            # Rounded up, so that nobody is asked again and again in the last millisecond.
            limit = None if timeout is None else max(0, -int(-timeout * 1000 // 1))
            ready = []
            for descriptor, flags in waiting.poll(limit):
                key = self._keys[descriptor]
                events = (EVENT_READ if flags & ~_select.POLLOUT else 0) | (EVENT_WRITE if flags & ~_select.POLLIN else 0)
                if events & key.events:
                    ready.append((key, events & key.events))
            return ready

        def close(self):
            self._keys.clear()
            self._map = None

        def get_map(self):
            return self._map


    class SelectSelector(_Selector):
        pass


    class PollSelector(_Selector):
        pass


    DefaultSelector = PollSelector
    """#
}
