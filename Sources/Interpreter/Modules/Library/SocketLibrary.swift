// `socket`: sockets, over the system calls that the module has.

enum SocketLibrary {
  static let source: StaticString = #"""
    import enum as _enum
    import errno as _errno
    import io as _io
    import os as _os
    import select as _select
    import struct as _struct
    import time as _time

    has_ipv6 = True
    error = OSError
    timeout = TimeoutError


    class herror(OSError):
        pass


    class gaierror(OSError):
        pass


    AddressFamily = _enum.IntEnum('AddressFamily', {name: globals()[name] for name in (
        'AF_UNSPEC', 'AF_UNIX', 'AF_INET', 'AF_INET6')})
    SocketKind = _enum.IntEnum('SocketKind', {name: globals()[name] for name in (
        'SOCK_STREAM', 'SOCK_DGRAM', 'SOCK_SEQPACKET')})
    globals().update(AddressFamily.__members__)
    globals().update(SocketKind.__members__)

    _default_timeout = None


    def getdefaulttimeout():
        return _default_timeout


    def setdefaulttimeout(timeout):
        global _default_timeout
        _default_timeout = None if timeout is None else float(timeout)


    def _known(kind, number):
        try:
            return kind(number)
        except ValueError:
            return number


    # Addresses as tuples and as the bytes of the system's structures

