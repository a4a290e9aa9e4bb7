// The module `base64`.

enum Base64Library {
  static let source: StaticString = #"""
    import binascii as _binascii
    import re as _re

    __all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
               'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode',
               'a85decode', 'z85encode', 'z85decode', 'standard_b64encode', 'standard_b64decode',
               'urlsafe_b64encode', 'urlsafe_b64decode']


    def _bytes(value):
        """The bytes of a bytes-like object or of a text that is ASCII."""
        if isinstance(value, str):
            try:
                return value.encode('ascii')
            except UnicodeEncodeError:
                raise ValueError('string argument should contain only ASCII characters') from None
        if isinstance(value, (bytes, bytearray)):
            return value
        try:
            return memoryview(value).tobytes()
        except TypeError:
            raise TypeError('argument should be a bytes-like object or ASCII string, not '
                            f'{type(value).__name__!r}') from None


    def b64encode(s, altchars=None):
        encoded = _binascii.b2a_base64(s, newline=False)
        if altchars is None:
            return encoded
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))


    def b64decode(s, altchars=None, validate=False):
        s = _bytes(s)
        if altchars is not None:
            altchars = _bytes(altchars)
            assert len(altchars) == 2, repr(altchars)
            s = s.translate(bytes.maketrans(altchars, b'+/'))
        return _binascii.a2b_base64(s, strict_mode=validate)


    def standard_b64encode(s):
        return b64encode(s)


    def standard_b64decode(s):
        return b64decode(s)


    def urlsafe_b64encode(s):
        return b64encode(s, b'-_')


    def urlsafe_b64decode(s):
        return b64decode(s, b'-_')


    def b16encode(s):
        return _binascii.hexlify(s).upper()


    def b16decode(s, casefold=False):
        s = _bytes(s)
        s = s.upper() if casefold else s
        if _re.search(b'[^0-9A-F]', s):
            raise _binascii.Error('Non-base16 digit found')
        return _binascii.unhexlify(s)


    _BASE32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    _BASE32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


    def _encode32(alphabet, s):
        s = bytes(s) if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
        padding = -len(s) % 5
        number, digits = int.from_bytes(s + bytes(padding), 'big'), bytearray()
        for place in range((len(s) + padding) // 5 * 8):
            digits.append(alphabet[number >> (5 * place) & 31])
        digits.reverse()
        if padding:
            count = {1: 1, 2: 3, 3: 4, 4: 6}[padding]
            digits[-count:] = b'=' * count
        return bytes(digits)


    def _decode32(alphabet, s, casefold, map01):
        s = _bytes(s)
        if len(s) % 8:
            raise _binascii.Error('Incorrect padding')
        if map01 is not None:
            map01 = _bytes(map01)
            assert len(map01) == 1, repr(map01)
            s = s.translate(bytes.maketrans(b'01', b'O' + map01))
        s = s.upper() if casefold else s
        digits = s.rstrip(b'=')
        number = 0
        for digit in digits:
            value = alphabet.find(digit)
            if value < 0:
                raise _binascii.Error('Non-base32 digit found')
            number = number << 5 | value
        padding = len(s) - len(digits)
        if padding not in (0, 1, 3, 4, 6):
            raise _binascii.Error('Incorrect padding')
        count = len(digits) * 5 // 8
        return (number >> len(digits) * 5 % 8).to_bytes(count, 'big')


    def b32encode(s):
        return _encode32(_BASE32, s)


    def b32decode(s, casefold=False, map01=None):
        return _decode32(_BASE32, s, casefold, map01)


    def b32hexencode(s):
        return _encode32(_BASE32_HEX, s)


    def b32hexdecode(s, casefold=False):
        return _decode32(_BASE32_HEX, s, casefold, None)


    _BASE85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz' b'!#$%&()*+-;<=>?@^_`{|}~')
    _Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
    _ASCII85 = bytes(range(33, 118))


    def _encode85(s, alphabet, pad, zero=None, spaces=None):
        if not isinstance(s, (bytes, bytearray)):
            s = memoryview(s).tobytes()
        padding, groups = -len(s) % 4, []
        s = bytes(s) + bytes(padding)
        for start in range(0, len(s), 4):
            number = int.from_bytes(s[start:start + 4], 'big')
            if zero is not None and number == 0:
                groups.append(zero)
            elif spaces is not None and number == 0x20202020:
                groups.append(spaces)
            else:
                groups.append(bytes(alphabet[number // 85 ** power % 85] for power in (4, 3, 2, 1, 0)))
        if padding and not pad:
            if groups[-1] == zero:
                groups[-1] = alphabet[:1] * 5
            groups[-1] = groups[-1][:-padding]
        return b''.join(groups)


    def _decode85(digits, alphabet, wrong, overflow):
        padding = -len(digits) % 5
        digits, made = digits + alphabet[-1:] * padding, bytearray()
        for start in range(0, len(digits), 5):
            number = 0
            for place, digit in enumerate(digits[start:start + 5], start):
                value = alphabet.find(digit)
                if value < 0:
                    raise ValueError(wrong(place, digit))
                number = number * 85 + value
            if number >> 32:
                raise ValueError(overflow(start))
            made += number.to_bytes(4, 'big')
        return bytes(made[:len(made) - padding])


    def b85encode(b, pad=False):
        return _encode85(b, _BASE85, pad)


    def b85decode(b):
        return _decode85(_bytes(b), _BASE85, lambda place, digit: f'bad base85 character at position {place}',
                         lambda place: f'base85 overflow in hunk starting at byte {place}')


    def z85encode(s):
        return _encode85(s, _Z85, False)


    def z85decode(s):
        return _decode85(_bytes(s), _Z85, lambda place, digit: f'bad z85 character at position {place}',
                         lambda place: f'z85 overflow in hunk starting at byte {place}')


    def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
        made = _encode85(b, _ASCII85, pad, zero=b'z', spaces=b'y' if foldspaces else None)
        if adobe:
            made = b'<~' + made
        if wrapcol:
            width = max(2 if adobe else 1, wrapcol)
            lines = [made[start:start + width] for start in range(0, len(made), width)]
            if adobe and len(lines[-1]) + 2 > width:
                lines.append(b'')
            made = b'\n'.join(lines)
        return made + b'~>' if adobe else made


    def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
        b = _bytes(b)
        if adobe:
            if not b.endswith(b'~>'):
                raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
            b = b[2:-2] if b.startswith(b'<~') else b[:-2]
        made, group = bytearray(), b''
        for digit in b:
            if digit in _ASCII85:
                group += bytes([digit])
                if len(group) == 5:
                    made += _decode85(group, _ASCII85, None, lambda place: 'Ascii85 overflow')
                    group = b''
            elif digit in b'zy' and (digit == 122 or foldspaces):
                if group:
                    raise ValueError(f"{chr(digit)} inside Ascii85 5-tuple")
                made += b'\0\0\0\0' if digit == 122 else b'    '
            elif digit not in ignorechars:
                raise ValueError(f'Non-Ascii85 digit found: {chr(digit)}')
        return bytes(made + _decode85(group, _ASCII85, None, lambda place: 'Ascii85 overflow'))


    def encodebytes(s):
        s = bytes(s)
        return b''.join(_binascii.b2a_base64(s[start:start + 57]) for start in range(0, len(s), 57))


    def decodebytes(s):
        return _binascii.a2b_base64(s)


    def encode(input, output):
        while chunk := input.read(57):
            output.write(_binascii.b2a_base64(chunk))


    def decode(input, output):
        while line := input.readline():
            output.write(_binascii.a2b_base64(line))
    """#
}
