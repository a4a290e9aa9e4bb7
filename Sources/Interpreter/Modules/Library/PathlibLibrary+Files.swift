// The module `pathlib`: files.

extension PathlibLibrary {
  static let files: StaticString = #"""
    class Path(PurePath):
        """A path with what the system can do with it."""

        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            return object.__new__(PosixPath if cls is Path else cls)

        @classmethod
        def cwd(cls):
            return cls(_os.getcwd())

        @classmethod
        def home(cls):
            return cls('~').expanduser()

        @classmethod
        def from_uri(cls, uri):
            if not uri.startswith('file:'):
                raise ValueError(f"URI does not start with 'file:': {uri!r}")
            path = uri[5:]
            path = path[2:].removeprefix('localhost') if path[:2] == '//' else path
            pieces = path.encode().split(b'%')
            decoded = pieces[0] + b''.join(bytes([int(piece[:2], 16)]) + piece[2:] for piece in pieces[1:])
            made = cls(_os.fsdecode(decoded))
            if not made.is_absolute():
                raise ValueError(f'URI is not absolute: {uri!r}')
            return made

        def expanduser(self):
            if self._root or not self._names or self._names[0][:1] != '~':
                return self
            home = _os.path.expanduser(self._names[0])
            if home[:1] == '~':
                raise RuntimeError('Could not determine home directory.')
            return self.with_segments(home, *self._names[1:])

        def absolute(self):
            return self if self._root else self.with_segments(_os.getcwd(), self)

        def resolve(self, strict=False):
            if strict:
                self.stat()
            return self.with_segments(_os.path.realpath(self))

        def readlink(self):
            return self.with_segments(_os.readlink(self))

        # What there is

        def stat(self, *, follow_symlinks=True):
            return _os.stat(self, follow_symlinks=follow_symlinks)

        def lstat(self):
            return _os.lstat(self)

        def exists(self, *, follow_symlinks=True):
            return _os.path.exists(self) if follow_symlinks else _os.path.lexists(self)

        def is_dir(self, *, follow_symlinks=True):
            return self._is(_stat.S_ISDIR, follow_symlinks)

        def is_file(self, *, follow_symlinks=True):
            return self._is(_stat.S_ISREG, follow_symlinks)

        def is_symlink(self):
            return self._is(_stat.S_ISLNK, False)

        def is_fifo(self):
            return self._is(_stat.S_ISFIFO)

        def is_socket(self):
            return self._is(_stat.S_ISSOCK)

        def is_block_device(self):
            return self._is(_stat.S_ISBLK)

        def is_char_device(self):
            return self._is(_stat.S_ISCHR)

        def _is(self, kind, follow_symlinks=True):
            try:
                return kind(self.stat(follow_symlinks=follow_symlinks).st_mode)
            except (OSError, ValueError):
                return False

        def is_mount(self):
            return _os.path.ismount(self)

        def is_junction(self):
            return False

        def samefile(self, other_path):
            return _os.path.samefile(self, other_path)

        def owner(self, *, follow_symlinks=True):
            return self._account('/etc/passwd', self.stat(follow_symlinks=follow_symlinks).st_uid)

        def group(self, *, follow_symlinks=True):
            return self._account('/etc/group', self.stat(follow_symlinks=follow_symlinks).st_gid)

        @staticmethod
        def _account(table, number):
            """The name of a user or a group."""
            with open(table) as lines:
                for line in lines:
                    fields = line.split(':')
                    if len(fields) > 2 and fields[2] == str(number):
                        return fields[0]
            raise KeyError(f'number not found: {number}')

        # Contents

        def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
            return open(self, mode, buffering, encoding, errors, newline)

        def read_text(self, encoding=None, errors=None, newline=None):
            with self.open('r', -1, encoding, errors, newline) as file:
                return file.read()

        def read_bytes(self):
            with self.open('rb') as file:
                return file.read()

