// `ctypes`, as far as it names what Value and Array hold: numbers, characters, and what is made of them.

enum CtypesLibrary {
  static let source: StaticString = #"""
    from multiprocessing import RawArray, RawValue


    class _Kind(type):
        """The type of the types, which can be multiplied: `c_int * 3`."""

        def __mul__(cls, length):
            if length < 0:
                raise ValueError('Array length must be >= 0, not %d' % length)
            members = {'_type_': cls, '_length_': length, '__new__': _new_array,
                       'from_buffer': _from_buffer, 'from_buffer_copy': _from_buffer_copy}
            return _Kind(f'{cls.__name__}_Array_{length}', (), members)

        __rmul__ = __mul__


    def _new_array(cls, *items):
        if len(items) > cls._length_:
            raise IndexError('invalid index')
        if not isinstance(cls._type_._type_ if hasattr(cls._type_, '_type_') else None, str):
            return _shared_value(cls, items, False)
        array = RawArray(cls._type_, cls._length_)
        for index, item in enumerate(items):
            array[index] = item
        return array


    class _SimpleCData(metaclass=_Kind):
        """A number or character of a C type."""

        def __init__(self, value=None):
            self._cell = RawValue(self._type_) if value is None else RawValue(self._type_, value)

        @property
        def value(self):
            return self._cell.value

        @value.setter
        def value(self, value):
            self._cell.value = value

        def __bool__(self):
            return bool(self.value)

        def __repr__(self):
            return f'{type(self).__name__}({self.value!r})'


    def _simple(name, code, size):
        return _Kind(name, (_SimpleCData,), {'_type_': code, '_size_': size, '__module__': 'ctypes'})


    c_bool = _simple('c_bool', '?', 1)
    c_char = _simple('c_char', 'c', 1)
    c_wchar = _simple('c_wchar', 'u', 4)
    c_byte = c_int8 = _simple('c_byte', 'b', 1)
    c_ubyte = c_uint8 = _simple('c_ubyte', 'B', 1)
    c_short = c_int16 = _simple('c_short', 'h', 2)
    c_ushort = c_uint16 = _simple('c_ushort', 'H', 2)
    c_int = c_int32 = _simple('c_int', 'i', 4)
    c_uint = c_uint32 = _simple('c_uint', 'I', 4)
    c_long = c_longlong = c_int64 = c_ssize_t = c_time_t = _simple('c_long', 'l', 8)
    c_ulong = c_ulonglong = c_uint64 = c_size_t = _simple('c_ulong', 'L', 8)
    c_float = _simple('c_float', 'f', 4)
    c_double = _simple('c_double', 'd', 8)
    c_char_p = _simple('c_char_p', 'z', 8)
    c_wchar_p = _simple('c_wchar_p', 'Z', 8)
    c_void_p = _simple('c_void_p', 'P', 8)


    def sizeof(obj_or_type, /):
        """The bytes that a type, or an object of it, takes."""
        kind = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
        if hasattr(kind, '_size_'):
            return kind._size_
        if hasattr(kind, '_length_'):
            return kind._length_ * sizeof(kind._type_)
        raise TypeError('this type has no size')

    """#
}
