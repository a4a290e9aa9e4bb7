// `multiprocessing.context`: start methods. All are accepted, and every process starts by fork.

enum ContextLibrary {
  static let source: StaticString = #"""
    import multiprocessing
    from multiprocessing import (
        AuthenticationError, BufferTooShort, ForkProcess, ForkServerProcess, Process, ProcessError, SpawnProcess,
        TimeoutError)


    class BaseContext:
        """What `multiprocessing` offers, with the processes of one start method."""

        from multiprocessing import (
            Array, AuthenticationError, Barrier, BoundedSemaphore, BufferTooShort, Condition, Event, JoinableQueue, Lock,
            Pipe, ProcessError, Queue, RawArray, RawValue, RLock, Semaphore, SimpleQueue, TimeoutError, Value,
            active_children, allow_connection_pickling, cpu_count, current_process, freeze_support, get_logger,
            log_to_stderr, parent_process, set_executable, set_forkserver_preload)

        def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
            from multiprocessing.pool import Pool
            return Pool(processes, initializer, initargs, maxtasksperchild, context=self)

        def Manager(self):
            return multiprocessing.Manager()

        @property
        def reducer(self):
            """The module that says how objects travel."""
            from multiprocessing import reduction
            return reduction

        def get_context(self, method=None):
            return self if method is None else _named(method)

        def get_start_method(self, allow_none=False):
            return self._name

        def set_start_method(self, method, force=False):
            raise ValueError('cannot set start method of concrete context')


    class ForkContext(BaseContext):
        _name = 'fork'
        Process = ForkProcess


    class SpawnContext(BaseContext):
        _name = 'spawn'
        Process = SpawnProcess


    class ForkServerContext(BaseContext):
        _name = 'forkserver'
        Process = ForkServerProcess


    class DefaultContext(BaseContext):
        """The context of the method that was set, or else of the first."""

        Process = Process
        chosen = None

        def get_context(self, method=None):
            if method is not None:
                return _named(method)
            if self.chosen is None:
                self.chosen = _contexts['fork']
            return self.chosen

        def get_start_method(self, allow_none=False):
            if allow_none and self.chosen is None:
                return None
            return self.get_context()._name

        def set_start_method(self, method, force=False):
            if self.chosen is not None and not force:
                raise RuntimeError('context has already been set')
            self.chosen = None if method is None and force else _named(method)

        def get_all_start_methods(self):
            return list(_contexts)


    _contexts = {context._name: context for context in (ForkContext(), SpawnContext(), ForkServerContext())}
    _default_context = DefaultContext()


    def _named(method):
        if method not in _contexts:
            raise ValueError(f'cannot find context for {method!r}')
        return _contexts[method]


    get_context = _default_context.get_context
    get_start_method = _default_context.get_start_method
    set_start_method = _default_context.set_start_method
    get_all_start_methods = _default_context.get_all_start_methods


    def get_spawning_popen():
        """What starts a program that is to become a process: nothing, since processes start by fork."""


    def assert_spawning(obj):
        raise RuntimeError(
            f'{type(obj).__name__} objects should only be shared between processes through inheritance')


    def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """Worker processes that calls can be handed to."""
        return get_context().Pool(processes, initializer, initargs, maxtasksperchild)
    """#
}
