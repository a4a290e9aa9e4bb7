// The module `fnmatch`.

enum FnmatchLibrary {
  static let source: StaticString = #"""
    import functools as _functools
    import re as _re

    __all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


    def fnmatch(name, pat):
        return fnmatchcase(name, pat)


    @_functools.lru_cache(maxsize=256)
    def _matcher(pattern):
        if isinstance(pattern, bytes):
            return _re.compile(translate(pattern.decode('latin-1')).encode('latin-1')).match
        return _re.compile(translate(pattern)).match


    def fnmatchcase(name, pat):
        return _matcher(pat)(name) is not None


    def filter(names, pat):
        match = _matcher(pat)
        return [name for name in names if match(name) is not None]


    def _set(inside):
        """The regular expression of what stands between brackets."""
        negated, inside = ('^', inside[1:]) if inside[0] == '!' else ('', inside)
        parts, place = [], 0
        while place < len(inside):
            if inside[place + 1:place + 2] == '-' and place + 2 < len(inside):
                low, high = inside[place], inside[place + 2]
                if low <= high:
                    parts.append(f'{_quoted(low)}-{_quoted(high)}')
                place += 3
            else:
                parts.append(_quoted(inside[place]))
                place += 1
        if not parts:
            return '.' if negated else '(?!)'
        if not negated and parts[0][0] in '[^':
            parts[0] = '\\' + parts[0]
        return f"[{negated}{''.join(parts)}]"


    def _quoted(letter):
        return '\\' + letter if letter in '\\&~|' else letter


    def translate(pat):
        parts, place = [], 0
        while place < len(pat):
            letter = pat[place]
            place += 1
            if letter == '*':
                if parts[-1:] != ['.*']:
                    parts.append('.*')
            elif letter == '?':
                parts.append('.')
            elif letter == '[':
                start = place + 1 if pat[place:place + 1] == '!' else place
                end = pat.find(']', start + 1)
                if end < 0:
                    parts.append(r'\[')
                else:
                    parts.append(_set(pat[place:end]))
                    place = end + 1
            else:
                parts.append(_re.escape(letter))
        # Whatever stands between two stars is matched as early as possible, and never again.
        stars = [index for index, part in enumerate(parts) if part == '.*']
        pieces = []
        for index, star in enumerate(stars):
            fixed = ''.join(parts[(stars[index - 1] + 1 if index else 0):star])
            pieces.append(f'(?>.*?{fixed})' if index and fixed else fixed)
        if stars:
            pieces.append('.*' + ''.join(parts[stars[-1] + 1:]))
        return f"(?s:{''.join(pieces) if stars else ''.join(parts)})\\Z"
    """#
}
