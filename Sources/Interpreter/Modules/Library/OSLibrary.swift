// `os`: what is written in Python.

enum OSLibrary {
  static let source: StaticString = #"""
    import abc
    import sys
    from collections.abc import MutableMapping

    supports_bytes_environ = True


    class PathLike(abc.ABC):
        @abc.abstractmethod
        def __fspath__(self):
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, subclass):
            if cls is PathLike:
                return any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented
            return NotImplemented


    class _Environ(MutableMapping):
        def __init__(self, data):
            self._data = data

        def _text(self, value):
            if not isinstance(value, str):
                raise TypeError(f'str expected, not {type(value).__name__}')
            return value

        def __getitem__(self, key):
            try:
                return self._data[self._text(key)]
            except KeyError:
                raise KeyError(key) from None

        def __setitem__(self, key, value):
            key = self._text(key)
            value = self._text(value)
            putenv(key, value)
            self._data[key] = value

        def __delitem__(self, key):
            key = self._text(key)
            unsetenv(key)
            try:
                del self._data[key]
            except KeyError:
                raise KeyError(key) from None

        def __iter__(self):
            return iter(list(self._data))

        def __len__(self):
            return len(self._data)

        def __repr__(self):
            items = ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())
            return f'environ({{{items}}})'

        def copy(self):
            return dict(self)

        def setdefault(self, key, value):
            if key not in self:
                self[key] = value
            return self[key]

        def __or__(self, other):
            return dict(self) | dict(other)

        def __ror__(self, other):
            return dict(other) | dict(self)

        def __ior__(self, other):
            self.update(other)
            return self


    environ = _Environ(_environment())


    def getenv(key, default=None):
        return environ.get(key, default)


    def get_exec_path(env=None):
        return (environ if env is None else env).get('PATH', defpath).split(pathsep)


    def makedirs(name, mode=0o777, exist_ok=False):
        lacking = [fspath(name)]
        if path.isdir(lacking[0]) and exist_ok:
            return
        while (above := path.dirname(lacking[-1].rstrip('/'))) and not path.exists(above):
            lacking.append(above)
        for folder in reversed(lacking[1:]):
            if path.basename(folder) not in ('.', '..', ''):
                mkdir(folder)
        mkdir(lacking[0], mode)


    class DirEntry:
        def __init__(self, folder, name, kind):
            self.name = name
            self.path = path.join(folder, name)
            self._kind = kind

        def __fspath__(self):
            return self.path

        def __repr__(self):
            return f'<DirEntry {self.name!r}>'

        def _is(self, kind, test, follow_symlinks):
            if self._kind == kind:
                return True
            if self._kind == 10 and not follow_symlinks or self._kind not in (0, 10):
                return False
            try:
                return test(stat(self.path, follow_symlinks=follow_symlinks).st_mode & 0o170000)
            except FileNotFoundError:
                return False

        def is_dir(self, *, follow_symlinks=True):
            return self._is(4, lambda form: form == 0o040000, follow_symlinks)

        def is_file(self, *, follow_symlinks=True):
            return self._is(8, lambda form: form == 0o100000, follow_symlinks)

        def is_symlink(self):
            return self._kind == 10 or self._kind == 0 and path.islink(self.path)

        def is_junction(self):
            return False

        def stat(self, *, follow_symlinks=True):
            return stat(self.path, follow_symlinks=follow_symlinks)

        def inode(self):
            return lstat(self.path).st_ino


    class _ScandirIterator:
        def __init__(self, folder):
            folder = fspath(folder)
            self._entries = iter([DirEntry(folder, name, kind) for name, kind in _entries(folder)])

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._entries)

        def close(self):
            self._entries = iter(())

        def __enter__(self):
            return self

        def __exit__(self, *exc):
            self.close()


    def scandir(path='.'):
        return _ScandirIterator(path)


    def walk(top, topdown=True, onerror=None, followlinks=False):
        top = fspath(top)
        dirs = []
        files = []
        try:
            for entry in scandir(top):
                (dirs if entry.is_dir() else files).append(entry.name)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            return
        if topdown:
            yield top, dirs, files
        for name in dirs:
            below = path.join(top, name)
            if followlinks or not path.islink(below):
                yield from walk(below, topdown, onerror, followlinks)
        if not topdown:
            yield top, dirs, files


    def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
        if not isinstance(fd, int):
            raise TypeError('invalid fd type (%s, expected integer)' % type(fd))
        import io
        return io.open(fd, mode, buffering, encoding, *args, **kwargs)


    def execl(file, *args):
        execv(file, args)


    def execle(file, *args):
        execve(file, args[:-1], args[-1])


    def execvp(file, args):
        execvpe(file, args, environ)


    def execlp(file, *args):
        execvp(file, args)


    def execvpe(file, args, env):
        if path.dirname(file):
            execve(file, args, env)
        failure = None
        for folder in get_exec_path(env):
            try:
                execve(path.join(folder, file), args, env)
            except (FileNotFoundError, NotADirectoryError) as error:
                last = error
            except OSError as error:
                last = error
                if failure is None:
                    failure = error
        raise failure if failure is not None else last


    class _PipeFile:
        def __init__(self, stream, pid):
            self._stream = stream
            self._pid = pid

        def close(self):
            self._stream.close()
            status = waitstatus_to_exitcode(waitpid(self._pid, 0)[1])
            if status == 0:
                return None
            return status if status < 0 else status << 8

        def __enter__(self):
            return self

        def __exit__(self, *args):
            self.close()

        def __getattr__(self, name):
            return getattr(self._stream, name)

        def __iter__(self):
            return iter(self._stream)


    def popen(cmd, mode='r', buffering=-1):
        if not isinstance(cmd, str):
            raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
        if mode not in ('r', 'w'):
            raise ValueError('invalid mode %r' % mode)
        if buffering == 0 or buffering is None:
            raise ValueError("popen() does not support unbuffered streams")
        reader, writer = pipe()
        pid = fork()
        if pid == 0:
            try:
                if mode == 'r':
                    dup2(writer, 1)
                else:
                    dup2(reader, 0)
                execv('/bin/sh', ['sh', '-c', cmd])
            finally:
                _exit(127)
        if mode == 'r':
            close(writer)
            return _PipeFile(fdopen(reader, 'r', buffering), pid)
        close(reader)
        return _PipeFile(fdopen(writer, 'w', buffering), pid)
    """#
}
