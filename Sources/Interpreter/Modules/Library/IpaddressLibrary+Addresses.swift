// The module `ipaddress`: addresses.

extension IpaddressLibrary {
  static let addresses: StaticString = #"""
    class _IPAddressBase:
        """What addresses and networks have in common."""

        __slots__ = ()

        @property
        def exploded(self):
            return self._texts(True)

        @property
        def compressed(self):
            return str(self)

        def __copy__(self):
            return self

        def __repr__(self):
            return f'{type(self).__name__}({str(self)!r})'

        def __reduce__(self):
            return type(self), (str(self),)


    class _V4:
        __slots__ = ()
        version, max_prefixlen = 4, IPV4LENGTH
        _number_of, _text_of = staticmethod(_ipv4_number), staticmethod(lambda number: '.'.join(map(str, number.to_bytes(4))))
        _spread_of = _text_of


    class _V6:
        __slots__ = ()
        version, max_prefixlen = 6, IPV6LENGTH
        _number_of, _text_of = staticmethod(_ipv6_number), staticmethod(_ipv6_text)
        _spread_of = staticmethod(lambda number: ':'.join(f'{number >> 16 * place & 0xffff:04x}' for place in range(7, -1, -1)))


    def _inside(*networks):
        """A property: whether an address is in one of these networks."""
        @functools.cache
        def made(kind):
            return [kind(network) for network in networks]

        def test(self):
            return any(self in network for network in made(_network_kind(self)))
        return property(test)


    def _network_kind(thing):
        return IPv4Network if thing.version == 4 else IPv6Network


    @functools.total_ordering
    class _BaseAddress(_IPAddressBase):
        __slots__ = ('_ip',)

        def __init__(self, address):
            most = (1 << self.max_prefixlen) - 1
            if isinstance(address, int):
                if address < 0:
                    raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{self.version} address')
                if address > most:
                    raise AddressValueError(f'{address} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address')
                self._ip = address
            elif isinstance(address, bytes):
                size = self.max_prefixlen // 8
                if len(address) != size:
                    raise AddressValueError(f'{address!r} (len {len(address)} != {size}) is not permitted as an IPv{self.version} address')
                self._ip = int.from_bytes(address)
            else:
                text = str(address)
                if '/' in text:
                    raise AddressValueError(f"Unexpected '/' in {text!r}")
                self._ip = self._number_of(text)

        @property
        def packed(self):
            return self._ip.to_bytes(self.max_prefixlen // 8)

        def _texts(self, spread):
            return (self._spread_of if spread else self._text_of)(self._ip)

        @property
        def reverse_pointer(self):
            if self.version == 4:
                return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
            return '.'.join(reversed(self.exploded.replace(':', ''))) + '.ip6.arpa'

        def __int__(self):
            return self._ip

        def __str__(self):
            return self._texts(False)

        def __format__(self, form):
            if not form or form[-1] == 's':
                return format(str(self), form)
            if form[-1] not in 'bnxX':
                return super().__format__(form)
            letter = form[-1]
            if letter == 'n':
                letter = 'b' if self.version == 4 else 'x'
            options = form[:-1]
            width = self.max_prefixlen if letter == 'b' else self.max_prefixlen // 4
            digits = f'{self._ip:0{width}{letter}}'
            if '_' in options:
                first = len(digits) % 4 or 4
                digits = '_'.join([digits[:first]] + [digits[place:place + 4] for place in range(first, len(digits), 4)])
            return ('0' + letter if '#' in options else '') + digits

        def __eq__(self, other):
            if not isinstance(other, _BaseAddress):
                return NotImplemented
            return self.version == other.version and self._ip == other._ip

        def __lt__(self, other):
            if not isinstance(other, _BaseAddress):
                return NotImplemented
            if self.version != other.version:
                raise TypeError(f'{self} and {other} are not of the same version')
            return self._ip < other._ip

        def __hash__(self):
            return hash(hex(self._ip))

        def __add__(self, number):
            return type(self)(self._ip + number) if isinstance(number, int) else NotImplemented

        def __sub__(self, number):
            return type(self)(self._ip - number) if isinstance(number, int) else NotImplemented


    class IPv4Address(_V4, _BaseAddress):
        """An address of 32 bits."""

        __slots__ = ('__weakref__',)

        is_reserved = _inside('240.0.0.0/4')
        is_multicast = _inside('224.0.0.0/4')
        is_loopback = _inside('127.0.0.0/8')
        is_link_local = _inside('169.254.0.0/16')
        _is_set_apart = _inside('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12',
                                '192.0.0.0/24', '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15',
                                '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32')
        _is_exempt = _inside('192.0.0.9/32', '192.0.0.10/32')
        _is_shared = _inside('100.64.0.0/10')

        @property
        def is_unspecified(self):
            return self._ip == 0

        @property
        def is_private(self):
            return self._is_set_apart and not self._is_exempt

        @property
        def is_global(self):
            return not self.is_private and not self._is_shared

        @property
        def ipv6_mapped(self):
            return IPv6Address(0xffff << 32 | self._ip)


    class IPv6Address(_V6, _BaseAddress):
        """An address of 128 bits, with the name of its zone behind a `%`."""

        __slots__ = ('_scope_id', '__weakref__')

        is_multicast = _inside('ff00::/8')
        is_link_local = _inside('fe80::/10')
        is_site_local = _inside('fec0::/10')
        is_reserved = _inside('::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3',
                              '8000::/3', 'a000::/3', 'c000::/3', 'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9')
        _is_set_apart = _inside('::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23',
                                '2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10')
        _is_exempt = _inside('2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28',
                             '2001:30::/28')

        def __init__(self, address):
            zone = None
            if not isinstance(address, (int, bytes)):
                address, percent, zone = str(address).partition('%')
                if percent and (not zone or '%' in zone):
                    raise AddressValueError(f'Invalid IPv6 address: {address + percent + zone!r}')
            super().__init__(address)
            self._scope_id = zone or None

        @property
        def scope_id(self):
            return self._scope_id

        def __str__(self):
            return super().__str__() + (f'%{self._scope_id}' if self._scope_id else '')

        def __eq__(self, other):
            same = super().__eq__(other)
            return same if same is NotImplemented else same and self._scope_id == getattr(other, '_scope_id', None)

        def __hash__(self):
            return hash((self._ip, self._scope_id))

        @property
        def is_unspecified(self):
            return self._ip == 0

        @property
        def is_loopback(self):
            return self.ipv4_mapped.is_loopback if self.ipv4_mapped else self._ip == 1

        @property
        def is_private(self):
            if self.ipv4_mapped:
                return self.ipv4_mapped.is_private
            return self._is_set_apart and not self._is_exempt

        @property
        def is_global(self):
            return self.ipv4_mapped.is_global if self.ipv4_mapped else not self.is_private

        @property
        def ipv4_mapped(self):
            return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

        @property
        def sixtofour(self):
            return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None

        @property
        def teredo(self):
            if self._ip >> 96 != 0x20010000:
                return None
            return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)
    """#
}
