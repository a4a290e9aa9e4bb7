// The module `pathlib`.

enum PathlibLibrary {
  static let source: StaticString = #"""
    import fnmatch as _fnmatch
    import glob as _glob
    import os as _os
    import stat as _stat

    __all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath',
               'UnsupportedOperation']


    class UnsupportedOperation(NotImplementedError):
        pass


    class PurePath:
        """A path as text: a root, which may be empty, and names."""

        __slots__ = ('_raw', '_root', '_names', '__weakref__')

        def __new__(cls, *args, **kwargs):
            return object.__new__(PurePosixPath if cls is PurePath else cls)

        def __init__(self, *args):
            parts = []
            for arg in args:
                if isinstance(arg, PurePath):
                    arg = str(arg)
                else:
                    try:
                        arg = _os.fspath(arg)
                    except TypeError:
                        pass
                    if not isinstance(arg, str):
                        raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a '
                                        f'str, not {type(arg).__name__!r}')
                parts.append(arg)
            self._raw = _os.path.join(*parts) if parts else ''
            slashes = len(self._raw) - len(self._raw.lstrip('/'))
            # POSIX lets two slashes mean something else than one; three are one again.
            self._root = '//' if slashes == 2 else '/' if slashes else ''
            self._names = [name for name in self._raw.split('/') if name and name != '.']

        def with_segments(self, *pathsegments):
            return type(self)(*pathsegments)

        def _made(self, root, names):
            return self.with_segments(root + '/'.join(names))

        def __str__(self):
            return self._root + '/'.join(self._names) or '.'

        def __fspath__(self):
            return str(self)

        def as_posix(self):
            return str(self)

        def __bytes__(self):
            return _os.fsencode(self)

        def __repr__(self):
            return f'{type(self).__name__}({self.as_posix()!r})'

        def as_uri(self):
            if not self.is_absolute():
                raise ValueError("relative path can't be expressed as a file URI")
            safe = frozenset(b'/-._~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')
            return 'file://' + ''.join(chr(byte) if byte in safe else f'%{byte:02X}' for byte in bytes(self))

        # Comparison

        def _key(self):
            return self._root, self._names

        def __eq__(self, other):
            return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

        def __hash__(self):
            return hash(str(self))

        def _compared(self, other, holds):
            if not isinstance(other, PurePath):
                return NotImplemented
            return holds(str(self).split('/'), str(other).split('/'))

        def __lt__(self, other):
            return self._compared(other, lambda a, b: a < b)

        def __le__(self, other):
            return self._compared(other, lambda a, b: a <= b)

        def __gt__(self, other):
            return self._compared(other, lambda a, b: a > b)

        def __ge__(self, other):
            return self._compared(other, lambda a, b: a >= b)

        def __reduce__(self):
            return type(self), tuple(self.parts)

        # Parts

        drive = property(lambda self: '')
        root = property(lambda self: self._root)
        anchor = property(lambda self: self._root)

        @property
        def parts(self):
            return ((self._root,) if self._root else ()) + tuple(self._names)

        @property
        def name(self):
            return self._names[-1] if self._names else ''

        def _dot(self):
            """Where the suffix of the name begins; 0 where it has none."""
            dot = self.name.rfind('.')
            return dot if 0 < dot < len(self.name) - 1 and self.name[:dot].strip('.') else 0

        @property
        def suffix(self):
            return self.name[self._dot():] if self._dot() else ''

        @property
        def suffixes(self):
            if self.name.endswith('.'):
                return []
            return ['.' + suffix for suffix in self.name.lstrip('.').split('.')[1:]]

        @property
        def stem(self):
            return self.name[:self._dot()] if self._dot() else self.name

        @property
        def parent(self):
            return self._made(self._root, self._names[:-1]) if self._names else self

        @property
        def parents(self):
            return _Parents(self)

        def with_name(self, name):
            if not self.name:
                raise ValueError(f'{self!r} has an empty name')
            if not name or '/' in name or name == '.':
                raise ValueError(f'Invalid name {name!r}')
            return self._made(self._root, self._names[:-1] + [name])

        def with_stem(self, stem):
            if not stem and self.suffix:
                raise ValueError(f'{self!r} has a non-empty suffix')
            return self.with_name(stem + self.suffix)

        def with_suffix(self, suffix):
            if not self.stem:
                raise ValueError(f'{self!r} has an empty name')
            if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
                raise ValueError(f'Invalid suffix {suffix!r}')
            return self.with_name(self.stem + suffix)

        def joinpath(self, *pathsegments):
            return self.with_segments(self, *pathsegments)

        def __truediv__(self, key):
            try:
                return self.with_segments(self, key)
            except TypeError:
                return NotImplemented

        def __rtruediv__(self, key):
            try:
                return self.with_segments(key, self)
            except TypeError:
                return NotImplemented

        # Questions

        def is_absolute(self):
            return bool(self._root)

        def is_reserved(self):
            return False

        def is_relative_to(self, other, *more):
            other = self.with_segments(other, *more)
            return other == self or other in self.parents

        def relative_to(self, other, *more, walk_up=False):
            other = self.with_segments(other, *more)
            for steps, ancestor in enumerate([other, *other.parents]):
                if ancestor == self or ancestor in self.parents:
                    break
                if not walk_up:
                    raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
                if ancestor.name == '..':
                    raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            else:
                raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
            return self._made('', ['..'] * steps + self._names[len(ancestor._names):])

        def match(self, path_pattern, *, case_sensitive=None):
            pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
            if not pattern.parts:
                raise ValueError('empty pattern')
            parts, wanted = self.parts, pattern.parts
            if len(wanted) > len(parts) or pattern.anchor and len(wanted) != len(parts):
                return False
            return all(_fits(name, part, case_sensitive) for name, part in zip(reversed(parts), reversed(wanted)))

        def full_match(self, pattern, *, case_sensitive=None):
            pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
            return _fit_all(list(self.parts), list(pattern.parts), case_sensitive)


    def _fits(name, pattern, case_sensitive=None):
        if case_sensitive is False:
            name, pattern = name.lower(), pattern.lower()
        return _fnmatch.fnmatchcase(name, pattern)


    def _fit_all(parts, wanted, case_sensitive):
        if not wanted:
            return not parts
        if wanted[0] == '**':
            return any(_fit_all(parts[start:], wanted[1:], case_sensitive) for start in range(len(parts) + 1))
        return bool(parts) and _fits(parts[0], wanted[0], case_sensitive) and _fit_all(
            parts[1:], wanted[1:], case_sensitive)


    class _Parents:
        """The ancestors of a path, the nearest first."""

        def __init__(self, path):
            self._path = path

        def __len__(self):
            return len(self._path._names)

        def __getitem__(self, index):
            if isinstance(index, slice):
                return tuple(self[place] for place in range(*index.indices(len(self))))
            if not -len(self) <= index < len(self):
                raise IndexError(index)
            index += len(self) if index < 0 else 0
            return self._path._made(self._path._root, self._path._names[:len(self) - 1 - index])

        def __iter__(self):
            return (self[index] for index in range(len(self)))

        def __contains__(self, path):
            return any(parent == path for parent in self)

        def __repr__(self):
            return f'<{type(self._path).__name__}.parents>'


    class PurePosixPath(PurePath):
        __slots__ = ()


    class PureWindowsPath(PurePath):
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise UnsupportedOperation('ppd has no paths of Windows')
    """#
}
