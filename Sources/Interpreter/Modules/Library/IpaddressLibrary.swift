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
    """#
}
