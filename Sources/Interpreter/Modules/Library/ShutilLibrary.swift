// The module `shutil`.

enum ShutilLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import errno as _errno
    import fnmatch as _fnmatch
    import os as _os
    import stat as _stat
    import sys as _sys

    __all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree',
               'Error', 'SpecialFileError', 'SameFileError', 'disk_usage', 'chown', 'which', 'get_terminal_size',
               'ignore_patterns']

    _USAGE = _collections.namedtuple('usage', 'total used free')
    COPY_BUFSIZE = 1 << 18


    class Error(OSError):
        pass


    class SameFileError(Error):
        pass


    class SpecialFileError(OSError):
        pass


    class ExecError(OSError):
        pass


    class ReadError(OSError):
        pass


    def copyfileobj(fsrc, fdst, length=0):
        while chunk := fsrc.read(length or COPY_BUFSIZE):
            fdst.write(chunk)


    def _are_same(a, b):
        return _os.path.exists(a) and _os.path.exists(b) and _os.path.samefile(a, b)


    def copyfile(src, dst, *, follow_symlinks=True):
        if _are_same(src, dst):
            raise SameFileError(f'{src!r} and {dst!r} are the same file')
        for path in (src, dst):
            if _os.path.exists(path) and _stat.S_ISFIFO(_os.stat(path).st_mode):
                raise SpecialFileError(f'`{_os.fspath(path)}` is a named pipe')
        if not follow_symlinks and _os.path.islink(src):
            _os.symlink(_os.readlink(src), dst)
            return dst
        with open(src, 'rb') as source:
            try:
                with open(dst, 'wb') as target:
                    copyfileobj(source, target)
            except IsADirectoryError as failure:
                if not _os.path.exists(dst):
                    raise FileNotFoundError(f'Directory does not exist: {dst}') from failure
                raise
        return dst


    def copymode(src, dst, *, follow_symlinks=True):
        if follow_symlinks or not (_os.path.islink(src) and _os.path.islink(dst)):
            _os.chmod(dst, _stat.S_IMODE(_os.stat(src).st_mode))


    def copystat(src, dst, *, follow_symlinks=True):
        if not follow_symlinks and _os.path.islink(src) and _os.path.islink(dst):
            return
        status = _os.stat(src)
        _os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns))
        _os.chmod(dst, _stat.S_IMODE(status.st_mode))


    def _inside(src, dst):
        return _os.path.join(dst, _os.path.basename(src)) if _os.path.isdir(dst) else dst


    def copy(src, dst, *, follow_symlinks=True):
        dst = _inside(src, dst)
        copyfile(src, dst, follow_symlinks=follow_symlinks)
        copymode(src, dst, follow_symlinks=follow_symlinks)
        return dst


    def copy2(src, dst, *, follow_symlinks=True):
        dst = _inside(src, dst)
        copyfile(src, dst, follow_symlinks=follow_symlinks)
        copystat(src, dst, follow_symlinks=follow_symlinks)
        return dst


    def ignore_patterns(*patterns):
        def ignored(path, names):
            return {name for pattern in patterns for name in _fnmatch.filter(names, pattern)}
        return ignored


    def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
                 dirs_exist_ok=False):
        names = _os.listdir(src)
        skipped = set() if ignore is None else set(ignore(_os.fspath(src), names))
        _os.makedirs(dst, exist_ok=dirs_exist_ok)
        failures = []
        for name in names:
            if name in skipped:
                continue
            source, target = _os.path.join(src, name), _os.path.join(dst, name)
            try:
                if _os.path.islink(source) and symlinks:
                    _os.symlink(_os.readlink(source), target)
                elif _os.path.islink(source) and not _os.path.exists(source) and ignore_dangling_symlinks:
                    continue
                elif _os.path.isdir(source):
                    copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
                else:
                    copy_function(source, target)
            except Error as failure:
                failures.extend(failure.args[0])
            except OSError as failure:
                failures.append((source, target, str(failure)))
        copystat(src, dst)
        if failures:
            raise Error(failures)
        return dst


    def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
        def failed(function, name, failure):
            if ignore_errors:
                return
            if onexc is not None:
                onexc(function, name, failure)
            elif onerror is not None:
                onerror(function, name, (type(failure), failure, failure.__traceback__))
            else:
                raise failure

        def attempt(function, name):
            try:
                function(name)
            except OSError as failure:
                failed(function, name, failure)

        def clear(folder):
            try:
                entries = list(_os.scandir(folder))
            except OSError as failure:
                return failed(_os.scandir, folder, failure)
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    clear(entry.path)
                else:
                    attempt(_os.unlink, entry.path)
            attempt(_os.rmdir, folder)

        if _os.path.islink(path):
            return failed(_os.path.islink, path, OSError('Cannot call rmtree on a symbolic link'))
        try:
            is_folder = _stat.S_ISDIR(_os.lstat(path).st_mode)
        except OSError as failure:
            return failed(_os.lstat, path, failure)
        if not is_folder:
            return failed(_os.open, path, NotADirectoryError(_errno.ENOTDIR, _os.strerror(_errno.ENOTDIR), path))
        clear(path)


    def move(src, dst, copy_function=copy2):
        target = dst
        if _os.path.isdir(dst):
            if _are_same(src, dst) and not _os.path.islink(src):
                _os.rename(src, dst)
                return None
            target = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip('/')))
            if _os.path.exists(target):
                raise Error(f"Destination path '{target}' already exists")
        try:
            _os.rename(src, target)
            return target
        except OSError:
            pass
        if _os.path.islink(src):
            _os.symlink(_os.readlink(src), target)
            _os.unlink(src)
        elif _os.path.isdir(src):
            if (_os.path.abspath(dst) + '/').startswith(_os.path.abspath(src) + '/'):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, target, symlinks=True, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            _os.unlink(src)
        return target


    def disk_usage(path):
        status = _os.statvfs(path)
        size = status.f_frsize
        return _USAGE(status.f_blocks * size, (status.f_blocks - status.f_bfree) * size, status.f_bavail * size)


    def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
        if user is None and group is None:
            raise ValueError('user and/or group must be set')
        numbers = [-1 if given is None else given for given in (user, group)]
        for given, what in zip(numbers, ('user', 'group')):
            if not isinstance(given, int):
                raise LookupError(f'no such {what}: {given!r}')
        _os.chown(path, *numbers, follow_symlinks=follow_symlinks)


    def get_terminal_size(fallback=(80, 24)):
        def given(name):
            try:
                return int(_os.environ[name])
            except (KeyError, ValueError):
                return 0

        columns, lines = given('COLUMNS'), given('LINES')
        if columns <= 0 or lines <= 0:
            try:
                size = _os.get_terminal_size(_sys.__stdout__.fileno())
            except (AttributeError, ValueError, OSError):
                size = _os.terminal_size(fallback)
            columns = columns if columns > 0 else size.columns or fallback[0]
            lines = lines if lines > 0 else size.lines or fallback[1]
        return _os.terminal_size((columns, lines))


    def which(cmd, mode=_os.F_OK | _os.X_OK, path=None):
        def runs(name):
            return _os.path.exists(name) and _os.access(name, mode) and not _os.path.isdir(name)

        if _os.path.dirname(cmd):
            return cmd if runs(cmd) else None
        places = _os.environ.get('PATH', '/bin:/usr/bin') if path is None else path
        for place in dict.fromkeys(places.split(_os.pathsep)) if places else ():
            if runs(found := _os.path.join(place, cmd)):
                return found
        return None
    """#
}
