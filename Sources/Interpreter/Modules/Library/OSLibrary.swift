// `os`: what is written in Python.

enum OSLibrary {
  static let source: StaticString = #"""
    import abc
    from collections.abc import MutableMapping
    from io import open as _open_file

    supports_bytes_environ = True


    class PathLike(abc.ABC):
        @abc.abstractmethod
        def __fspath__(self):
            pass

        @classmethod
        def __subclasshook__(cls, candidate):
            own = cls is PathLike and any('__fspath__' in base.__dict__ for base in candidate.__mro__)
            return own or NotImplemented


    def _variable(text):
        if isinstance(text, str):
            return text
        raise TypeError(f'str expected, not {type(text).__name__}')


    class _Environ(MutableMapping):
        """The environment: what is set here is passed on to child processes."""

        def __init__(self, variables):
            self._data = variables

        def __iter__(self):
            return iter(tuple(self._data))

        def __len__(self):
            return len(self._data)

        def __getitem__(self, name):
            if _variable(name) not in self._data:
                raise KeyError(name)
            return self._data[name]

        def __setitem__(self, name, text):
            putenv(_variable(name), _variable(text))
            self._data[name] = text

        def __delitem__(self, name):
            unsetenv(_variable(name))
            if self._data.pop(name, None) is None:
                raise KeyError(name)

        def __repr__(self):
            return 'environ({' + ', '.join('%r: %r' % item for item in self.items()) + '})'

        def copy(self):
            return {**self}

        def __or__(self, other):
            return {**self, **other}

        def __ror__(self, other):
            return {**other, **self}

        def __ior__(self, other):
            self.update(other)
            return self


    environ = _Environ(_environment())


    def getenv(key, default=None):
        return environ.get(key, default)


    def get_exec_path(env=None):
        variables = environ if env is None else env
        return variables.get('PATH', defpath).split(pathsep)


    # Folders

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


    def removedirs(name):
        rmdir(name)
        _remove_empty(path.dirname(fspath(name).rstrip('/')))


    def _remove_empty(folder):
        """Removes a folder and those above it, up to the first that is not empty."""
        while folder.strip('/'):
            try:
                rmdir(folder)
            except OSError:
                return
            folder = path.dirname(folder)


    def renames(old, new):
        if path.dirname(new):
            makedirs(path.dirname(new), exist_ok=True)
        rename(old, new)
        _remove_empty(path.dirname(old))


    class DirEntry:
        def __init__(self, folder, name, kind):
            self.name = name
            self.path = path.join(folder, name)
            self._kind = kind

        def __fspath__(self):
            return self.path

        def __repr__(self):
            return f'<DirEntry {self.name!r}>'

        def _is(self, kind, form, follow_symlinks):
            """Whether it is of a kind, by what the folder says, or by its status where that does not tell."""
            tells = self._kind not in (0, 10) or self._kind == 10 and not follow_symlinks
            if tells:
                return self._kind == kind
            try:
                return stat(self.path, follow_symlinks=follow_symlinks).st_mode & 0o170000 == form
            except FileNotFoundError:
                return False

        def is_dir(self, *, follow_symlinks=True):
            return self._is(4, 0o040000, follow_symlinks)

        def is_file(self, *, follow_symlinks=True):
            return self._is(8, 0o100000, follow_symlinks)

        def is_symlink(self):
            return self._is(10, 0o120000, False)

        def is_junction(self):
            return False

        def stat(self, *, follow_symlinks=True):
            return stat(self.path, follow_symlinks=follow_symlinks)

        def inode(self):
            return lstat(self.path).st_ino


    class _FolderEntries:
        """What `scandir` returns: an iterator that can be closed."""

