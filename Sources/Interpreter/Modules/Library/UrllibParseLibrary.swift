// The module `urllib.parse`.

enum UrllibParseLibrary {
  static let source: StaticString = #"""
    import collections as _collections

    __all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
               'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
               'ParseResult', 'SplitResult', 'DefragResult']

    _letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    _scheme_characters = frozenset(_letters + '0123456789+-.')
    _safe = frozenset((_letters + '0123456789_.-~').encode())

    # Schemes whose references are resolved, and those that have a host.
    uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                     'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
    uses_netloc = [*uses_relative, 'telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh', 'itms-services']
    uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip',
                   'sips', 'mms', 'sftp', 'tel']


    # Parts of addresses

    class _Host:
        """The parts of the part with the host."""
        __slots__ = ()

        def _halves(self):
            """(user information or None, host and port)"""
            user, sign, place = self.netloc.rpartition('@')
            return (user if sign else None), place

        @property
        def username(self):
            user = self._halves()[0]
            return None if user is None else user.partition(':')[0]

        @property
        def password(self):
            user = self._halves()[0]
            return user.partition(':')[2] if user and ':' in user else None

        def _place(self):
            place = self._halves()[1]
            if place.startswith('['):
                host, _, rest = place[1:].partition(']')
                return host, rest.partition(':')[2]
            host, _, port = place.partition(':')
            return host, port

        @property
        def hostname(self):
            host, sign, zone = self._place()[0].partition('%')
            return host.lower() + sign + zone if host else None

        @property
        def port(self):
            text = self._place()[1]
            if not text:
                return None
            if not (text.isdigit() and text.isascii()):
                raise ValueError(f'Port could not be cast to integer value as {text!r}')
            if int(text) > 65535:
                raise ValueError('Port out of range 0-65535')
            return int(text)


    class SplitResult(_Host, _collections.namedtuple('SplitResult', 'scheme netloc path query fragment')):
        __slots__ = ()

        def geturl(self):
            return urlunsplit(self)


    class ParseResult(_Host, _collections.namedtuple('ParseResult', 'scheme netloc path params query fragment')):
        __slots__ = ()

        def geturl(self):
            return urlunparse(self)


    class DefragResult(_collections.namedtuple('DefragResult', 'url fragment')):
        __slots__ = ()

        def geturl(self):
            return self.url + ('#' + self.fragment if self.fragment else '')


    def urlsplit(url, scheme='', allow_fragments=True):
        if isinstance(url, (bytes, bytearray)):
            text = bytes(url).decode('ascii')
            return SplitResult(*(part.encode() for part in urlsplit(text, scheme, allow_fragments)))
        rest = url.lstrip(''.join(map(chr, range(33)))).translate(dict.fromkeys(b'\t\r\n'))
        before, sign, after = rest.partition(':')
        if sign and before[:1].isalpha() and before[:1].isascii() and _scheme_characters.issuperset(before):
            scheme, rest = before.lower(), after
        netloc = query = fragment = ''
        if rest.startswith('//'):
            end = min((place for place in map(rest[2:].find, '/?#') if place >= 0), default=len(rest) - 2) + 2
            netloc, rest = rest[2:end], rest[end:]
            if ('[' in netloc) != (']' in netloc):
                raise ValueError('Invalid IPv6 URL')
        if allow_fragments:
            rest, _, fragment = rest.partition('#')
        rest, _, query = rest.partition('?')
        return SplitResult(scheme, netloc, rest, query, fragment)


    def urlparse(url, scheme='', allow_fragments=True):
        parts = urlsplit(url, scheme, allow_fragments)
        path = parts.path
        empty, semicolon, slash = (b'', b';', b'/') if isinstance(path, bytes) else ('', ';', '/')
        params = empty
        last = path.rfind(slash) + 1
        if semicolon in path[last:] and (parts.scheme if empty == '' else parts.scheme.decode()) in uses_params:
            name, _, params = path[last:].partition(semicolon)
            path = path[:last] + name
        return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


    def urlunsplit(components):
        scheme, netloc, path, query, fragment = components
        text = path
        if netloc:
            text = '//' + netloc + ('/' if path and path[:1] != '/' else '') + path
        elif path[:2] == '//' or scheme and scheme in uses_netloc and path[:1] in ('', '/'):
            text = '//' + path
        if scheme:
            text = scheme + ':' + text
        return text + ('?' + query if query else '') + ('#' + fragment if fragment else '')


    def urlunparse(components):
        scheme, netloc, path, params, query, fragment = components
        return urlunsplit((scheme, netloc, path + (';' + params if params else ''), query, fragment))


    def urldefrag(url):
        parts = urlparse(url)
        return DefragResult(urlunparse(parts._replace(fragment='')), parts.fragment)


    def urljoin(base, url, allow_fragments=True):
        """The address that a reference means on the page of another."""
        if not base or not url:
            return url or base
        old = urlparse(base, '', allow_fragments)
        new = urlparse(url, old.scheme, allow_fragments)
        if new.scheme != old.scheme or new.scheme not in uses_relative:
            return url
        if new.netloc and new.scheme in uses_netloc:
            return urlunparse(new)
        new = new._replace(netloc=old.netloc)
        if not new.path and not new.params:
            return urlunparse(new._replace(path=old.path, params=old.params, query=new.query or old.query))
        if new.path.startswith('/'):
            steps = new.path.split('/')
        else:
            folder = old.path.split('/')[:-1]
            steps = [*folder[:1], *filter(None, folder[1:]), *new.path.split('/')]
            if not steps[0] == '' and old.netloc:
                steps.insert(0, '')
        resolved = []
        for step in steps:
            if step == '..':
                if len(resolved) > 1 or resolved and resolved != ['']:
                    resolved.pop()
            elif step != '.':
                resolved.append(step)
        if steps[-1] in ('.', '..'):
            resolved.append('')
        return urlunparse(new._replace(path='/'.join(resolved) or '/'))


    # Characters that need another form

    def quote_from_bytes(bs, safe='/'):
        if not isinstance(bs, (bytes, bytearray)):
            raise TypeError('quote_from_bytes() expected bytes')
        kept = _safe.union(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
        return ''.join(chr(byte) if byte in kept else f'%{byte:02X}' for byte in bs)


    def quote(string, safe='/', encoding=None, errors=None):
        if not isinstance(string, str):
            if encoding is not None or errors is not None:
                raise TypeError("quote() doesn't support 'encoding' for bytes")
            return quote_from_bytes(string, safe)
        return quote_from_bytes(string.encode(encoding or 'utf-8', errors or 'strict'), safe)


    def quote_plus(string, safe='', encoding=None, errors=None):
        space = ' ' if isinstance(string, str) else b' '
        if space not in string:
            return quote(string, safe, encoding, errors)
        return quote(string, (safe + ' ') if isinstance(safe, str) else safe + b' ', encoding, errors).replace(' ', '+')


    def unquote_to_bytes(string):
        data = string.encode() if isinstance(string, str) else bytes(string)
        first, *others = data.split(b'%')
        made = bytearray(first)
        for part in others:
            try:
                made += bytes.fromhex(part[:2].decode('ascii')) + part[2:] if len(part) >= 2 else b'%' + part
            except ValueError:
                made += b'%' + part
        return bytes(made)


    def unquote(string, encoding='utf-8', errors='replace'):
        if isinstance(string, (bytes, bytearray)):
            return unquote_to_bytes(string).decode(encoding, errors)
        if '%' not in string:
            return string
        # Runs of ASCII are undone and decoded by themselves.
        made, run = [], []
        for character in string + '\x80':
            if character.isascii():
                run.append(character)
                continue
            made.append(unquote_to_bytes(''.join(run)).decode(encoding, errors))
            made.append(character)
            run = []
        return ''.join(made[:-1])


    def unquote_plus(string, encoding='utf-8', errors='replace'):
        return unquote(string.replace('+', ' '), encoding, errors)


    # Queries

    def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
        if hasattr(query, 'items'):
            query = query.items()
        elif len(query) and not isinstance(query[0], tuple):
            raise TypeError('not a valid non-string sequence or mapping object')

        def quoted(value):
            if isinstance(value, bytes):
                return quote_via(value, safe)
            return quote_via(str(value), safe, encoding, errors)
        pairs = []
        for key, value in query:
            many = doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__iter__')
            for each in value if many else [value]:
                pairs.append(f'{quoted(key)}={quoted(each)}')
        return '&'.join(pairs)


    def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
                  max_num_fields=None, separator='&'):
        if not separator or not isinstance(separator, (str, bytes)):
            raise ValueError('Separator must be of type string or bytes.')
        if not qs:
            return []
        fields = qs.split(separator)
        if max_num_fields is not None and len(fields) > max_num_fields:
            raise ValueError('Max number of fields exceeded')
        pairs = []
        for field in fields:
            name, sign, value = field.partition('=')
            if not sign and strict_parsing:
                raise ValueError(f'bad query field: {field!r}')
            if field and (value or keep_blank_values):
                pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
        return pairs


    def parse_qs(qs, *args, **kwargs):
        found = {}
        for name, value in parse_qsl(qs, *args, **kwargs):
            found.setdefault(name, []).append(value)
        return found
    """#
}
