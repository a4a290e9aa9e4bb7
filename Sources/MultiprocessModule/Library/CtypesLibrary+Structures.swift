// `ctypes`: structures, unions and arrays, whose memory may be shared.

extension CtypesLibrary {
  static let structures: StaticString = #"""
    from multiprocessing import RLock
    from struct import pack_into, unpack_from

    # The type of shared arrays of numbers.
    _Cells = type(RawArray('B', 1))


    # Reading and writing memory

    def _converted(kind, value):
        """The value as a cell of a simple type holds it: wrapped as in C. Raises what assigning to one raises."""
        scratch = RawValue(kind._type_)
        scratch.value = value
        return scratch.value


    def _read(kind, memory, place):
        if issubclass(kind, _Structured):
            return _view(kind, memory, place)
        if hasattr(kind, '_length_'):
            array = _ArrayView(kind, memory, place)
            return array.value if kind._type_ in (c_char, c_wchar) else array
        if kind._type_ == 'u':
            return chr(unpack_from('I', memory, place)[0])
        return unpack_from(kind._type_, memory, place)[0]


    def _write(kind, memory, place, value):
        if issubclass(kind, _Structured):
            if isinstance(value, tuple):
                value = kind(*value)
            elif not isinstance(value, kind):
                raise TypeError(f'incompatible types, {type(value).__name__} instance instead of {kind.__name__} instance')
            memory[place:place + sizeof(kind)] = bytes(value)
        elif hasattr(kind, '_length_'):
            _ArrayView(kind, memory, place)._fill(value)
        elif kind._type_ == 'u':
            pack_into('I', memory, place, ord(_converted(kind, value)))
        else:
            pack_into(kind._type_, memory, place, _converted(kind, value))


    def _view(kind, memory, place):
        """The structure that stands at a place of memory, without making it anew."""
        made = kind.__new__(kind)
        made._memory, made._place = memory, place
        return made


    def _part_of(kind, source, offset, copies):
        """The memory of a buffer that an object of a type is to have."""
        if offset < 0:
            raise ValueError('offset cannot be negative')
        memory = memoryview(source)
        if not copies and memory.readonly:
            raise TypeError('underlying buffer is not writable')
        memory = memory.cast('B')
        if memory.nbytes < offset + sizeof(kind):
            raise ValueError(f'Buffer size too small ({memory.nbytes} instead of at least {offset + sizeof(kind)} bytes)')
        return memoryview(bytearray(memory[offset:offset + sizeof(kind)])) if copies else memory[offset:]


    # Structures

    class _Field:
        """What a class has for each of its fields."""

        def __init__(self, kind, offset):
            self._kind, self.offset, self.size = kind, offset, sizeof(kind)

        def __get__(self, structure, owner=None):
            if structure is None:
                return self
            return _read(self._kind, structure._memory, structure._place + self.offset)

        def __set__(self, structure, value):
            _write(self._kind, structure._memory, structure._place + self.offset, value)

        def __repr__(self):
            return f'<Field type={self._kind.__name__}, ofs={self.offset}, size={self.size}>'


    class _Structured(metaclass=_Kind):
        _size_, _alignment_, _names_, _overlaps = 0, 1, (), False

        def __init_subclass__(cls):
            if '_fields_' in vars(cls):
                cls._lay_out()

