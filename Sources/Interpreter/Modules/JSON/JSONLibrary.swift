// `json`: encoders, decoders and the four functions.

enum JSONLibrary {
  static let source: StaticString = #"""
    __all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


    class JSONDecodeError(ValueError):
        def __init__(self, msg, doc, pos):
            lineno = doc.count('\n', 0, pos) + 1
            colno = pos - doc.rfind('\n', 0, pos)
            ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
            self.msg = msg
            self.doc = doc
            self.pos = pos
            self.lineno = lineno
            self.colno = colno

        def __reduce__(self):
            return self.__class__, (self.msg, self.doc, self.pos)


    JSONDecodeError.__module__ = 'json.decoder'


    class JSONEncoder:
        item_separator = ', '
        key_separator = ': '

        def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                     sort_keys=False, indent=None, separators=None, default=None):
            self.skipkeys = skipkeys
            self.ensure_ascii = ensure_ascii
            self.check_circular = check_circular
            self.allow_nan = allow_nan
            self.sort_keys = sort_keys
            self.indent = indent
            if separators is not None:
                self.item_separator, self.key_separator = separators
            elif indent is not None:
                self.item_separator = ','
            if default is not None:
                self.default = default

        def default(self, o):
            raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

        def encode(self, o):
            return _encode(o, self)

        def iterencode(self, o, _one_shot=False):
            return iter([_encode(o, self)])


    JSONEncoder.__module__ = 'json.encoder'


    class JSONDecoder:
        def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                     object_pairs_hook=None):
            self.object_hook = object_hook
            self.parse_float = None if parse_float is float else parse_float
            self.parse_int = None if parse_int is int else parse_int
            self.parse_constant = parse_constant
            self.strict = strict
            self.object_pairs_hook = object_pairs_hook

        def decode(self, s):
            value, end = self.raw_decode(s, _skip_space(s, 0))
            end = _skip_space(s, end)
            if end != len(s):
                raise JSONDecodeError('Extra data', s, end)
            return value

        def raw_decode(self, s, idx=0):
            return _decode(s, self, idx)


    JSONDecoder.__module__ = 'json.decoder'

    _default_encoder = JSONEncoder()
    _default_decoder = JSONDecoder()


    def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
              separators=None, default=None, sort_keys=False, **kw):
        if (not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None and indent is None
                and separators is None and default is None and not sort_keys and not kw):
            return _encode(obj, _default_encoder)
        return (cls or JSONEncoder)(
            skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
            indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


    def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
             indent=None, separators=None, default=None, sort_keys=False, **kw):
        encoder = (cls or JSONEncoder)(
            skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
            indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
        for chunk in encoder.iterencode(obj):
            fp.write(chunk)


    def detect_encoding(b):
        if b.startswith((b'\xff\xfe\x00\x00', b'\x00\x00\xfe\xff')):
            return 'utf-32'
        if b.startswith((b'\xff\xfe', b'\xfe\xff')):
            return 'utf-16'
        if b.startswith(b'\xef\xbb\xbf'):
            return 'utf-8-sig'
        if len(b) >= 4:
            if not b[0]:
                return 'utf-16-be' if b[1] else 'utf-32-be'
            if not b[1]:
                return 'utf-16-le' if b[2] or b[3] else 'utf-32-le'
        elif len(b) == 2:
            if not b[0]:
                return 'utf-16-be'
            if not b[1]:
                return 'utf-16-le'
        return 'utf-8'


    def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
              object_pairs_hook=None, **kw):
        if isinstance(s, str):
            if s.startswith('\ufeff'):
                raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
        elif isinstance(s, (bytes, bytearray)):
            s = s.decode(detect_encoding(s), 'surrogatepass')
        else:
            raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
        if (cls is None and object_hook is None and parse_int is None and parse_float is None
                and parse_constant is None and object_pairs_hook is None and not kw):
            return _default_decoder.decode(s)
        if object_hook is not None:
            kw['object_hook'] = object_hook
        if object_pairs_hook is not None:
            kw['object_pairs_hook'] = object_pairs_hook
        if parse_float is not None:
            kw['parse_float'] = parse_float
        if parse_int is not None:
            kw['parse_int'] = parse_int
        if parse_constant is not None:
            kw['parse_constant'] = parse_constant
        return (cls or JSONDecoder)(**kw).decode(s)


    def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
             object_pairs_hook=None, **kw):
        return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                     parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)
    """#
}
