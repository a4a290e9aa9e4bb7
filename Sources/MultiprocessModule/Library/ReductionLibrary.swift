// `multiprocessing.reduction`, `.spawn` and `.resource_tracker`: what scripts use of the machinery under CPython's
// processes, as far as it means something here.

enum ReductionLibrary {
  static let source: StaticString = #"""
    import pickle
    from _multiprocessing import dumps, register_reducer

    __all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump', 'DupFd', 'sendfds', 'recvfds']

    # Descriptors do not travel: connections are no sockets.
    HAVE_SEND_HANDLE = False


    class ForkingPickler:
        """Writes objects as messages between processes hold them."""

        loads = staticmethod(pickle.loads)

        def __init__(self, file, protocol=None):
            self._file = file

        def dump(self, obj):
            self._file.write(dumps(obj))

        @classmethod
        def dumps(cls, obj, protocol=None):
            return memoryview(dumps(obj))

        @classmethod
        def register(cls, type, reduce):
            """Has messages hold what `reduce(obj)` returns, as from `__reduce__`, for objects of this very type."""
            register_reducer(type, reduce)


    register = ForkingPickler.register


    def dump(obj, file, protocol=None):
        ForkingPickler(file, protocol).dump(obj)


    def _descriptors_stay(*args, **kwargs):
        raise NotImplementedError(
            'descriptors cannot be sent to another process: open them before it starts, or send what to open')


    send_handle = recv_handle = sendfds = recvfds = DupFd = _descriptors_stay


    class AbstractReducer:
        """What a context's `reducer` offers."""

        ForkingPickler = ForkingPickler
        register = staticmethod(register)
        dump = staticmethod(dump)
        send_handle = recv_handle = sendfds = recvfds = DupFd = staticmethod(_descriptors_stay)
    """#

  static let spawn: StaticString = #"""
    import os
    import sys
    from multiprocessing import freeze_support
    from multiprocessing.context import get_start_method, set_start_method

    __all__ = ['freeze_support', 'set_executable', 'get_executable']

    WINEXE = WINSERVICE = False
    _executable = os.fsencode(sys.executable)


    def set_executable(exe):
        """Notes a program; processes start by fork, and need none."""
        global _executable
        _executable = exe if exe is None else os.fsencode(exe)


    def get_executable():
        return _executable


    def is_forking(argv):
        """Whether the program runs to become a process of another: none does."""
        return False
    """#

  static let tracker: StaticString = #"""
    from multiprocessing.shared_memory import forget, remember

    __all__ = ['ensure_running', 'register', 'unregister']


    def register(name, rtype):
        """Has the process remove a block of shared memory when it ends. All else goes by itself."""
        if rtype == 'shared_memory':
            remember(name)


    def unregister(name, rtype):
        """Has a block of shared memory stay after the process."""
        if rtype == 'shared_memory':
            forget(name)


    def ensure_running():
        """Nothing: each process looks after what it has made."""
    """#
}
