// The module `subprocess`.

enum SubprocessLibrary {
  static let source: StaticString = #"""
    import errno as _errno
    import os as _os
    import select as _select
    import signal as _signal
    import time as _time

    __all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
               'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess', 'list2cmdline']

    PIPE, STDOUT, DEVNULL = -1, -2, -3


    class SubprocessError(Exception):
        pass


    class CalledProcessError(SubprocessError):
        def __init__(self, returncode, cmd, output=None, stderr=None):
            self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

        stdout = property(lambda self: self.output, lambda self, value: setattr(self, 'output', value))

        def __str__(self):
            if not self.returncode or self.returncode > 0:
                return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
            try:
                return f"Command '{self.cmd}' died with {_signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."


    class TimeoutExpired(SubprocessError):
        def __init__(self, cmd, timeout, output=None, stderr=None):
            self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

        stdout = property(lambda self: self.output, lambda self, value: setattr(self, 'output', value))

        def __str__(self):
            return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


    class CompletedProcess:
        def __init__(self, args, returncode, stdout=None, stderr=None):
            self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

        def __repr__(self):
            shown = [f'args={self.args!r}', f'returncode={self.returncode!r}']
            shown += [f'{name}={value!r}' for name, value in (('stdout', self.stdout), ('stderr', self.stderr))
                      if value is not None]
            return f"{type(self).__name__}({', '.join(shown)})"

        def check_returncode(self):
            if self.returncode:
                raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


    class Popen:
        """A program that runs beside this one."""

        def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                     close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                     creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                     group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                     process_group=None):
            if not isinstance(bufsize, int):
                raise TypeError('bufsize must be an integer')
            self.args, self.returncode, self.pid = args, None, None
            self.text_mode = encoding or errors or text or universal_newlines
            words = [args] if isinstance(args, (str, bytes)) or hasattr(args, '__fspath__') else list(args)
            if shell:
                words = ['/bin/sh', '-c'] + words
            words = [_os.fspath(word) for word in words]
            for word in words:
                if not isinstance(word, (str, bytes)):
                    raise TypeError(f'expected str, bytes or os.PathLike object, not {type(word).__name__}')
            program = words[0] if executable is None else _os.fspath(executable)
            ours, theirs = self._open_streams(stdin, stdout, stderr)
            try:
                self._start(program, words, theirs, dict(
                    cwd=cwd, env=env, preexec_fn=preexec_fn, start_new_session=start_new_session,
                    process_group=process_group, umask=umask, keep=set(pass_fds) if close_fds else None,
                    restore_signals=restore_signals))
            except BaseException:
                for descriptor in ours:
                    if descriptor is not None:
                        _os.close(descriptor)
                raise
            finally:
                for descriptor in self._to_close:
                    _os.close(descriptor)
            modes = ('w', 'r', 'r')
            streams = [None if descriptor is None else self._wrapped(descriptor, mode, bufsize, encoding, errors)
                       for descriptor, mode in zip(ours, modes)]
            self.stdin, self.stdout, self.stderr = streams

        def _wrapped(self, descriptor, mode, bufsize, encoding, errors):
            if self.text_mode:
                buffering = bufsize if bufsize > 1 else 1 if mode == 'w' and bufsize == 1 else -1
                return open(descriptor, mode, buffering, encoding, errors)
            return open(descriptor, mode + 'b', bufsize if bufsize != 1 else -1)

        def _open_streams(self, stdin, stdout, stderr):
            """Our ends of the pipes (None where there is none) and the descriptors that become the child's 0, 1, 2."""
            ours, theirs, self._to_close = [], [], []
            for number, given in enumerate((stdin, stdout, stderr)):
                mine = other = None
                if given == PIPE:
                    reading, writing = _os.pipe()
                    mine, other = (writing, reading) if number == 0 else (reading, writing)
                    self._to_close.append(other)
                elif given == DEVNULL:
                    other = _os.open(_os.devnull, _os.O_RDWR)
                    self._to_close.append(other)
                elif given == STDOUT and number == 2:
                    other = 1 if theirs[1] is None else theirs[1]
                elif isinstance(given, int):
                    other = given
                elif given is not None:
                    given.flush()
                    other = given.fileno()
                ours.append(mine)
                theirs.append(other)
            return ours, theirs

        def _start(self, program, words, theirs, how):
            # What goes wrong in the child comes back through a pipe that a successful exec closes.
            reading, writing = _os.pipe()
            try:
                self.pid = _os.fork()
                if self.pid == 0:
                    self._run(program, words, theirs, how, writing)
            finally:
                _os.close(writing)
            with open(reading, 'rb') as pipe:
                failure = pipe.read()
            if failure:
                _os.waitpid(self.pid, 0)
                number, _, what = failure.partition(b' ')
                if what == b'preexec_fn':
                    raise SubprocessError('Exception occurred in preexec_fn.')
                culprit = how['cwd'] if what == b'cwd' else program
                raise OSError(int(number), _os.strerror(int(number)), culprit)

        def _run(self, program, words, theirs, how, writing):
            """The child: never returns."""
            what = b'exec'
            try:
                copies = [None if descriptor is None else self._above(descriptor) for descriptor in theirs]
                for number, copy in enumerate(copies):
                    if copy is not None:
                        _os.dup2(copy, number)
                if how['restore_signals']:
                    for number in (_signal.SIGPIPE, _signal.SIGXFSZ):
                        _signal.signal(number, _signal.SIG_DFL)
                what = b'cwd'
                if how['cwd'] is not None:
                    _os.chdir(how['cwd'])
                what = b'exec'
                if how['umask'] >= 0:
                    _os.umask(how['umask'])
                if how['start_new_session']:
                    _os.setsid()
                if how['process_group'] is not None:
                    _os.setpgid(0, how['process_group'])
                what = b'preexec_fn'
                if how['preexec_fn'] is not None:
                    how['preexec_fn']()
                what = b'exec'
                for descriptor in how['keep'] or ():
                    _os.set_inheritable(descriptor, True)
                if how['env'] is None:
                    _os.execvp(program, words)
                else:
                    _os.execvpe(program, words, {_os.fsdecode(k): _os.fsdecode(v) for k, v in how['env'].items()})
            except OSError as failure:
                _os.write(writing, b'%d %s' % (failure.errno or _errno.EINVAL, what))
            except BaseException:
                _os.write(writing, b'%d %s' % (_errno.EINVAL, what))
            finally:
                _os._exit(255)

        @staticmethod
        def _above(descriptor):
            """A copy of a descriptor that is none of the three that are about to be replaced."""
            copy = _os.dup(descriptor)
            return copy if copy > 2 else Popen._above(copy)

        # What becomes of it

        def _note(self, status):
            self.returncode = _os.waitstatus_to_exitcode(status)

        def poll(self):
            if self.returncode is None:
                try:
                    pid, status = _os.waitpid(self.pid, _os.WNOHANG)
                    if pid:
                        self._note(status)
                except ChildProcessError:
                    self.returncode = 0
            return self.returncode

        def wait(self, timeout=None):
            if timeout is None:
                if self.returncode is None:
                    try:
                        self._note(_os.waitpid(self.pid, 0)[1])
                    except ChildProcessError:
                        self.returncode = 0
                return self.returncode
            end, pause = _time.monotonic() + timeout, 0.0005
            while self.poll() is None:
                rest = end - _time.monotonic()
                if rest <= 0:
                    raise TimeoutExpired(self.args, timeout)
                pause = min(pause * 2, rest, 0.05)
                _time.sleep(pause)
            return self.returncode

        def send_signal(self, sig):
            if self.poll() is None:
                try:
                    _os.kill(self.pid, sig)
                except ProcessLookupError:
                    pass

        def terminate(self):
            self.send_signal(_signal.SIGTERM)

        def kill(self):
            self.send_signal(_signal.SIGKILL)

        def communicate(self, input=None, timeout=None):
            if input is not None and self.stdin is None:
                raise ValueError('Cannot send input after starting communication')
            end = None if timeout is None else _time.monotonic() + timeout
            collected = {stream: [] for stream in (self.stdout, self.stderr) if stream is not None}
            self._exchange(input, collected, end, timeout)
            try:
                self.wait(None if end is None else max(end - _time.monotonic(), 0.001))
            except TimeoutExpired:
                raise TimeoutExpired(self.args, timeout) from None
            results = [None if stream is None else self._joined(collected[stream], stream)
                       for stream in (self.stdout, self.stderr)]
            return tuple(results)

        def _joined(self, pieces, stream):
            whole = b''.join(pieces)
            if not self.text_mode:
                return whole
            text = whole.decode(stream.encoding, stream.errors)
            return text.replace('\r\n', '\n').replace('\r', '\n')

        def _exchange(self, input, collected, end, timeout):
            """Feeds the input and collects the outputs until all pipes are closed."""
            rest = b''
            if self.stdin is not None:
                if input is not None:
                    rest = input.encode(self.stdin.encoding, self.stdin.errors) if self.text_mode else bytes(input)
                self._flush()
                if not rest:
                    self._close(self.stdin)
            open_streams = set(collected)
            while open_streams or rest:
                left = None if end is None else end - _time.monotonic()
                if left is not None and left <= 0:
                    raise TimeoutExpired(self.args, timeout, output=b''.join(collected.get(self.stdout, ())) or None,
                                         stderr=b''.join(collected.get(self.stderr, ())) or None)
                readable, writable, _ = _select.select(list(open_streams), [self.stdin] if rest else [], [], left)
                for stream in readable:
                    piece = _os.read(stream.fileno(), 1 << 15)
                    collected[stream].append(piece)
                    if not piece:
                        open_streams.discard(stream)
                        stream.close()
                if writable:
                    try:
                        rest = rest[_os.write(self.stdin.fileno(), rest[:512]):]
                    except BrokenPipeError:
                        rest = b''
                    if not rest:
                        self._close(self.stdin)

        def _flush(self):
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass

        @staticmethod
        def _close(stream):
            try:
                stream.close()
            except BrokenPipeError:
                pass

        def __enter__(self):
            return self

        def __exit__(self, kind, value, traceback):
            for stream in (self.stdout, self.stderr, self.stdin):
                if stream is not None:
                    self._close(stream)
            self.wait()

        def __repr__(self):
            return f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'


    def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
        if input is not None:
            if kwargs.get('stdin') is not None:
                raise ValueError('stdin and input arguments may not both be used.')
            kwargs['stdin'] = PIPE
        if capture_output:
            if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
                raise ValueError('stdout and stderr arguments may not be used with capture_output.')
            kwargs.update(stdout=PIPE, stderr=PIPE)
        with Popen(*popenargs, **kwargs) as process:
            try:
                stdout, stderr = process.communicate(input, timeout)
            except BaseException:
                process.kill()
                process.wait()
                raise
        if check and process.returncode:
            raise CalledProcessError(process.returncode, process.args, output=stdout, stderr=stderr)
        return CompletedProcess(process.args, process.returncode, stdout, stderr)


    def call(*popenargs, timeout=None, **kwargs):
        with Popen(*popenargs, **kwargs) as process:
            try:
                return process.wait(timeout)
            except BaseException:
                process.kill()
                raise


    def check_call(*popenargs, **kwargs):
        status = call(*popenargs, **kwargs)
        if status:
            raise CalledProcessError(status, kwargs.get('args', popenargs[0] if popenargs else None))
        return 0


    def check_output(*popenargs, timeout=None, **kwargs):
        for name in ('stdout', 'check'):
            if name in kwargs:
                raise ValueError(f'{name} argument not allowed, it will be overridden.')
        return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


    def getstatusoutput(cmd, *, encoding=None, errors=None):
        done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
        return done.returncode, done.stdout.removesuffix('\n')


    def getoutput(cmd, *, encoding=None, errors=None):
        return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


    def list2cmdline(seq):
        """One line as programs of Windows split it into words."""
        words = []
        for word in map(_os.fsdecode, seq):
            quoted = not word or ' ' in word or '\t' in word
            made, backslashes = '', 0
            for letter in word:
                if letter == '\\':
                    backslashes += 1
                    continue
                made += '\\' * (backslashes * 2 + 1 if letter == '"' else backslashes) + letter
                backslashes = 0
            made += '\\' * (backslashes * 2 if quoted else backslashes)
            words.append(f'"{made}"' if quoted else made)
        return ' '.join(words)
    """#
}
