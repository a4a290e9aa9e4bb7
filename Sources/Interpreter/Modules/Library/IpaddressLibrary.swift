// The module `ipaddress`: addresses and networks of the Internet's two protocols.

enum IpaddressLibrary {
  static let source: StaticString = #"""
    import functools

    IPV4LENGTH, IPV6LENGTH = 32, 128


    class AddressValueError(ValueError):
        pass


    class NetmaskValueError(ValueError):
        pass


    def _either(kinds, given, what, strict=None):
        """The first of two kinds that accepts what is given."""
        for kind in kinds:
            try:
                return kind(given) if strict is None else kind(given, strict)
            except (AddressValueError, NetmaskValueError):
                continue
        raise ValueError(f'{given!r} does not appear to be an IPv4 or IPv6 {what}')


    def ip_address(address):
        """The IPv4Address or IPv6Address that a text, an int or bytes stand for."""
        return _either((IPv4Address, IPv6Address), address, 'address')


    def ip_network(address, strict=True):
        return _either((IPv4Network, IPv6Network), address, 'network', strict)


    def ip_interface(address):
        return _either((IPv4Interface, IPv6Interface), address, 'interface')


    def v4_int_to_packed(address):
        try:
            return address.to_bytes(4)
        except OverflowError:
            raise ValueError('Address negative or too large for IPv4') from None


    def v6_int_to_packed(address):
        try:
            return address.to_bytes(16)
        except OverflowError:
            raise ValueError('Address negative or too large for IPv6') from None


    # Texts

    def _ipv4_number(text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split('.')
        if len(parts) != 4:
            raise AddressValueError(f'Expected 4 octets in {text!r}')
        try:
            return int.from_bytes(map(_octet, parts))
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None


    def _octet(text):
        if not text:
            raise ValueError('Empty octet not permitted')
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f'Only decimal digits permitted in {text!r}')
        if len(text) > 3:
            raise ValueError(f'At most 3 characters permitted in {text!r}')
        if text != '0' and text[0] == '0':
            raise ValueError(f'Leading zeros are not permitted in {text!r}')
        if int(text) > 255:
            raise ValueError(f'Octet {int(text)} (> 255) not permitted')
        return int(text)


    def _ipv6_number(text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':')
        if len(parts) < 3:
            raise AddressValueError(f'At least 3 parts expected in {text!r}')
        if '.' in parts[-1]:
            try:
                low = _ipv4_number(parts.pop())
            except AddressValueError as error:
                raise AddressValueError(f'{error} in {text!r}') from None
            parts += [f'{low >> 16:x}', f'{low & 0xffff:x}']
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        gaps = [place for place in range(1, len(parts) - 1) if not parts[place]]
        if len(gaps) > 1:
            raise AddressValueError(f"At most one '::' permitted in {text!r}")
        if gaps:
            head, tail = parts[:gaps[0]], parts[gaps[0] + 1:]
            if not head[0]:
                if len(head) > 1:
                    raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
                head = []
            if not tail[-1]:
                if len(tail) > 1:
                    raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
                tail = []
            if len(head) + len(tail) > 7:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
            parts = head + ['0'] * (8 - len(head) - len(tail)) + tail
        elif len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        elif not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        elif not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        try:
            number = 0
            for part in parts:
                number = number << 16 | _hextet(part)
            return number
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None


    def _hextet(text):
        if set(text) - set('0123456789abcdefABCDEF'):
            raise ValueError(f'Only hex digits permitted in {text!r}')
        if len(text) > 4:
            raise ValueError(f'At most 4 characters permitted in {text!r}')
        return int(text, 16)


    def _ipv6_text(number):
        """The groups in hexadecimal, the longest run of zeros as `::`."""
        groups = [f'{number >> 16 * place & 0xffff:x}' for place in range(7, -1, -1)]
        best = (0, 0)
        for start in range(8):
            end = start
            while end < 8 and groups[end] == '0':
                end += 1
            if end - start > max(1, best[1] - best[0]):
                best = (start, end)
        if best == (0, 0):
            return ':'.join(groups)
        return ':'.join(groups[:best[0]]) + '::' + ':'.join(groups[best[1]:])


    # Addresses

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


    # Networks

    def _split(address):
        """The address and the mask that a network is given by."""
        if isinstance(address, tuple):
            return address if len(address) > 1 else (address[0], None)
        if isinstance(address, (int, bytes)):
            return address, None
        parts = str(address).split('/')
        if len(parts) > 2:
            raise AddressValueError(f"Only one '/' permitted in {address!r}")
        return parts[0], parts[1] if len(parts) == 2 else None


    @functools.total_ordering
    class _BaseNetwork(_IPAddressBase):
        """A block of addresses that begin alike."""

