// `multiprocessing.shared_memory`: blocks of memory, and lists in them, that processes find by name.

enum SharedMemoryLibrary {
  static let source: StaticString = #"""
    import os
    from struct import pack_into, unpack_from

    from _multiprocessing import Segment, at_exit

    # The blocks that this process has made and nobody has unlinked: they go with it.
    _made = {}

    __all__ = ['SharedMemory', 'ShareableList']


    def remember(name):
        _made[name] = os.getpid()


    def forget(name):
        _made.pop(name, None)


    def _clean_up():
        for name, maker in list(_made.items()):
            if maker == os.getpid():
                try:
                    Segment.unlink(name)
                except FileNotFoundError:
                    pass


    at_exit(_clean_up)


    class SharedMemory:
        """A block of memory that any process can open by its name."""

        _segment = _view = None

        def __init__(self, name=None, create=False, size=0, *, track=True):
            if size < 0:
                raise ValueError("'size' must be a positive integer")
            if create and size == 0:
                raise ValueError("'size' must be a positive number different from zero")
            if name is None and not create:
                raise ValueError("'name' can only be None if create=True")
            self._name = '/' + (name.lstrip('/') if name else f'psm_{os.urandom(4).hex()}')
            self._segment = Segment(self._name, size if create else None)
            if create and track:
                remember(self._name)
            self._size = len(self._segment)
            self._view = memoryview(self._segment)

        @property
        def buf(self):
            return self._view

        @property
        def name(self):
            return self._name[1:]

        @property
        def size(self):
            return self._size

        def close(self):
            if self._view is not None:
                self._view.release()
                self._view = None
                self._segment.close()
                self._segment = None

        def unlink(self):
            Segment.unlink(self._name)
            forget(self._name)

        def __reduce__(self):
            return type(self), (self.name, False, self._size)

        def __repr__(self):
            return f'{type(self).__name__}({self.name!r}, size={self._size})'


    # How the kinds of items are stored: a letter, and the format of what has a fixed size.
    _FIXED = {bool: ('b', '?'), int: ('i', 'q'), float: ('f', 'd')}
    _LETTERS = {letter: (kind, form) for kind, (letter, form) in _FIXED.items()}


    def _room(item):
        """The bytes that an item may grow to: text has some to spare."""
        if isinstance(item, (str, bytes)):
            return 8 * (len(_raw(item)) // 8 + 1)
        return 8


    def _raw(text):
        return text.encode() if isinstance(text, str) else text


    class ShareableList:
        """A list of fixed length, in shared memory, of numbers, bools, str, bytes and None.

        The block begins with the number of items and, for each, its place and room. At its place an item has the
        letter of its kind, its length, and its bytes.
        """

        def __init__(self, sequence=None, *, name=None):
            if sequence is None:
                self.shm = SharedMemory(name)
                self._count, = unpack_from('q', self.shm.buf)
                return
            items = list(sequence)
            rooms = [_room(item) for item in items]
            places = []
            end = 8 + 16 * len(items)
            for room in rooms:
                places.append(end)
                end += 16 + room
            self.shm = SharedMemory(name, create=True, size=end)
            self._count = len(items)
            pack_into('q', self.shm.buf, 0, len(items))
            for number, item in enumerate(items):
                pack_into('qq', self.shm.buf, 8 + 16 * number, places[number], rooms[number])
                self._store(number, item)

        def _slot(self, number):
            return unpack_from('qq', self.shm.buf, 8 + 16 * number)

        def _store(self, number, item):
            place, room = self._slot(number)
            buffer = self.shm.buf
            if item is None:
                pack_into('cq', buffer, place, b'n', 0)
            elif isinstance(item, (str, bytes)):
                raw = _raw(item)
                if len(raw) > room:
                    raise ValueError('bytes/str item exceeds available storage')
                pack_into('cq', buffer, place, b's' if isinstance(item, str) else b'y', len(raw))
                buffer[place + 16:place + 16 + len(raw)] = raw
            else:
                letter, form = _FIXED[type(item)]
                pack_into(form, buffer, place + 16, item)
                pack_into('cq', buffer, place, letter.encode(), 8)

        def _load(self, number):
            place, room = self._slot(number)
            buffer = self.shm.buf
            letter, length = unpack_from('cq', buffer, place)
            letter = letter.decode()
            if letter == 'n':
                return None
            if letter in _LETTERS:
                return unpack_from(_LETTERS[letter][1], buffer, place + 16)[0]
            raw = bytes(buffer[place + 16:place + 16 + length])
            return raw.decode() if letter == 's' else raw

        def _number(self, position, message):
            number = position + self._count if position < 0 else position
            if not 0 <= number < self._count:
                raise IndexError(message)
            return number

        def __getitem__(self, position):
            return self._load(self._number(position, 'index out of range'))

        def __setitem__(self, position, value):
            self._store(self._number(position, 'assignment index out of range'), value)

        def __len__(self):
            return self._count

        @property
        def format(self):
            """How the items could be packed by the module struct."""
            def one(number):
                item = self[number]
                if isinstance(item, (str, bytes)):
                    return f'{self._slot(number)[1]}s'
                return {bool: 'xxxxxxx?', int: 'q', float: 'd'}.get(type(item), 'xxxxxx?x')
            return ''.join(map(one, range(self._count)))

        def count(self, value):
            return sum(item == value for item in self)

        def index(self, value):
            for number, item in enumerate(self):
                if item == value:
                    return number
            raise ValueError(f'{value!r} not in this container')

        def __reduce__(self):
            return _attached, (type(self), self.shm.name)

        def __repr__(self):
            return f'{type(self).__name__}({list(self)}, name={self.shm.name!r})'


    def _attached(kind, name):
        return kind(name=name)
    """#
}
