// The module `uuid`.

enum UuidLibrary {
  static let source: StaticString = #"""
    import enum as _enum
    import hashlib as _hashlib
    import os as _os
    import time as _time

    RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
        'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility',
        'reserved for future definition')


    class SafeUUID(_enum.Enum):
        safe = 0
        unsafe = -1
        unknown = None


    def _field(shift, bits):
        return property(lambda self: self.int >> shift & (1 << bits) - 1)


    class UUID:
        __slots__ = ('int', 'is_safe', '__weakref__')

        def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                     is_safe=SafeUUID.unknown):
            if [hex, bytes, bytes_le, fields, int].count(None) != 4:
                raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
            if hex is not None:
                digits = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
                if len(digits) != 32:
                    raise ValueError('badly formed hexadecimal UUID string')
                int = int_(digits, 16)
            if bytes_le is not None:
                if len(bytes_le) != 16:
                    raise ValueError('bytes_le is not a 16-char string')
                bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
            if bytes is not None:
                if len(bytes) != 16:
                    raise ValueError('bytes is not a 16-char string')
                int = int_.from_bytes(bytes, 'big')
            if fields is not None:
                int = _from_fields(fields)
            if not 0 <= int < 1 << 128:
                raise ValueError('int is out of range (need a 128-bit value)')
            if version is not None:
                if not 1 <= version <= 5:
                    raise ValueError('illegal version number')
                int = int & ~(0xf000 << 64) & ~(0xc000 << 48) | 0x8000 << 48 | version << 76
            object.__setattr__(self, 'int', int)
            object.__setattr__(self, 'is_safe', is_safe)

        def __setattr__(self, name, value):
            raise TypeError('UUID objects are immutable')

        def __reduce__(self):
            return type(self), (None, None, None, None, self.int)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        def __eq__(self, other):
            return self.int == other.int if isinstance(other, UUID) else NotImplemented

        def __lt__(self, other):
            return self.int < other.int if isinstance(other, UUID) else NotImplemented

        def __gt__(self, other):
            return self.int > other.int if isinstance(other, UUID) else NotImplemented

        def __le__(self, other):
            return self.int <= other.int if isinstance(other, UUID) else NotImplemented

        def __ge__(self, other):
            return self.int >= other.int if isinstance(other, UUID) else NotImplemented

        def __hash__(self):
            return hash(self.int)

        def __int__(self):
            return self.int

        def __repr__(self):
            return f'{type(self).__name__}({str(self)!r})'

        def __str__(self):
            digits = self.hex
            return '-'.join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

        @property
        def hex(self):
            return f'{self.int:032x}'

        @property
        def bytes(self):
            return self.int.to_bytes(16, 'big')

        @property
        def bytes_le(self):
            b = self.bytes
            return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

        time_low, time_mid, time_hi_version = _field(96, 32), _field(80, 16), _field(64, 16)
        clock_seq_hi_variant, clock_seq_low, node = _field(56, 8), _field(48, 8), _field(0, 48)
        clock_seq = _field(48, 14)

        @property
        def fields(self):
            return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                    self.node)

        @property
        def time(self):
            return (self.time_hi_version & 0xfff) << 48 | self.time_mid << 32 | self.time_low

        @property
        def urn(self):
            return f'urn:uuid:{self}'

        @property
        def variant(self):
            bits = self.int >> 61 & 7
            if not bits & 4:
                return RESERVED_NCS
            return RFC_4122 if not bits & 2 else RESERVED_FUTURE if bits & 1 else RESERVED_MICROSOFT

        @property
        def version(self):
            return self.int >> 76 & 15 if self.variant == RFC_4122 else None


    int_ = int


    def _from_fields(fields):
        if len(fields) != 6:
            raise ValueError('fields is not a 6-tuple')
        number = 0
        for index, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
            if not 0 <= value < 1 << bits:
                raise ValueError(f'field {index} out of range (need a {bits}-bit value)')
            number = number << bits | value
        return number


    _node = None
    _last = 0


    def getnode():
        """A number of 48 bits for this process tree, marked as drawn by chance."""
        global _node
        if _node is None:
            _node = int.from_bytes(_os.urandom(6), 'big') | 1 << 40
        return _node


    def uuid1(node=None, clock_seq=None):
        global _last
        # Hundreds of nanoseconds since the Gregorian calendar began, never the same one twice.
        _last = now = max(_time.time_ns() // 100 + 0x01b21dd213814000, _last + 1)
        clock = int.from_bytes(_os.urandom(2), 'big') & 0x3fff if clock_seq is None else clock_seq
        return UUID(fields=(now & 0xffffffff, now >> 32 & 0xffff, now >> 48 & 0xfff, clock >> 8 & 0x3f, clock & 0xff,
                            getnode() if node is None else node), version=1)


    def _named(function, namespace, name, version):
        name = name.encode() if isinstance(name, str) else name
        return UUID(bytes=function(namespace.bytes + name).digest()[:16], version=version)


    def uuid3(namespace, name):
        return _named(_hashlib.md5, namespace, name, 3)


    def uuid5(namespace, name):
        return _named(_hashlib.sha1, namespace, name, 5)


    def uuid4():
        return UUID(bytes=_os.urandom(16), version=4)


    NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = (
        UUID(f'6ba7b81{digit}-9dad-11d1-80b4-00c04fd430c8') for digit in '0124')
    """#
}
