// The module `secrets`.

enum SecretsLibrary {
  static let source: StaticString = #"""
    import base64 as _base64
    import os as _os
    import random as _random
    from hmac import compare_digest

    __all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
               'compare_digest']

    SystemRandom = _random.SystemRandom
    _system = SystemRandom()
    choice, randbits = _system.choice, _system.getrandbits
    DEFAULT_ENTROPY = 32


    def randbelow(exclusive_upper_bound):
        if exclusive_upper_bound <= 0:
            raise ValueError('Upper bound must be positive.')
        return _system.randrange(exclusive_upper_bound)


    def token_bytes(nbytes=None):
        return _os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


    def token_hex(nbytes=None):
        return token_bytes(nbytes).hex()


    def token_urlsafe(nbytes=None):
        return _base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')
    """#
}
