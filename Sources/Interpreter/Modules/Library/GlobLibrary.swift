// The module `glob`.

enum GlobLibrary {
  static let source: StaticString = #"""
    import fnmatch as _fnmatch
    import os as _os
    import re as _re

    __all__ = ['escape', 'glob', 'iglob', 'translate']

    _MAGIC = _re.compile('[*?[]')


    def has_magic(s):
        return _re.search(b'[*?[]' if isinstance(s, bytes) else '[*?[]', s) is not None


    def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
        return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                          include_hidden=include_hidden))


    def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
        search = _Search('' if root_dir is None else _os.fspath(root_dir), recursive, include_hidden)
        return (found for found in search.paths(_os.fspath(pathname)) if found)


    class _Search:
        def __init__(self, root, recursive, include_hidden):
            self._root, self._recursive, self._include_hidden = root, recursive, include_hidden

        def _real(self, path):
            return _os.path.join(self._root, path) if self._root else path

        def _names(self, folder, folders_only=False):
            try:
                with _os.scandir(self._real(folder) or '.') as entries:
                    return [entry.name for entry in entries if not folders_only or entry.is_dir()]
            except OSError:
                return []

        def paths(self, pattern):
            folder, name = _os.path.split(pattern)
            if not has_magic(pattern):
                real = self._real(pattern)
                if _os.path.lexists(real) if name else _os.path.isdir(self._real(folder)):
                    yield pattern
                return
            if folder and folder != pattern and has_magic(folder):
                folders = self.paths(folder)
            else:
                folders = [folder]
            for folder in folders:
                for found in self._inside(folder, name):
                    yield _os.path.join(folder, found)

        def _inside(self, folder, pattern):
            """What a folder has that matches the last part of a pattern."""
            if pattern == '**' and self._recursive:
                if not folder or _os.path.isdir(self._real(folder)):
                    yield ''
                    yield from self._below(folder)
            elif has_magic(pattern):
                names = self._names(folder)
                if not (self._include_hidden or pattern[0] == '.'):
                    names = [name for name in names if name[0] != '.']
                yield from _fnmatch.filter(names, pattern)
            elif pattern:
                if _os.path.lexists(self._real(_os.path.join(folder, pattern))):
                    yield pattern
            elif _os.path.isdir(self._real(folder)):
                yield ''

        def _below(self, folder):
            for name in self._names(folder):
                if self._include_hidden or name[0] != '.':
                    yield name
                    for inner in self._below(_os.path.join(folder, name)):
                        yield _os.path.join(name, inner)


    def escape(pathname):
        if isinstance(pathname, bytes):
            return _re.sub(b'([*?[])', rb'[\1]', pathname)
        return _MAGIC.sub(r'[\g<0>]', pathname)


    def translate(pat, *, recursive=False, include_hidden=False, seps=None):
        separators = seps or _os.sep
        one = f'[^{_re.escape(separators)}]'
        hidden = '' if include_hidden else r'(?!\.)'
        some = f'{one}+' if include_hidden else f'{one[:-1]}.]{one}*'
        parts, pieces = _re.split(f'[{_re.escape(separators)}]', pat), []
        slash = f'[{_re.escape(separators)}]' if len(separators) > 1 else _re.escape(separators)
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            end = '' if is_last else slash
            if part == '*':
                pieces.append(some + end)
            elif part == '**' and recursive:
                pieces.append(('.*' if include_hidden else f'(?:{some}{slash})*(?:{some})?') if is_last
                              else ('(?:.+/)?' if include_hidden else f'(?:{some}{slash})*'))
            else:
                inner = _fnmatch.translate(part)[4:-3].replace('.*', f'{one}*')
                pieces.append((hidden if part[:1] in ('*', '?', '[') else '') + inner + end)
        return f"(?s:{''.join(pieces)})\\Z"
    """#
}
