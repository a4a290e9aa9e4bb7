// `socket`: functions.

extension SocketLibrary {
  static let functions: StaticString = #"""
    # Functions

    def socketpair(family=None, type=SOCK_STREAM, proto=0):
        family = AF_UNIX if family is None else family
        return tuple(socket(family, type, proto, fileno=each) for each in _socketpair(int(family), int(type), proto))


    def fromfd(fd, family, type, proto=0):
        return socket(family, type, proto, fileno=_os.dup(fd))


    def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
        service = None if port is None else str(port)
        return [(_known(AddressFamily, family), _known(SocketKind, type), proto, name, _address(raw))
                for family, type, proto, name, raw in _found(host, service, family, type, proto, flags)]


    def gethostbyname(hostname):
        return _address(_found(hostname, None, AF_INET, SOCK_STREAM, 0, 0)[0][4])[0] if hostname else '0.0.0.0'


    def gethostbyname_ex(hostname):
        found = _found(hostname, None, AF_INET, SOCK_STREAM, 0, AI_CANONNAME)
        return found[0][3] or hostname, [], [_address(entry[4])[0] for entry in found]


    def getfqdn(name=''):
        name = name.strip() or gethostname()
        try:
            return _found(name, None, 0, SOCK_STREAM, 0, AI_CANONNAME)[0][3] or name
        except gaierror:
            return name


    def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
        """A connection to the first address of a host that takes one."""
        host, port = address
        failures = []
        for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
            made = socket(family, kind, proto)
            try:
                if timeout is not ...:
                    made.settimeout(timeout)
                if source_address:
                    made.bind(source_address)
                made.connect(place)
                return made
            except OSError as failure:
                failures.append(failure)
                made.close()
        if not failures:
            raise OSError('getaddrinfo returns an empty list')
        if all_errors:
            raise ExceptionGroup('create_connection failed', failures)
        raise failures[-1]


    def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
        made = socket(family, SOCK_STREAM)
        try:
            made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            if reuse_port:
                made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
            if family == AF_INET6:
                made.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
            made.bind(address)
            made.listen(*([] if backlog is None else [backlog]))
            return made
        except OSError:
            made.close()
            raise


    def inet_pton(address_family, ip_string, /):
        packed = _packed(address_family, ip_string)
        if packed is None:
            raise OSError('illegal IP address string passed to inet_pton')
        return packed


    def inet_ntop(address_family, packed_ip, /):
        if len(packed_ip) != (4 if address_family == AF_INET else 16):
            raise ValueError('invalid length of packed IP address string')
        return _unpacked(address_family, packed_ip)


    def inet_aton(ip_addr, /):
        packed = _packed(AF_INET, ip_addr)
        if packed is None:
            raise OSError('illegal IP address string passed to inet_aton')
        return packed


    def inet_ntoa(packed_ip, /):
        if len(packed_ip) != 4:
            raise OSError('packed IP wrong length')
        return _unpacked(AF_INET, packed_ip)


    def htons(x, /):
        return _swapped(x, 2, 'htons')


    def ntohs(x, /):
        return _swapped(x, 2, 'ntohs')


    def htonl(x, /):
        return _swapped(x, 4, 'htonl')


    def ntohl(x, /):
        return _swapped(x, 4, 'ntohl')


    def _swapped(number, size, name):
        if not 0 <= number < 256 ** size:
            raise OverflowError(f'{name}: Python int too large to convert to C {8 * size}-bit unsigned integer')
        return int.from_bytes(number.to_bytes(size, 'big'), 'little')


    def close(fd, /):
        _os.close(fd)
    """#
}
