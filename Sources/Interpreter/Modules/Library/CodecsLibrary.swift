// The module `codecs`.

enum CodecsLibrary {
  static let source: StaticString = #"""
    import builtins as _builtins
    import io as _io

    __all__ = [
        'encode', 'decode', 'lookup', 'open', 'CodecInfo', 'getencoder', 'getdecoder', 'iterencode', 'iterdecode',
        'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE',
    ]

    BOM_UTF8 = b'\xef\xbb\xbf'
    BOM_UTF16 = BOM = BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
    BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
    BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
    BOM_UTF32_BE = b'\x00\x00\xfe\xff'


    class CodecInfo(tuple):
        """encode, decode and two that are None here, with the codec's name."""

        def __new__(cls, encode, decode, name):
            made = super().__new__(cls, (encode, decode, None, None))
            made.name, made.encode, made.decode = name, encode, decode
            return made

        def __repr__(self):
            return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


    # Codecs from text to text and from bytes to bytes: name → (encode, decode).

    def _rotate(text):
        letters = 'abcdefghijklmnopqrstuvwxyz'
        turned = letters[13:] + letters[:13]
        return text.translate(str.maketrans(letters + letters.upper(), turned + turned.upper()))


    def _to_base64(data):
        import base64
        return base64.encodebytes(data)


    def _from_base64(data):
        import base64
        return base64.decodebytes(data)


    def _to_hex(data):
        return bytes(data).hex().encode()


    def _from_hex(data):
        return bytes.fromhex(data if isinstance(data, str) else bytes(data).decode('ascii'))


    _transforms = {
        'rot13': (_rotate, _rotate), 'rot_13': (_rotate, _rotate), 'base64': (_to_base64, _from_base64),
        'base_64': (_to_base64, _from_base64), 'base64_codec': (_to_base64, _from_base64), 'hex': (_to_hex, _from_hex),
        'hex_codec': (_to_hex, _from_hex),
    }
    _proper = {
        'utf8': 'utf-8', 'utf-8': 'utf-8', 'u8': 'utf-8', 'ascii': 'ascii', 'us-ascii': 'ascii', '646': 'ascii',
        'latin-1': 'iso8859-1', 'latin1': 'iso8859-1', 'iso-8859-1': 'iso8859-1', 'l1': 'iso8859-1', 'utf16': 'utf-16',
        'utf32': 'utf-32', 'windows-1252': 'cp1252', 'rot13': 'rot13', 'hex': 'hex', 'base64': 'base64',
    }


    def lookup(encoding):
        name = encoding.lower().replace('_', '-')
        transform = _transforms.get(name.replace('-', '_'))
        if transform:
            forth, back = transform
            return CodecInfo(lambda input, errors='strict': (forth(input), len(input)),
                             lambda input, errors='strict': (back(input), len(input)), _proper.get(name, name))
        ''.encode(encoding)
        return CodecInfo(lambda input, errors='strict': (input.encode(encoding, errors), len(input)),
                         lambda input, errors='strict': (bytes(input).decode(encoding, errors), len(input)),
                         _proper.get(name, name))


    def encode(obj, encoding='utf-8', errors='strict'):
        return lookup(encoding).encode(obj, errors)[0]


    def decode(obj, encoding='utf-8', errors='strict'):
        return lookup(encoding).decode(obj, errors)[0]


    def getencoder(encoding):
        return lookup(encoding).encode


    def getdecoder(encoding):
        return lookup(encoding).decode


    def iterencode(iterator, encoding, errors='strict', **kwargs):
        for text in iterator:
            if data := encode(text, encoding, errors):
                yield data


    def iterdecode(iterator, encoding, errors='strict', **kwargs):
        decoder = getincrementaldecoder(encoding)(errors)
        for data in iterator:
            if text := decoder.decode(data):
                yield text
        if text := decoder.decode(b'', True):
            yield text


    class IncrementalEncoder:
        def __init__(self, errors='strict'):
            self.errors = errors

        def encode(self, input, final=False):
            return encode(input, self._encoding, self.errors)

        def reset(self):
            pass


    class IncrementalDecoder:
        """Decodes bytes that come in pieces; what is not yet a whole character waits."""

        def __init__(self, errors='strict'):
            self.errors = errors
            self._rest = b''

        def decode(self, input, final=False):
            data = self._rest + bytes(input)
            if final:
                self._rest = b''
                return decode(data, self._encoding, self.errors)
            for kept in range(min(4, len(data) + 1)):
                whole = data[:len(data) - kept]
                try:
                    text = decode(whole, self._encoding, 'strict')
                except UnicodeDecodeError as error:
                    if error.end < len(whole) or kept == 3:
                        self._rest = b''
                        return decode(data, self._encoding, self.errors)
                    continue
                self._rest = data[len(whole):]
                return text

        def reset(self):
            self._rest = b''


    def getincrementalencoder(encoding):
        lookup(encoding)
        return type('IncrementalEncoder', (IncrementalEncoder,), {'_encoding': encoding})


    def getincrementaldecoder(encoding):
        lookup(encoding)
        return type('IncrementalDecoder', (IncrementalDecoder,), {'_encoding': encoding})


    def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
        """A text file whose line ends stay as they are; without an encoding a binary one."""
        if encoding is None:
            return _builtins.open(filename, mode)
        return _builtins.open(filename, mode.replace('b', ''), encoding=encoding, errors=errors, newline='')


    def getreader(encoding):
        lookup(encoding)
        return lambda stream, errors='strict': _io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline='')


    getwriter = getreader
    """#
}
