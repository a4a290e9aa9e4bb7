// The module `hmac`.

enum HmacLibrary {
  static let source: StaticString = #"""
    import hashlib as _hashlib

    digest_size = None


    def compare_digest(a, b, /):
        """Whether both are equal, in a time that tells nothing about where they differ."""
        if isinstance(a, str) and isinstance(b, str):
            if not (a.isascii() and b.isascii()):
                raise TypeError('comparing strings with non-ASCII characters is not supported')
            a, b = a.encode(), b.encode()
        elif isinstance(a, str) or isinstance(b, str):
            raise TypeError(f"a bytes-like object is required, not '{type(a if isinstance(a, str) else b).__name__}'")
        difference = len(a) ^ len(b)
        for x, y in zip(bytes(a), bytes(b)):
            difference |= x ^ y
        return difference == 0


    class HMAC:
        blocksize = 64

        def __init__(self, key, msg=None, digestmod=''):
            if not isinstance(key, (bytes, bytearray)):
                raise TypeError(f"key: expected bytes or bytearray, but got '{type(key).__name__}'")
            if not digestmod:
                raise TypeError("Missing required argument 'digestmod'.")
            if isinstance(digestmod, str):
                make = lambda data=b'': _hashlib.new(digestmod, data)
            else:
                make = digestmod if callable(digestmod) else digestmod.new
            self._inner, self._outer = make(), make()
            self.digest_size, self.block_size = self._inner.digest_size, self._inner.block_size
            if len(key) > self.block_size:
                key = make(key).digest()
            key = bytes(key).ljust(self.block_size, b'\0')
            self._inner.update(bytes(byte ^ 0x36 for byte in key))
            self._outer.update(bytes(byte ^ 0x5c for byte in key))
            if msg is not None:
                self.update(msg)

        @property
        def name(self):
            return f'hmac-{self._inner.name}'

        def update(self, msg):
            self._inner.update(msg)

        def copy(self):
            other = object.__new__(type(self))
            vars(other).update(vars(self), _inner=self._inner.copy(), _outer=self._outer.copy())
            return other

        def _finished(self):
            outer = self._outer.copy()
            outer.update(self._inner.digest())
            return outer

        def digest(self):
            return self._finished().digest()

        def hexdigest(self):
            return self._finished().hexdigest()


    def new(key, msg=None, digestmod=''):
        return HMAC(key, msg, digestmod)


    def digest(key, msg, digest):
        return HMAC(key, msg, digest).digest()
    """#
}