        def __init__(self, entries):
            self._left = iter(entries)

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._left)

        def close(self):
            self._left = iter(())

        __enter__ = __iter__
        __exit__ = lambda self, *details: self.close()


    def scandir(path='.'):
        folder = fspath(path)
        return _FolderEntries([DirEntry(folder, *entry) for entry in _entries(folder)])


    def walk(top, topdown=True, onerror=None, followlinks=False):
        folder = fspath(top)
        try:
            entries = list(scandir(folder))
        except OSError as failure:
            if onerror:
                onerror(failure)
            return
        dirs = [entry.name for entry in entries if entry.is_dir()]
        found = folder, dirs, [entry.name for entry in entries if not entry.is_dir()]
        if topdown:
            yield found
        # The caller may have changed which folders to go into.
        for below in [path.join(folder, name) for name in dirs]:
            if followlinks or not path.islink(below):
                yield from walk(below, topdown, onerror, followlinks)
        if not topdown:
            yield found


    # Descriptors as files, and commands

    def fdopen(fd, *args, **kwargs):
        if isinstance(fd, int):
            return _open_file(fd, *args, **kwargs)
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')


    def execl(file, *words):
        execv(file, words)


    def execle(file, *words):
        execve(file, words[:-1], words[-1])


    def execlp(file, *words):
        execvpe(file, words, environ)


    def execvp(file, args):
        execvpe(file, args, environ)


    def execvpe(file, args, env):
        folders = [''] if path.dirname(file) else get_exec_path(env)
        failures = []
        for folder in folders:
            try:
                execve(path.join(folder, file), args, env)
            except OSError as failure:
                failures.append(failure)
        # One that was found and could not run says more than one that was not there.
        telling = [failure for failure in failures if not isinstance(failure, (FileNotFoundError, NotADirectoryError))]
        raise (telling or failures[-1:])[0]


    def _spawned(run, mode, file, args, *env):
        """Starts a program: its pid, or how it ended."""
        if not isinstance(args, (tuple, list)):
            raise TypeError('argv must be a tuple or a list')
        if not args or not args[0]:
            raise ValueError('argv first element cannot be empty')
        pid = fork()
        if pid == 0:
            try:
                run(file, args, *env)
            finally:
                _exit(127)
        if mode == P_NOWAIT:
            return pid
        return waitstatus_to_exitcode(waitpid(pid, 0)[1])


    def spawnv(mode, file, args):
        return _spawned(execv, mode, file, args)


    def spawnve(mode, file, args, env):
        return _spawned(execve, mode, file, args, env)


    def spawnvp(mode, file, args):
        return _spawned(execvp, mode, file, args)


    def spawnvpe(mode, file, args, env):
        return _spawned(execvpe, mode, file, args, env)


    def spawnl(mode, file, *words):
        return spawnv(mode, file, words)


    def spawnle(mode, file, *words):
        return spawnve(mode, file, words[:-1], words[-1])


    def spawnlp(mode, file, *words):
        return spawnvp(mode, file, words)


    def spawnlpe(mode, file, *words):
        return spawnvpe(mode, file, words[:-1], words[-1])


    def execlpe(file, *words):
        execvpe(file, words[:-1], words[-1])


    def _act(action, *details):
        """One of the file actions of `posix_spawn`, in the child."""
        if action == POSIX_SPAWN_CLOSE:
            close(*details)
        elif action == POSIX_SPAWN_DUP2:
            dup2(*details)
        elif action == POSIX_SPAWN_OPEN:
            descriptor, name, flags, mode = details
            opened = open(name, flags, mode)
            if opened != descriptor:
                dup2(opened, descriptor)
                close(opened)
            else:
                set_inheritable(opened, True)
        else:
            raise TypeError('Unknown file_actions identifier')


    def _start(run, file, argv, env, file_actions=None, setpgroup=None, resetids=False, setsid=False, setsigmask=(),
               setsigdef=(), scheduler=None):
        if scheduler is not None:
            raise NotImplementedError('ppd has no scheduler argument of posix_spawn')
        if not argv:
            raise ValueError('posix_spawn: argv must not be empty')
        # The child says through a pipe why it could not begin; the pipe closes without a word when it does.
        reader, writer = pipe()
        pid = fork()
        if pid == 0:
            try:
                import signal
                if setpgroup is not None:
                    setpgid(0, setpgroup)
                if setsid:
                    globals()['setsid']()
                if resetids:
                    setegid(getgid())
                    seteuid(getuid())
                for number in setsigdef:
                    signal.signal(number, signal.SIG_DFL)
                if setsigmask:
                    signal.pthread_sigmask(signal.SIG_SETMASK, setsigmask)
                for action in file_actions or ():
                    _act(*action)
                run(file, argv, env)
            except OSError as failure:
                write(writer, b'%d' % failure.errno)
            finally:
                _exit(127)
        close(writer)
        code = read(reader, 16)
        close(reader)
        if code:
            waitpid(pid, 0)
            raise OSError(int(code), strerror(int(code)), file)
        return pid


    def posix_spawn(path, argv, env, /, **options):
        return _start(execve, path, argv, env, **options)


    def posix_spawnp(file, argv, env, /, **options):
        """As `posix_spawn`; the program is looked for where this process looks for programs."""
        def run(file, argv, env):
            for folder in [''] if '/' in file else get_exec_path():
                try:
                    execve(path.join(folder, file), argv, env)
                except (FileNotFoundError, NotADirectoryError) as failure:
                    last = failure
            raise last
        return _start(run, file, argv, env, **options)


    class _Command:
        """A pipe to or from a shell command, as `popen` returns it."""

        def __init__(self, command, reads, buffering):
            ends = pipe()
            ours, theirs = ends if reads else ends[::-1]
            self._pid = fork()
            if self._pid == 0:
                try:
                    dup2(theirs, 1 if reads else 0)
                    execv('/bin/sh', ['sh', '-c', command])
                finally:
                    _exit(127)
            close(theirs)
            self._file = fdopen(ours, 'r' if reads else 'w', buffering)

        def __getattr__(self, name):
            return getattr(self._file, name)

        def __iter__(self):
            return iter(self._file)

        def close(self):
            self._file.close()
            code = waitstatus_to_exitcode(waitpid(self._pid, 0)[1])
            return (code << 8 if code > 0 else code) or None

        __enter__ = lambda self: self
        __exit__ = lambda self, *details: self.close() and None


    def popen(cmd, mode='r', buffering=-1):
        if not isinstance(cmd, str):
            raise TypeError(f'invalid cmd type ({type(cmd)}, expected string)')
        if mode != 'r' and mode != 'w':
            raise ValueError(f'invalid mode {mode!r}')
        if not buffering:
            raise ValueError('popen() does not support unbuffered streams')
        return _Command(cmd, mode == 'r', buffering)
    """#
}