        def __init__(self, address, strict=True):
            place, mask = _split(address)
            self.network_address = self._address_class(place)
            self._prefixlen = self._prefix_of(mask)
            number = int(self.network_address)
            if number & self._host_mask:
                if strict:
                    raise ValueError(f'{self} has host bits set')
                self.network_address = self._address_class(number & ~self._host_mask)

        @classmethod
        def _prefix_of(cls, mask):
            if mask is None:
                return cls.max_prefixlen
            try:
                if isinstance(mask, int) or mask.isascii() and mask.isdigit():
                    length = int(mask)
                    if not 0 <= length <= cls.max_prefixlen:
                        raise ValueError
                    return length
                if cls.version == 6:
                    raise ValueError
                return cls._prefix_of_address(_ipv4_number(mask))
            except ValueError:
                raise NetmaskValueError(f'{str(mask)!r} is not a valid netmask') from None

        @classmethod
        def _prefix_of_address(cls, number):
            """A mask of ones and then zeros, or the other way round."""
            for bits in (number, ~number & 0xffffffff):
                zeros = (~bits & 0xffffffff).bit_length()
                if bits == 0xffffffff >> zeros << zeros:
                    return 32 - zeros
            raise ValueError

        @property
        def prefixlen(self):
            return self._prefixlen

        @property
        def _host_mask(self):
            return (1 << self.max_prefixlen - self._prefixlen) - 1

        @property
        def hostmask(self):
            return self._address_class(self._host_mask)

        @property
        def netmask(self):
            return self._address_class(((1 << self.max_prefixlen) - 1) ^ self._host_mask)

        @property
        def broadcast_address(self):
            return self._address_class(int(self.network_address) | self._host_mask)

        @property
        def num_addresses(self):
            return self._host_mask + 1

        def _texts(self, spread):
            return f'{self.network_address._texts(spread)}/{self._prefixlen}'

        def __str__(self):
            return f'{self.network_address}/{self._prefixlen}'

        @property
        def with_prefixlen(self):
            return str(self)

        @property
        def with_netmask(self):
            return f'{self.network_address}/{self.netmask}'

        @property
        def with_hostmask(self):
            return f'{self.network_address}/{self.hostmask}'

        @property
        def reverse_pointer(self):
            if self.version == 4:
                return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
            return self.network_address.reverse_pointer

        def _range(self):
            return int(self.network_address), int(self.broadcast_address)

        def __iter__(self):
            first, last = self._range()
            return map(self._address_class, range(first, last + 1))

        def hosts(self):
            """The addresses that machines can have."""
            first, last = self._range()
            if self._prefixlen == self.max_prefixlen:
                return [self.network_address]
            if self._prefixlen == self.max_prefixlen - 1:
                return list(self)
            return map(self._address_class, range(first + 1, last + (self.version == 6)))

        def __getitem__(self, number):
            first, last = self._range()
            if number < 0:
                number += last - first + 1
            if not 0 <= number <= last - first:
                raise IndexError('address out of range')
            return self._address_class(first + number)

        def __contains__(self, other):
            if self.version != other.version or isinstance(other, _BaseNetwork):
                return False
            first, last = self._range()
            return first <= int(other) <= last

        def _key(self):
            return self.version, int(self.network_address), self._prefixlen

        def __eq__(self, other):
            return self._key() == other._key() if isinstance(other, _BaseNetwork) else NotImplemented

        def __lt__(self, other):
            if not isinstance(other, _BaseNetwork):
                return NotImplemented
            if self.version != other.version:
                raise TypeError(f'{self} and {other} are not of the same version')
            return self._key() < other._key()

        def __hash__(self):
            return hash(self._key())

        def _check_version(self, other):
            if self.version != other.version:
                raise TypeError(f'{self} and {other} are not of the same version')

        def compare_networks(self, other):
            self._check_version(other)
            return (self._key() > other._key()) - (self._key() < other._key())

        def overlaps(self, other):
            return other.network_address in self or self.network_address in other

        def subnet_of(self, other):
            self._check_version(other)
            return self.network_address in other and self._prefixlen >= other._prefixlen

        def supernet_of(self, other):
            self._check_version(other)
            return other.network_address in self and self._prefixlen <= other._prefixlen

        def subnets(self, prefixlen_diff=1, new_prefix=None):
            """The equal parts of this network."""
            if self._prefixlen == self.max_prefixlen:
                yield self
                return
            if new_prefix is not None:
                if new_prefix < self._prefixlen:
                    raise ValueError('new prefix must be longer')
                if prefixlen_diff != 1:
                    raise ValueError('cannot set prefixlen_diff and new_prefix')
                prefixlen_diff = new_prefix - self._prefixlen
            if prefixlen_diff < 0:
                raise ValueError('prefix length diff must be > 0')
            length = self._prefixlen + prefixlen_diff
            if length > self.max_prefixlen:
                raise ValueError(f'prefix length diff {length} is invalid for netblock {self}')
            first, last = self._range()
            for number in range(first, last + 1, 1 << self.max_prefixlen - length):
                yield type(self)((number, length))

