// `multiprocessing.util`: the logger of what processes do, and what runs at their beginnings and ends.

enum UtilLibrary {
  static let logging: StaticString = #"""
    import logging
    from _multiprocessing import use_logger

    __all__ = ['sub_debug', 'debug', 'info', 'sub_warning', 'get_logger', 'log_to_stderr', 'get_temp_dir',
               'register_after_fork', 'is_exiting', 'Finalize', 'ForkAwareThreadLock', 'ForkAwareLocal',
               'close_all_fds_except', 'SUBDEBUG', 'SUBWARNING']

    NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
    LOGGER_NAME = 'multiprocessing'
    DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'
    _logger = None


    def get_logger():
        """The logger of processes' beginnings and ends. It shows nothing until it has a handler and a level."""
        global _logger
        if _logger is None:
            _logger = logging.getLogger(LOGGER_NAME)
            _logger.propagate = False
            logging.addLevelName(SUBDEBUG, 'SUBDEBUG')
            logging.addLevelName(SUBWARNING, 'SUBWARNING')
            use_logger(_logger)
        return _logger


    def log_to_stderr(level=None):
        logger = get_logger()
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
        logger.addHandler(handler)
        if level:
            logger.setLevel(level)
        return logger


    def _log(level, message, arguments):
        if _logger is not None:
            _logger.log(level, message, *arguments)


    def sub_debug(msg, *args):
        _log(SUBDEBUG, msg, args)


    def debug(msg, *args):
        _log(DEBUG, msg, args)


    def info(msg, *args):
        _log(INFO, msg, args)


    def sub_warning(msg, *args):
        _log(SUBWARNING, msg, args)


    warn = sub_warning
    """#

  /// Functions that run once: when an object goes, when a process begins or ends.
  static let finalizers: StaticString = #"""
    import itertools
    import os
    import threading
    import traceback
    import weakref
    from _multiprocessing import MAXFD, at_exit, at_start

    _numbers = itertools.count()
    # By priority and age: those that may still run. By age: (reference to the object, function).
    _finalizers = {}
    _at_start = {}
    _is_exiting = False


    class Finalize:
        """Runs a function once: when it is called, when an object goes, or when the process ends.

        At the end come those with the highest priority first, and of the same one the youngest; those below 0 wait
        until the children have been joined, those without a priority never run.
        """

        def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
            if exitpriority is not None and not isinstance(exitpriority, int):
                raise TypeError(f'Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)}')
            if obj is None and exitpriority is None:
                raise ValueError('Without object, exitpriority cannot be None')
            self._task = callback, args, kwargs or {}
            self._process = os.getpid()
            self._key = exitpriority, next(_numbers)
            self._watch = None if obj is None else weakref.ref(obj, self)
            _finalizers[self._key] = self

        def __call__(self, reference=None):
            if not self.still_active():
                return None
            callback, args, kwargs = self._task
            mine = self._process == os.getpid()
            self.cancel()
            return callback(*args, **kwargs) if mine else None

        def cancel(self):
            """Has it never run."""
            if _finalizers.pop(self._key, None) is self:
                self._task = self._watch = None

        def still_active(self):
            """Whether it may still run."""
            return _finalizers.get(self._key) is self

        def __repr__(self):
            if not self.still_active():
                return '<Finalize object, dead>'
            callback, args, kwargs = self._task
            parts = [f'callback={getattr(callback, "__name__", callback)}']
            parts += [f'{name}={value}' for name, value in (('args', args), ('kwargs', kwargs)) if value]
            if self._key[0] is not None:
                parts.append(f'exitpriority={self._key[0]}')
            return f'<Finalize object, {", ".join(parts)}>'


    def _finalize(least):
        """Runs what has at least a priority."""
        due = [key for key in _finalizers if key[0] is not None and key[0] >= least]
        for key in sorted(due, reverse=True):
            try:
                if finalizer := _finalizers.get(key):
                    finalizer()
            except Exception:
                traceback.print_exc()


    def _finish():
        global _is_exiting
        _is_exiting = True
        _finalize(0)


    def _finish_after_children():
        _finalize(float('-inf'))


    def is_exiting():
        """Whether the process is ending."""
        return _is_exiting


    def register_after_fork(obj, func):
        """Has each new process call `func(obj)` as it begins, as long as `obj` lives."""
        number = next(_numbers)
        _at_start[number] = weakref.ref(obj, lambda _: _at_start.pop(number, None)), func


    def _start():
        _finalizers.clear()
        for reference, function in list(_at_start.values()):
            obj = reference()
            if obj is None:
                continue
            try:
                function(obj)
            except Exception as error:
                info('after forker raised exception %s', error)


    at_start(_start)
    at_exit(_finish)
    at_exit(_finish_after_children, True)


    class ForkAwareThreadLock:
        """A lock that is free in each new process."""

        def __init__(self):
            self._renew()
            register_after_fork(self, ForkAwareThreadLock._renew)

        def _renew(self):
            self._lock = threading.Lock()
            self.acquire, self.release = self._lock.acquire, self._lock.release

        def __enter__(self):
            return self._lock.__enter__()

        def __exit__(self, *args):
            return self._lock.__exit__(*args)


    class ForkAwareLocal(threading.local):
        """Attributes of a thread's own, none in a new process."""

        def __init__(self):
            register_after_fork(self, lambda local: local.__dict__.clear())

        def __reduce__(self):
            return type(self), ()
    """#

  /// Descriptors, addresses and folders.
  static let system: StaticString = #"""
    abstract_sockets_supported = True
    _folder = None


    def is_abstract_socket_namespace(address):
        """Whether an address is in the system's table of names rather than a file."""
        if address and not isinstance(address, (str, bytes)):
            raise TypeError(f'address type of {address!r} unrecognized')
        return bool(address) and address[:1] in ('\0', b'\0')


    def get_temp_dir():
        """A folder that goes with the process."""
        global _folder
        if _folder is None:
            import shutil
            import tempfile
            _folder = tempfile.mkdtemp(prefix='pymp-')
            Finalize(None, shutil.rmtree, (_folder,), {'ignore_errors': True}, exitpriority=-100)
        return _folder


    def close_fds(*fds):
        for descriptor in fds:
            os.close(descriptor)


    def close_all_fds_except(fds):
        """Closes all descriptors but these; a process of several needs none of its own."""
        for descriptor in map(int, os.listdir('/proc/self/fd')):
            if descriptor not in fds:
                try:
                    os.close(descriptor)
                except OSError:
                    pass


    def spawnv_passfds(path, args, passfds):
        """Starts a program that gets these descriptors and the standard ones. Returns its pid."""
        passfds = sorted(map(int, passfds))
        pid = os.fork()
        if pid == 0:
            try:
                for descriptor in passfds:
                    os.set_inheritable(descriptor, True)
                close_all_fds_except([0, 1, 2] + passfds)
                os.execv(path, args)
            finally:
                os._exit(255)
        return pid
    """#
}
