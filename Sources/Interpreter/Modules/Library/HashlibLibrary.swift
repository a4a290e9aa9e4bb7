// The module `hashlib`.

enum HashlibLibrary {
  static let source: StaticString = #"""
    import _hashlib

    _ALWAYS = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
               'shake_128', 'shake_256', 'blake2b', 'blake2s')
    algorithms_guaranteed = set(_ALWAYS)
    algorithms_available = set(_ALWAYS)
    __all__ = _ALWAYS + ('new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac', 'file_digest')


    def new(name, data=b'', *, usedforsecurity=True):
        if name in ('blake2b', 'blake2s'):
            return globals()[name](data)
        return _hashlib.new(name, data)


    def _constructor(name):
        def make(string=b'', *, usedforsecurity=True):
            return _hashlib.new(name, string)
        make.__name__ = make.__qualname__ = f'openssl_{name}'
        return make


    for _name in _ALWAYS[:-2]:
        globals()[_name] = _constructor(_name)
    del _name


    def blake2b(data=b'', /, *, digest_size=64, key=b'', usedforsecurity=True):
        return _hashlib.blake2('blake2b', data, digest_size, key)


    def blake2s(data=b'', /, *, digest_size=32, key=b'', usedforsecurity=True):
        return _hashlib.blake2('blake2s', data, digest_size, key)


    def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
        import hmac
        if iterations < 1:
            raise ValueError('iteration value must be greater than 0.')
        start = hmac.new(password, None, hash_name)
        length = start.digest_size if dklen is None else dklen
        if length < 1:
            raise ValueError('key length must be greater than 0.')
        key, block = b'', 0
        while len(key) < length:
            block += 1
            step = start.copy()
            step.update(salt + block.to_bytes(4, 'big'))
            digest = step.digest()
            total = int.from_bytes(digest, 'big')
            for _ in range(iterations - 1):
                step = start.copy()
                step.update(digest)
                digest = step.digest()
                total ^= int.from_bytes(digest, 'big')
            key += total.to_bytes(len(digest), 'big')
        return key[:length]


    def file_digest(fileobj, digest, /, *, _bufsize=1 << 18):
        made = new(digest) if isinstance(digest, str) else digest()
        if hasattr(fileobj, 'getbuffer'):
            made.update(fileobj.getbuffer())
            return made
        if not fileobj.readable():
            raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
        while chunk := fileobj.read(_bufsize):
            made.update(chunk)
        return made
    """#
}
