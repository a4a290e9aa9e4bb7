// The module `ipaddress`: networks, and addresses in them.

extension IpaddressLibrary {
  static let networks: StaticString = #"""
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