    def _raw(family, address, call):
        if family == AF_UNIX:
            path = _os.fsencode(address) if not isinstance(address, (bytes, bytearray)) else bytes(address)
            if len(path) > 107:
                raise OSError('AF_UNIX path too long')
            return _struct.pack('=H', family) + path + (b'' if path.startswith(b'\0') else b'\0')
        size = 2 if family == AF_INET else 4
        if not isinstance(address, tuple):
            name = 'AF_INET' if family == AF_INET else 'AF_INET6'
            raise TypeError(f'{call}(): {name} address must be tuple, not {type(address).__name__}')
        if len(address) not in range(2, size + 1):
            raise TypeError('AF_INET address must be a pair (host, port)' if family == AF_INET else
                            'AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
        host, port, *more = address
        if not isinstance(port, int):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        if not 0 <= port <= 65535:
            raise OverflowError(f'{call}(): port must be 0-65535.')
        if host == '' and family == AF_INET:
            packed = b'\0\0\0\0'
        elif host == '':
            packed = bytes(16)
        elif host == '<broadcast>':
            packed = b'\xff\xff\xff\xff'
        else:
            packed = _packed(family, host)
            if packed is None:
                found = _found(host, None, family, 0, 0, 0)[0][4]
                packed = found[4:8] if family == AF_INET else found[8:24]
        if family == AF_INET:
            return _struct.pack('=H', family) + _struct.pack('!H4s8x', port, packed)
        flow, scope = (*more, 0, 0)[:2]
        return _struct.pack('=H', family) + _struct.pack('!HI16s', port, flow, packed) + _struct.pack('=I', scope)


    def _address(raw):
        if len(raw) < 2:
            return None
        family, = _struct.unpack_from('=H', raw)
        if family == AF_UNIX:
            path = raw[2:]
            return path if path.startswith(b'\0') and len(path) > 1 else _os.fsdecode(path.split(b'\0')[0])
        if family == AF_INET:
            port, packed = _struct.unpack_from('!H4s', raw, 2)
            return _unpacked(family, packed), port
        port, flow, packed = _struct.unpack_from('!HI16s', raw, 2)
        return _unpacked(family, packed), port, flow, _struct.unpack_from('=I', raw, 24)[0]


    def _found(host, service, family, type, proto, flags):
        found = _addresses(host, service, int(family), int(type), proto, flags)
        if isinstance(found, tuple):
            raise gaierror(*found)
        return found


    class socket:
        """A network connection, or one end of a pair. The system calls never wait: `_wait` does."""

        def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
            if fileno is None:
                family = AF_INET if family == -1 else family
                type = SOCK_STREAM if type == -1 else type
                fileno = _socket(int(family), int(type), max(0, proto))
            else:
                own = _own_address(fileno)
                family = _struct.unpack_from('=H', own)[0] if family == -1 else family
                type = _struct.unpack('=i', _option(fileno, SOL_SOCKET, SO_TYPE, 4))[0] if type == -1 else type
            self._fd = fileno
            self.family = _known(AddressFamily, family)
            self.type = _known(SocketKind, type)
            self.proto = max(0, proto)
            self._files = 0
            self._is_closed = False
            self._timeout = _default_timeout

        def __repr__(self):
            text = (f'<socket.socket{" [closed]" if self._fd < 0 else ""} fd={self._fd}, family={int(self.family)}, '
                    f'type={int(self.type)}, proto={self.proto}')
            for word, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    text += f', {word}={ask()!r}'
                except OSError:
                    pass
            return text + '>'

        def __enter__(self):
            return self

        def __exit__(self, *details):
            self.close()

        def __del__(self):
            if getattr(self, '_fd', -1) >= 0:
                import warnings
                warnings.warn(f'unclosed {self!r}', ResourceWarning, source=self)
                self._close()

        # Life

        def fileno(self):
            return self._fd

        def close(self):
            self._is_closed = True
            if not self._files:
                self._close()

        def _close(self):
            descriptor, self._fd = self._fd, -1
            if descriptor >= 0:
                _os.close(descriptor)

        def _release(self):
            """A file of this socket was closed."""
            self._files -= 1
            if self._is_closed:
                self.close()

        def detach(self):
            descriptor, self._fd, self._is_closed = self._fd, -1, True
            return descriptor

        def dup(self):
            made = type(self)(self.family, self.type, self.proto, fileno=_os.dup(self._fd))
            made.settimeout(self.gettimeout())
            return made

        def get_inheritable(self):
            return _os.get_inheritable(self._fd)

        def set_inheritable(self, inheritable):
            _os.set_inheritable(self._fd, inheritable)

        # Waiting

        def settimeout(self, value):
            if value is not None:
                value = float(value)
                if value < 0.0:
                    raise ValueError('Timeout value out of range')
            self._timeout = value

        def gettimeout(self):
            return self._timeout

        def setblocking(self, flag):
            self.settimeout(None if flag else 0.0)

        def getblocking(self):
            return self._timeout != 0.0

        @property
        def timeout(self):
            return self._timeout

        def _wait(self, events, end):
            """Waits until the descriptor is ready; TimeoutError when the time `end` comes first."""
            if self._timeout == 0.0:
                raise BlockingIOError(_errno.EAGAIN, _os.strerror(_errno.EAGAIN))
            rest = None if end is None else max(0.0, end - _time.monotonic()) * 1000.0
            if not _select._poll([(self._fd, events)], rest):
                raise TimeoutError('timed out')

        def _end(self):
            return None if self._timeout is None else _time.monotonic() + self._timeout

        def _waiting(self, events, call, *args):
            """What a call returns once it can be made."""
            end = self._end()
            while True:
                try:
                    return call(self._fd, *args)
                except BlockingIOError:
                    self._wait(events, end)
                except InterruptedError:
                    pass

        # Servers and clients

        def bind(self, address, /):
            _bind(self._fd, _raw(self.family, address, 'bind'))

        def listen(self, backlog=128, /):
            _listen(self._fd, max(0, backlog))

        def accept(self):
            # A look first: a listener may be one that waits.
            if self._timeout == 0.0:
                if not _select._poll([(self._fd, _select.POLLIN)], 0.0):
                    raise BlockingIOError(_errno.EAGAIN, _os.strerror(_errno.EAGAIN))
            else:
                self._wait(_select.POLLIN, self._end())
            descriptor, raw = self._waiting(_select.POLLIN, _accept)
            made = socket(self.family, self.type, self.proto, fileno=descriptor)
            made._timeout = _default_timeout
            return made, _address(raw)

        def connect(self, address, /):
            code = self._connect(address)
            if code:
                raise OSError(code, _os.strerror(code))

        def connect_ex(self, address, /):
            try:
                return self._connect(address)
            except TimeoutError:
                return _errno.EAGAIN

        def _connect(self, address):
            raw = _raw(self.family, address, 'connect')
            end = self._end()
            _set_blocking(self._fd, False)
            try:
                code = _connect(self._fd, raw)
                if code not in (_errno.EINPROGRESS, _errno.EINTR):
                    return code
                if self._timeout == 0.0:
                    return _errno.EINPROGRESS
                self._wait(_select.POLLOUT, end)
                return self.getsockopt(SOL_SOCKET, SO_ERROR)
            finally:
                _set_blocking(self._fd, True)

        def shutdown(self, how, /):
            _shutdown(self._fd, how)

        def getsockname(self):
            return _address(_own_address(self._fd))

        def getpeername(self):
            return _address(_peer_address(self._fd))

        def setsockopt(self, level, optname, value, optlen=None, /):
            _set_option(self._fd, level, optname, bytes(optlen) if value is None else value)

        def getsockopt(self, level, optname, buflen=0, /):
            data = _option(self._fd, level, optname, buflen or 4)
            return data if buflen else int.from_bytes(data, 'little', signed=True)

        # Data

        def recv(self, bufsize, flags=0, /):
            return self._waiting(_select.POLLIN, _receive, bufsize, flags)[0]

        def recvfrom(self, bufsize, flags=0, /):
            data, raw = self._waiting(_select.POLLIN, _receive, bufsize, flags)
            return data, _address(raw)

        def recv_into(self, buffer, nbytes=0, flags=0):
            view = memoryview(buffer).cast('B')
            data = self.recv(nbytes or len(view), flags)
            view[:len(data)] = data
            return len(data)

        def recvfrom_into(self, buffer, nbytes=0, flags=0):
            view = memoryview(buffer).cast('B')
            data, address = self.recvfrom(nbytes or len(view), flags)
            view[:len(data)] = data
            return len(data), address

        def send(self, data, flags=0, /):
            _check_data(data)
            return self._waiting(_select.POLLOUT, _send, data, flags, None)

        def sendall(self, data, flags=0, /):
            _check_data(data)
            view = memoryview(data).cast('B')
            while view:
                view = view[self._waiting(_select.POLLOUT, _send, view, flags, None):]

        def sendto(self, data, *rest):
            _check_data(data)
            flags, address = rest if len(rest) == 2 else (0, *rest)
            return self._waiting(_select.POLLOUT, _send, data, flags, _raw(self.family, address, 'sendto'))

        def sendfile(self, file, offset=0, count=None):
            if offset:
                file.seek(offset)
            sent = 0
            while data := file.read(65536 if count is None else min(65536, count - sent)):
                self.sendall(data)
                sent += len(data)
            return sent

        def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
            if set(mode) - set('rwb'):
                raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
            self._files += 1
            raw = SocketIO(self, ''.join(letter for letter in 'rw' if letter in mode) or 'r', buffering != 0,
                           'b' not in mode)
            if 'b' in mode:
                return raw
            return _io.TextIOWrapper(raw, encoding, errors, newline)


    SocketType = socket


    def _check_data(data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")


    class SocketIO(_io.RawIOBase):
        """A socket as a file: raw, or reading ahead and writing all. Below a text file it reads what there is."""

        def __init__(self, sock, mode, is_buffered=False, is_below_text=False):
            self._sock = sock
            self._letters = mode
            self._is_buffered = is_buffered
            self._fills = is_buffered and not is_below_text
            self._ahead = b''

        mode = property(lambda self: self._letters + 'b')
        name = property(lambda self: self._sock.fileno())

        def readable(self):
            return 'r' in self._letters

        def writable(self):
            return 'w' in self._letters

        def fileno(self):
            return self._sock.fileno()

        def _more(self, size):
            """Reads once; whether anything came."""
            data = self._sock.recv(max(size, 8192) if self._is_buffered else size)
            self._ahead += data
            return bool(data)

        def _take(self, size):
            data, self._ahead = self._ahead[:size], self._ahead[size:]
            return data

        def read(self, size=-1):
            if size is None or size < 0:
                return self.readall()
            while len(self._ahead) < size and self._more(size) and self._fills:
                pass
            return self._take(size)

        def read1(self, size=8192):
            if not self._ahead:
                self._more(size)
            return self._take(size)

        def readall(self):
            while self._more(65536):
                pass
            return self._take(len(self._ahead))

        def readline(self, size=-1):
            limit = float('inf') if size is None or size < 0 else size
            while b'\n' not in self._ahead and len(self._ahead) < limit and self._more(1):
                pass
            end = self._ahead.find(b'\n') + 1 or len(self._ahead)
            return self._take(int(min(end, limit)))

        def __iter__(self):
            return iter(self.readline, b'')

        def readlines(self, hint=-1):
            return list(self)

        def readinto(self, buffer):
            data = self.read(len(buffer))
            buffer[:len(data)] = data
            return len(data)

        def write(self, data):
            if not self._is_buffered:
                return self._sock.send(data)
            self._sock.sendall(data)
            return len(data)

        def close(self):
            if not self.closed:
                super().close()
                self._sock._release()
    """#
}