        @classmethod
        def _lay_out(cls):
            most = getattr(cls, '_pack_', 16)
            end, align, names = cls._size_, cls._alignment_, list(cls._names_)
            for name, kind, *width in cls._fields_:
                if width:
                    raise NotImplementedError(f'{cls.__name__}.{name}: ppd has no bit fields')
                if not isinstance(kind, _Kind):
                    raise TypeError('second item in _fields_ tuple (index 0) must be a C type')
                step = min(alignment(kind), most)
                offset = 0 if cls._overlaps else -(-end // step) * step
                setattr(cls, name, _Field(kind, offset))
                end, align = max(end, offset + sizeof(kind)), max(align, step)
                names.append(name)
            cls._size_, cls._alignment_, cls._names_ = -(-end // align) * align, align, tuple(names)

        def __new__(cls, *args, **kwargs):
            if not hasattr(cls, '_fields_'):
                raise TypeError('abstract class')
            made = super().__new__(cls)
            made._memory, made._place = memoryview(bytearray(cls._size_)), 0
            return made

        def __init__(self, *args, **kwargs):
            if len(args) > len(self._names_):
                raise TypeError('too many initializers')
            for name, value in zip(self._names_, args):
                if name in kwargs:
                    raise TypeError(f'duplicate values for field {name!r}')
                setattr(self, name, value)
            for name, value in kwargs.items():
                setattr(self, name, value)

        @classmethod
        def from_buffer(cls, source, offset=0):
            return _view(cls, _part_of(cls, source, offset, False), 0)

        @classmethod
        def from_buffer_copy(cls, source, offset=0):
            return _view(cls, _part_of(cls, source, offset, True), 0)

        def __bytes__(self):
            return bytes(self._memory[self._place:self._place + self._size_])

        def __reduce__(self):
            return _restored, (type(self), *_reduced(self))


    class Structure(_Structured):
        """Fields one after another, as C lays them out."""

        _alignment_ = 1


    class Union(_Structured):
        """Fields in the same place."""

        _alignment_, _overlaps = 1, True


    # Arrays

    class _ArrayView:
        """An array that is part of other memory."""

        def __init__(self, kind, memory, place):
            self._kind, self._item, self._count = kind, kind._type_, kind._length_
            self._memory, self._place, self._step = memory, place, sizeof(kind._type_)

        def __len__(self):
            return self._count

        def _at(self, index):
            place = index + self._count if index < 0 else index
            if not 0 <= place < self._count:
                raise IndexError('invalid index')
            return self._place + place * self._step

        def __getitem__(self, index):
            if isinstance(index, slice):
                items = [self[place] for place in range(*index.indices(self._count))]
                return {c_char: b'', c_wchar: ''}[self._item].join(items) if self._item in (c_char, c_wchar) else items
            return _read(self._item, self._memory, self._at(index))

        def __setitem__(self, index, value):
            if not isinstance(index, slice):
                _write(self._item, self._memory, self._at(index), value)
                return
            places, values = range(*index.indices(self._count)), list(value)
            if len(places) != len(values):
                raise ValueError('Can only assign sequence of same size')
            for place, item in zip(places, values):
                self[place] = item

        def __iter__(self):
            return (self[place] for place in range(self._count))

        def _fill(self, value):
            if self._item in (c_char, c_wchar):
                self.value = value
                return
            if not isinstance(value, (tuple, list, _ArrayView, _Cells)):
                raise TypeError(f'expected {self._kind.__name__} instance, got {type(value).__name__}')
            if len(value) > self._count:
                raise RuntimeError(f'({self._kind.__name__}) <class \'IndexError\'>: invalid index')
            for place, item in enumerate(value):
                self[place] = item

        @property
        def value(self):
            """The characters up to the first that is zero."""
            if self._item not in (c_char, c_wchar):
                raise AttributeError(f"'{self._kind.__name__}' object has no attribute 'value'")
            whole = self[:]
            return whole.partition(b'\0' if self._item is c_char else '\0')[0]

        @value.setter
        def value(self, value):
            expected = bytes if self._item is c_char else str
            if not isinstance(value, expected):
                name = 'bytes' if expected is bytes else 'unicode string'
                raise TypeError(f'{name} expected instead of {type(value).__name__} instance')
            if len(value) > self._count:
                raise ValueError(f'{"bytes" if expected is bytes else "string"} too long ({len(value)}, maximum length {self._count})')
            end = b'\0' if expected is bytes else '\0'
            self[:len(value)] = [value[place:place + 1] for place in range(len(value))]
            if len(value) < self._count:
                self[len(value)] = end

        def __repr__(self):
            return f'<{self._kind.__module__}.{self._kind.__name__} object at {id(self):#x}>'

        def __bytes__(self):
            return bytes(self._memory[self._place:self._place + sizeof(self._kind)])

        def __reduce__(self):
            return _restored, (self._kind, *_reduced(self))


    def alignment(obj_or_type, /):
        """The bytes whose multiples objects of a type stand at."""
        kind = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
        if issubclass(kind, _Structured):
            return kind._alignment_
        return alignment(kind._type_) if hasattr(kind, '_length_') else kind._size_


    # Sharing

    def _reduced(thing):
        """What a message holds of an object: its memory where it is shared, else a copy."""
        shared = thing._memory.obj
        return (shared, thing._place) if isinstance(shared, _Cells) else (bytes(thing), 0)


    def _restored(kind, memory, place):
        memory = memoryview(bytearray(memory) if isinstance(memory, bytes) else memory)
        return _view(kind, memory, place) if issubclass(kind, _Structured) else _ArrayView(kind, memory, place)


    def _shared_value(kind, args, lock):
        """What `Value` makes of a structure or an array type."""
        made = _restored(kind, RawArray('B', max(1, sizeof(kind))), 0)
        if issubclass(kind, _Structured):
            made.__init__(*args)
        else:
            made._fill(args)
        return made if lock is False else _synchronized(made, None if lock is True else lock)


    def _shared_array(kind, size_or_items, lock):
        """What `Array` makes of them."""
        if isinstance(size_or_items, int):
            return _shared_value(kind * size_or_items, (), lock)
        items = tuple(size_or_items)
        return _shared_value(kind * len(items), items, lock)


    def _copied(thing):
        """The same in other shared memory."""
        kind = type(thing) if isinstance(thing, _Structured) else thing._kind
        made = _restored(kind, RawArray('B', max(1, sizeof(kind))), 0)
        made._memory[:sizeof(kind)] = bytes(thing)
        return made


    class _Locked:
        """An object with its lock."""

        def __init__(self, thing, lock):
            if lock is None:
                lock = RLock()
            elif not hasattr(lock, 'acquire'):
                raise AttributeError(f'{lock!r} has no method \'acquire\'')
            self._thing, self._lock = thing, lock
            self.acquire, self.release = lock.acquire, lock.release

        def get_obj(self):
            return self._thing

        def get_lock(self):
            return self._lock

        def __enter__(self):
            return self._lock.__enter__()

        def __exit__(self, *args):
            return self._lock.__exit__(*args)

        def __reduce__(self):
            return _synchronized, (self._thing, self._lock)

        def __repr__(self):
            return f'<{type(self).__name__} wrapper for {self._thing}>'


    def _guarded(name):
        def get(self):
            with self._lock:
                return getattr(self._thing, name)

        def set(self, value):
            with self._lock:
                setattr(self._thing, name, value)

        return property(get, set)


    class _LockedArray(_Locked):
        def __len__(self):
            return len(self._thing)

        def __getitem__(self, index):
            with self._lock:
                return self._thing[index]

        def __setitem__(self, index, value):
            with self._lock:
                self._thing[index] = value


    _LockedArray.__name__ = _LockedArray.__qualname__ = 'SynchronizedArray'
    _Locked.__module__ = _LockedArray.__module__ = 'multiprocessing.sharedctypes'
    _locked_kinds = {}


    def _synchronized(thing, lock):
        if isinstance(thing, _ArrayView):
            return _LockedArray(thing, lock)
        kind = type(thing)
        if kind not in _locked_kinds:
            members = {name: _guarded(name) for name in kind._names_}
            members['__module__'] = 'multiprocessing.sharedctypes'
            _locked_kinds[kind] = type('Synchronized' + kind.__name__, (_Locked,), members)
        return _locked_kinds[kind](thing, lock)


    def _array_from(cls, source, offset, copies):
        return _ArrayView(cls, _part_of(cls, source, offset, copies), 0)


    _from_buffer = classmethod(lambda cls, source, offset=0: _array_from(cls, source, offset, False))
    _from_buffer_copy = classmethod(lambda cls, source, offset=0: _array_from(cls, source, offset, True))
    """#
}
