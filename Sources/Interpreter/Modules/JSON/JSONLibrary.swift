// `json`: encoders, decoders and the four functions.

enum JSONLibrary {
  static let source: StaticString = #"""
    __all__ = ['JSONDecodeError', 'JSONDecoder', 'JSONEncoder', 'dump', 'dumps', 'load', 'loads']


    class JSONDecodeError(ValueError):
        def __init__(self, msg, doc, pos):
            lines = doc[:pos].split('\n')
            where = len(lines), len(lines[-1]) + 1
            super().__init__(f'{msg}: line {where[0]} column {where[1]} (char {pos})')
            self.msg, self.doc, self.pos = msg, doc, pos
            self.lineno, self.colno = where

        def __reduce__(self):
            return JSONDecodeError, (self.msg, self.doc, self.pos)


    def _configure(target, known, given):
        """Sets the options that a call gave, and the usual values of the others."""
        for name in given:
            if name not in known:
                raise TypeError(f'{type(target).__name__}.__init__() got an unexpected keyword argument {name!r}')
        for name, usual in known.items():
            setattr(target, name, given.get(name, usual))


    class JSONEncoder:
        item_separator = ', '
        key_separator = ': '
        _options = {'skipkeys': False, 'ensure_ascii': True, 'check_circular': True, 'allow_nan': True,
                    'sort_keys': False, 'indent': None}

        def __init__(self, *, separators=None, default=None, **options):
            _configure(self, JSONEncoder._options, options)
            if separators is None and self.indent is not None:
                separators = ',', self.key_separator
            if separators is not None:
                self.item_separator, self.key_separator = separators
            if default is not None:
                self.default = default

        def default(self, o):
            raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

        def encode(self, o):
            return _encode(o, self)

        def iterencode(self, o):
            yield _encode(o, self)


    class JSONDecoder:
        _options = {'object_hook': None, 'object_pairs_hook': None, 'parse_float': None, 'parse_int': None,
                    'parse_constant': None, 'strict': True}

        def __init__(self, **options):
            _configure(self, JSONDecoder._options, options)

        def raw_decode(self, s, idx=0):
            return _decode(s, self, idx)

        def decode(self, s):
            value, end = self.raw_decode(s, _skip_space(s, 0))
            rest = _skip_space(s, end)
            if rest < len(s):
                raise JSONDecodeError('Extra data', s, rest)
            return value


    JSONEncoder.__module__ = 'json.encoder'
    JSONDecoder.__module__ = JSONDecodeError.__module__ = 'json.decoder'
    _encoder = JSONEncoder()
    _decoder = JSONDecoder()


    def dumps(obj, *, cls=None, **options):
        encoder = (cls or JSONEncoder)(**options) if cls or options else _encoder
        return encoder.encode(obj)


    def dump(obj, fp, *, cls=None, **options):
        for piece in (cls or JSONEncoder)(**options).iterencode(obj):
            fp.write(piece)


    def loads(s, *, cls=None, **options):
        if isinstance(s, (bytes, bytearray)):
            s = bytes(s).decode(_encoding(bytes(s)), 'surrogatepass')
        elif not isinstance(s, str):
            raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
        elif s[:1] == '\ufeff':
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
        decoder = (cls or JSONDecoder)(**options) if cls or options else _decoder
        return decoder.decode(s)


    def load(fp, *, cls=None, **options):
        return loads(fp.read(), cls=cls, **options)
    """#
}