        def supernet(self, prefixlen_diff=1, new_prefix=None):
            if self._prefixlen == 0:
                return self
            if new_prefix is not None:
                if new_prefix > self._prefixlen:
                    raise ValueError('new prefix must be shorter')
                if prefixlen_diff != 1:
                    raise ValueError('cannot set prefixlen_diff and new_prefix')
                prefixlen_diff = self._prefixlen - new_prefix
            length = self._prefixlen - prefixlen_diff
            if length < 0:
                raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
            return type(self)((int(self.network_address), length), strict=False)

        def address_exclude(self, other):
            """The networks that remain when another one, inside this, is taken away."""
            self._check_version(other)
            if not isinstance(other, _BaseNetwork):
                raise TypeError(f'{other} is not a network object')
            if not other.subnet_of(self):
                raise ValueError(f'{other} not contained in {self}')
            whole = self
            while whole != other:
                low, high = whole.subnets()
                whole, rest = (low, high) if other.subnet_of(low) else (high, low)
                yield rest


    def _both_ends(name):
        """Whether the first and the last address of a network are so."""
        return property(lambda self: getattr(self.network_address, name) and getattr(self.broadcast_address, name))


    for _name in ('is_multicast', 'is_reserved', 'is_link_local', 'is_loopback', 'is_unspecified', 'is_private', 'is_global'):
        setattr(_BaseNetwork, _name, _both_ends(_name))


    class IPv4Network(_V4, _BaseNetwork):
        """A block of addresses of 32 bits."""

        _address_class = IPv4Address


    class IPv6Network(_V6, _BaseNetwork):
        """A block of addresses of 128 bits."""

        _address_class = IPv6Address
        is_site_local = _both_ends('is_site_local')


    # An address and the network it is in

    class _Interface:
        def __init__(self, address):
            place, mask = _split(address)
            super().__init__(place)
            self.network = self._network_class((int(self), self._network_class._prefix_of(mask)), strict=False)
            self.netmask, self.hostmask = self.network.netmask, self.network.hostmask

        @property
        def ip(self):
            return self._ip_class(self._ip)

        def _texts(self, spread):
            return f'{super()._texts(spread)}/{self.network.prefixlen}'

        with_prefixlen = property(str)

        @property
        def with_netmask(self):
            return f'{self.ip}/{self.netmask}'

        @property
        def with_hostmask(self):
            return f'{self.ip}/{self.hostmask}'

        def __eq__(self, other):
            same = super().__eq__(other)
            if not same or same is NotImplemented:
                return same
            return isinstance(other, _Interface) and self.network == other.network

        def __lt__(self, other):
            if isinstance(other, _Interface) and self.version == other.version:
                return (self.network, self._ip) < (other.network, other._ip)
            return super().__lt__(other)

        def __hash__(self):
            return hash((self._ip, self.network))


    class IPv4Interface(_Interface, IPv4Address):
        _network_class, _ip_class = IPv4Network, IPv4Address


    class IPv6Interface(_Interface, IPv6Address):
        _network_class, _ip_class = IPv6Network, IPv6Address


    # Several of them

    def summarize_address_range(first, last):
        """The networks that together are the addresses from the first to the last."""
        if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
            raise TypeError('first and last must be IP addresses, not networks')
        if first.version != last.version:
            raise TypeError(f'{first} and {last} are not of the same version')
        if first > last:
            raise ValueError('last IP address must be greater than first')
        kind, width = _network_kind(first), first.max_prefixlen
        low, high = int(first), int(last)
        while low <= high:
            zeros = (low & -low).bit_length() - 1 if low else width
            bits = min(zeros, (high - low + 1).bit_length() - 1)
            yield kind((low, width - bits))
            low += 1 << bits


    def collapse_addresses(addresses):
        """The fewest networks that have all of these addresses and networks."""
        networks = []
        for item in addresses:
            if networks and networks[0].version != item.version:
                raise TypeError(f'{item} and {networks[-1]} are not of the same version')
            if not isinstance(item, _BaseNetwork):
                item = _network_kind(item)((int(item), item.max_prefixlen))
            networks.append(item)
        kept = []
        for network in sorted(set(networks)):
            if kept and network.subnet_of(kept[-1]):
                continue
            kept.append(network)
            while len(kept) > 1 and kept[-1].prefixlen and kept[-1].prefixlen == kept[-2].prefixlen and (
                    kept[-2].supernet() == kept[-1].supernet()):
                kept[-2:] = [kept[-2].supernet()]
        return iter(kept)


    def get_mixed_type_key(obj):
        """A key that sorts addresses among networks."""
        if isinstance(obj, _BaseNetwork):
            return obj.version, obj.network_address, obj.netmask
        return (obj.version, obj) if isinstance(obj, _BaseAddress) else NotImplemented


    del _name
    """#
}
