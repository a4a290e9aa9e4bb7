// The module `tempfile`.

enum TempfileLibrary {
  static let source: StaticString = #"""
    import errno as _errno
    import io as _io
    import os as _os
    import random as _random
    import shutil as _shutil

    __all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp',
               'mkdtemp', 'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb',
               'gettempdirb']

    TMP_MAX = 10000
    template = 'tmp'
    tempdir = None
    _draw = _random.SystemRandom()


    def gettempprefix():
        return template


    def gettempprefixb():
        return _os.fsencode(template)


    def gettempdir():
        global tempdir
        if tempdir is None:
            places = [_os.environ.get(name) for name in ('TMPDIR', 'TEMP', 'TMP')]
            places += ['/tmp', '/var/tmp', '/usr/tmp', _os.getcwd()]
            for place in filter(None, places):
                if _os.path.isdir(place) and _os.access(place, _os.W_OK | _os.X_OK):
                    tempdir = _os.path.abspath(place)
                    break
            else:
                raise FileNotFoundError(_errno.ENOENT, f'No usable temporary directory found in {places}')
        return tempdir


    def gettempdirb():
        return _os.fsencode(gettempdir())


    def _names(suffix, prefix, dir):
        """Endless random names in a folder."""
        given = [part for part in (suffix, prefix, dir) if part is not None]
        is_bytes = any(isinstance(part, bytes) for part in given)
        if is_bytes and any(isinstance(part, str) for part in given):
            raise TypeError("Can't mix bytes and non-bytes in path components.")
        folder = gettempdir() if dir is None else _os.fsdecode(dir)
        prefix = template if prefix is None else _os.fsdecode(prefix)
        suffix = '' if suffix is None else _os.fsdecode(suffix)
        for _ in range(TMP_MAX):
            middle = ''.join(_draw.choices('abcdefghijklmnopqrstuvwxyz0123456789_', k=8))
            path = _os.path.abspath(_os.path.join(folder, prefix + middle + suffix))
            yield _os.fsencode(path) if is_bytes else path
        raise FileExistsError(_errno.EEXIST, 'No usable temporary file name found')


    def mkstemp(suffix=None, prefix=None, dir=None, text=False):
        for path in _names(suffix, prefix, dir):
            try:
                return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | _os.O_CLOEXEC, 0o600), path
            except FileExistsError:
                continue


    def mkdtemp(suffix=None, prefix=None, dir=None):
        for path in _names(suffix, prefix, dir):
            try:
                _os.mkdir(path, 0o700)
                return path
            except FileExistsError:
                continue


    def mktemp(suffix='', prefix=template, dir=None):
        for path in _names(suffix, prefix, dir):
            if not _os.path.lexists(path):
                return path


    class _Wrapper:
        """A file that goes when it is closed, or at the latest with the object."""

        def __init__(self, file, name, delete, delete_on_close):
            self.file, self.name, self.delete = file, name, delete
            self._delete_on_close, self._is_there = delete_on_close, delete

        def __getattr__(self, name):
            return getattr(vars(self)['file'], name)

        def __iter__(self):
            yield from self.file

        def __enter__(self):
            self.file.__enter__()
            return self

        def __exit__(self, kind, value, traceback):
            result = self.file.__exit__(kind, value, traceback)
            self._remove()
            return result

        def close(self):
            self.file.close()
            if self._delete_on_close:
                self._remove()

        def _remove(self):
            if self._is_there:
                self._is_there = False
                try:
                    _os.unlink(self.name)
                except FileNotFoundError:
                    pass

        def __del__(self):
            if self._is_there:
                self.file.close()
                self._remove()

        def __repr__(self):
            return f'<tempfile._TemporaryFileWrapper object at {id(self):#x}>'


    _TemporaryFileWrapper = _Wrapper


    def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                           delete=True, *, errors=None, delete_on_close=True):
        descriptor, path = mkstemp(suffix, prefix, dir)
        try:
            file = open(descriptor, mode, buffering, encoding, errors, newline)
        except BaseException:
            _os.close(descriptor)
            _os.unlink(path)
            raise
        return _Wrapper(file, path, delete, delete_on_close)


    def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                      errors=None):
        descriptor, path = mkstemp(suffix, prefix, dir)
        _os.unlink(path)
        return open(descriptor, mode, buffering, encoding, errors, newline)


    class SpooledTemporaryFile:
        """Stays in memory until it is larger than `max_size` or a descriptor is asked for."""

        def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                     dir=None, *, errors=None):
            self._file = _io.BytesIO() if 'b' in mode else _io.StringIO(newline='\n' if newline is None else newline)
            self._max_size, self._rolled = max_size, False
            self._made_by = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix,
                                 prefix=prefix, dir=dir, errors=errors)

        def rollover(self):
            if self._rolled:
                return
            kept, place = self._file.getvalue(), self._file.tell()
            self._file = TemporaryFile(**self._made_by)
            self._file.write(kept)
            self._file.seek(place)
            self._rolled = True

        def _check(self):
            if self._max_size and not self._rolled and self._file.tell() > self._max_size:
                self.rollover()

        def write(self, data):
            count = self._file.write(data)
            self._check()
            return count

        def writelines(self, lines):
            for line in lines:
                self.write(line)

        def fileno(self):
            self.rollover()
            return self._file.fileno()

        def __getattr__(self, name):
            return getattr(vars(self)['_file'], name)

        def __iter__(self):
            return iter(self._file)

        def __enter__(self):
            return self

        def __exit__(self, *exception):
            self._file.close()


    class TemporaryDirectory:
        def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
            self.name = mkdtemp(suffix, prefix, dir)
            self._ignore, self._delete, self._owner = ignore_cleanup_errors, delete, _os.getpid()

        def __repr__(self):
            return f'<TemporaryDirectory {self.name!r}>'

        def __enter__(self):
            return self.name

        def __exit__(self, *exception):
            if self._delete:
                self.cleanup()

        def cleanup(self):
            if _os.path.lexists(self.name):
                _shutil.rmtree(self.name, ignore_errors=self._ignore)

        def __del__(self):
            # A child that was forked has the object too, but the folder is its parent's.
            if self._delete and self._owner == _os.getpid():
                self.cleanup()
    """#
}