        def write_text(self, data, encoding=None, errors=None, newline=None):
            if not isinstance(data, str):
                raise TypeError(f'data must be str, not {type(data).__name__}')
            with self.open('w', -1, encoding, errors, newline) as file:
                return file.write(data)

        def write_bytes(self, data):
            with self.open('wb') as file:
                return file.write(memoryview(data))

        def iterdir(self):
            return (self / name for name in _os.listdir(self))

        def walk(self, top_down=True, on_error=None, follow_symlinks=False):
            for folder, folders, files in _os.walk(self, top_down, on_error, follow_symlinks):
                yield self.with_segments(folder), folders, files

        def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
            parts = self._pattern(pattern)
            return self._found(parts, case_sensitive)

        def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
            return self._found(['**'] + self._pattern(pattern, may_be_empty=True), case_sensitive)

        def _pattern(self, pattern, may_be_empty=False):
            made = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
            if made.anchor:
                raise NotImplementedError('Non-relative patterns are unsupported')
            if not made._names and not may_be_empty:
                raise ValueError(f'Unacceptable pattern: {made!r}')
            return made._names + ([''] if str(pattern).endswith('/') else [])

        def _found(self, parts, case_sensitive):
            seen = set()
            for path in self._search(parts, case_sensitive):
                if str(path) not in seen:
                    seen.add(str(path))
                    yield path

        def _search(self, parts, case_sensitive):
            if not parts:
                yield self
            elif parts == ['']:
                if self.is_dir():
                    yield self
            elif parts[0] == '**':
                if len(parts) > 1:
                    yield from self._search(parts[1:], case_sensitive)
                else:
                    yield self
                for entry in self._entries():
                    child = self / entry.name
                    if entry.is_dir(follow_symlinks=False):
                        yield from child._search(parts, case_sensitive)
                    elif len(parts) == 1:
                        yield child
            elif _glob.has_magic(parts[0]) or case_sensitive is False:
                for entry in self._entries():
                    if _fits(entry.name, parts[0], case_sensitive) and (len(parts) == 1 or entry.is_dir()):
                        yield from (self / entry.name)._search(parts[1:], case_sensitive)
            else:
                child = self / parts[0]
                if child.exists(follow_symlinks=False):
                    yield from child._search(parts[1:], case_sensitive)

        def _entries(self):
            try:
                with _os.scandir(self) as entries:
                    return list(entries)
            except OSError:
                return []

        # Changes

        def touch(self, mode=0o666, exist_ok=True):
            if exist_ok and self.exists():
                _os.utime(self)
                return
            flags = _os.O_CREAT | _os.O_WRONLY | (0 if exist_ok else _os.O_EXCL)
            _os.close(_os.open(self, flags, mode))

        def mkdir(self, mode=0o777, parents=False, exist_ok=False):
            try:
                _os.mkdir(self, mode)
            except FileNotFoundError:
                if not parents or self.parent == self:
                    raise
                self.parent.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, exist_ok=exist_ok)
            except OSError:
                if not exist_ok or not self.is_dir():
                    raise

        def chmod(self, mode, *, follow_symlinks=True):
            _os.chmod(self, mode, follow_symlinks=follow_symlinks)

        def unlink(self, missing_ok=False):
            try:
                _os.unlink(self)
            except FileNotFoundError:
                if not missing_ok:
                    raise

        def rmdir(self):
            _os.rmdir(self)

        def rename(self, target):
            _os.rename(self, target)
            return self.with_segments(target)

        def replace(self, target):
            _os.replace(self, target)
            return self.with_segments(target)

        def symlink_to(self, target, target_is_directory=False):
            _os.symlink(target, self)

        def hardlink_to(self, target):
            _os.link(target, self)


    class PosixPath(Path, PurePosixPath):
        __slots__ = ()


    class WindowsPath(Path, PureWindowsPath):
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
    """#
}
