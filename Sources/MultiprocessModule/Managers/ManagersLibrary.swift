// `multiprocessing.managers`: managers and how they start their servers.

enum ManagersLibrary {
  static let managers: StaticString = #"""
    import _manager
    import os
    import sys
    from multiprocessing import AuthenticationError, Pipe, Process, ProcessError, TimeoutError, current_process

    __all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']


    class Token:
        """The name of an object anywhere: the type it is registered under, its server's address, its id there."""
        __slots__ = ('typeid', 'address', 'id')

        def __init__(self, typeid, address, id):
            self.typeid, self.address, self.id = typeid, address, id

        def __getstate__(self):
            return (self.typeid, self.address, self.id)

        def __setstate__(self, state):
            self.typeid, self.address, self.id = state

        def __repr__(self):
            return f'{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})'


    class RemoteError(Exception):
        """The server could not do what it was asked; the argument is its traceback."""
        def __str__(self):
            rule = '-' * 75
            return f'\n{rule}\n{self.args[0]}{rule}'


    class State:
        __slots__ = ('value',)
        INITIAL, STARTED, SHUTDOWN = range(3)


    def _warn_of_short_key(server, authkey, depth):
        if server.is_reachable_from_outside and len(authkey) < 16:
            import warnings
            host, port = server.address
            warnings.warn(
                f'a server on port {port} that other machines can reach has a key of {len(authkey)} bytes: whoever '
                'guesses it can use the objects; take at least 16 random bytes', RuntimeWarning, stacklevel=depth)


    class Server:
        """A manager's server in this very process."""
        def __init__(self, registry, address, authkey, serializer='pickle'):
            self._authkey = authkey
            self._server = _manager.Server(registry, address, authkey)
            self.address = self._server.address

        def serve_forever(self, *, _depth=3):
            _warn_of_short_key(self._server, self._authkey, _depth)
            current_process()._manager_server = self
            try:
                self._server.serve()
            except KeyboardInterrupt:
                pass
            sys.exit(0)


    class _Ending:
        """What ends a server process, once: the manager, its destruction or the end of this process."""
        def __init__(self, process, address, authkey, patience, state):
            self.process, self.address, self.authkey = process, address, authkey
            self.patience, self.state, self.owner = patience, state, os.getpid()

        def __call__(self):
            if self.process is None or self.owner != os.getpid():
                return
            process, self.process = self.process, None
            self.state.value = State.SHUTDOWN
            if process.is_alive():
                try:
                    _manager.control(self.address, self.authkey, 'shutdown')
                except (OSError, EOFError, AuthenticationError):
                    pass
                for end in (process.terminate, process.kill):
                    process.join(self.patience)
                    if not process.is_alive():
                        return
                    end()
            process.join()


    class BaseManager:
        """A server process with objects, and the way to them from this process and others."""
        _registry = {}
        _Server = Server
        _ending = None

        def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
            if serializer not in ('pickle', 'xmlrpclib'):
                raise KeyError(serializer)
            if serializer != 'pickle':
                raise ValueError("ppd's managers speak pickle only")
            self._address = address
            self._authkey = bytes(current_process().authkey if authkey is None else authkey)
            self._serializer = serializer
            self._shutdown_timeout = shutdown_timeout
            self._state = State()
            self._state.value = State.INITIAL
            self._process = None

        @property
        def address(self):
            return self._address

        def _check_initial(self):
            if self._state.value == State.STARTED:
                raise ProcessError('Already started server')
            if self._state.value == State.SHUTDOWN:
                raise ProcessError('Manager has shut down')

        # Registering

        @classmethod
        def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
                     create_method=True):
            """Makes objects of a kind available: callable(*args, **kwds) makes one in the server."""
            if '_registry' not in vars(cls):
                cls._registry = dict(cls._registry)
            proxytype = AutoProxy if proxytype is None else proxytype
            exposed = exposed or getattr(proxytype, '_exposed_', None)
            method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
            for name, kind in (method_to_typeid or {}).items():
                assert isinstance(name, str), f'method_to_typeid has a method {name!r}, which is no str'
                assert isinstance(kind, str), f'method_to_typeid has a type {kind!r}, which is no str'
            cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
            if create_method:
                def make(self, /, *args, **kwds):
                    return self._make(typeid, proxytype, args, kwds)
                make.__name__ = typeid
                setattr(cls, typeid, make)

        def _make(self, typeid, proxytype, args, kwds):
            token, exposed = self._create(typeid, *args, **kwds)
            proxy = proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed)
            _manager.control(token.address, self._authkey, 'decref', (token.id,))
            return proxy

        def _create(self, typeid, /, *args, **kwds):
            assert self._state.value == State.STARTED, 'server not yet started'
            id, exposed = _manager.control(self._address, self._authkey, 'create', (typeid,) + args, kwds)
            return Token(typeid, self._address, id), exposed

        # Serving

        def get_server(self):
            """A server to run in this process by its serve_forever()."""
            self._check_initial()
            return Server(self._registry, self._address, self._authkey, self._serializer)

        def serve_forever(self):
            """Serves in this process until a client asks for the end or Ctrl-C is pressed."""
            self.get_server().serve_forever(_depth=4)

        def start(self, initializer=None, initargs=()):
            """Starts a process that serves, in which initializer(*initargs) runs first."""
            self._check_initial()
            if initializer is not None and not callable(initializer):
                raise TypeError('initializer must be a callable')
            reader, writer = Pipe(duplex=False)
            process = Process(
                target=type(self)._run_server,
                args=(self._registry, self._address, self._authkey, writer, initializer, initargs, os.getpid()))
            process.name = process.name.replace('Process', type(self).__name__, 1)
            process.start()
            writer.close()
            try:
                started, answer = reader.recv()
            except EOFError:
                process.join()
                raise ProcessError(f'the server process ended with exit code {process.exitcode} before it served') from None
            finally:
                reader.close()
            if not started:
                process.join()
                raise answer
            self._address = answer
            self._process = process
            self._state.value = State.STARTED
            self._ending = _Ending(process, answer, self._authkey, self._shutdown_timeout, self._state)
            _manager.mark_exit(self._ending)

        @classmethod
        def _run_server(cls, registry, address, authkey, writer, initializer, initargs, parent):
            """The life of a server process."""
            import signal
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            current_process().authkey = authkey
            if initializer is not None:
                initializer(*initargs)
            try:
                server = _manager.Server(registry, address, authkey)
                _warn_of_short_key(server, authkey, 4)
            except Exception as failure:
                writer.send((False, failure))
                writer.close()
                return
            writer.send((True, server.address))
            writer.close()
            server.serve(parent)
            _blocks.unlink()

        def connect(self, timeout=0):
            """Connects to a server that runs elsewhere; while nobody listens there, tries again for timeout seconds."""
            _manager.connect(self._address, self._authkey, timeout)
            _manager.control(self._address, self._authkey, 'dummy')
            self._state.value = State.STARTED

        def shutdown(self):
            """Ends the server process that start() started."""
            if self._ending is not None:
                self._ending()

        def join(self, timeout=None):
            """Waits for the server process."""
            if self._process is not None:
                self._process.join(timeout)
                if not self._process.is_alive():
                    self._process = None

        def __enter__(self):
            if self._state.value == State.INITIAL:
                self.start()
            assert self._state.value == State.STARTED
            return self

        def __exit__(self, exc_type, exc_val, exc_tb):
            self.shutdown()

        def __del__(self):
            self.shutdown()

        # Looks

        def _number_of_objects(self):
            return _manager.control(self._address, self._authkey, 'number_of_objects')

        def _debug_info(self):
            return _manager.control(self._address, self._authkey, 'debug_info')
    """#

  static let synchronized: StaticString = #"""
    class SyncManager(BaseManager):
        """A manager of the objects that processes most often share."""


    SyncManager.register('Queue', queue.Queue)
    SyncManager.register('JoinableQueue', queue.Queue)
    SyncManager.register('Event', _Event, EventProxy)
    SyncManager.register('Lock', _Lock, AcquirerProxy)
    SyncManager.register('RLock', _RLock, AcquirerProxy)
    SyncManager.register('Semaphore', _Semaphore, AcquirerProxy)
    SyncManager.register('BoundedSemaphore', _BoundedSemaphore, AcquirerProxy)
    SyncManager.register('Condition', _Condition, ConditionProxy)
    SyncManager.register('Barrier', _Barrier, BarrierProxy)
    SyncManager.register('Pool', _pool, PoolProxy)
    SyncManager.register('list', list, ListProxy)
    SyncManager.register('dict', dict, DictProxy)
    SyncManager.register('Value', Value, ValueProxy)
    SyncManager.register('Array', Array, ArrayProxy)
    SyncManager.register('Namespace', Namespace, NamespaceProxy)
    SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
    SyncManager.register('AsyncResult', create_method=False)

    class _Blocks:
        """The blocks of shared memory that go with a server process."""
        def __init__(self):
            self.names = set()

        def add(self, name):
            self.names.add(name)

        def unlink(self):
            from multiprocessing.shared_memory import SharedMemory
            for name in self.names:
                try:
                    block = SharedMemory(name)
                except FileNotFoundError:
                    continue
                block.close()
                block.unlink()


    _blocks = _Blocks()


    class SharedMemoryManager(BaseManager):
        """A manager whose blocks of shared memory are unlinked when it ends."""
        def SharedMemory(self, size):
            from multiprocessing.shared_memory import SharedMemory
            block = SharedMemory(None, create=True, size=size)
            self._blocks().add(block.name)
            return block

        def ShareableList(self, sequence):
            from multiprocessing.shared_memory import ShareableList
            made = ShareableList(sequence)
            self._blocks().add(made.shm.name)
            return made


    SharedMemoryManager.register('_blocks', lambda: _blocks, exposed=('add',))


    # The names that ppd's own builtins have.
    for _name in ('Queue', 'Event', 'Lock', 'RLock', 'Semaphore', 'Condition', 'Barrier', 'Pool', 'Value', 'Array', 'Namespace'):
        setattr(SyncManager, _name.lower(), getattr(SyncManager, _name))


    def _manager_builtin(address, authkey):
        """What the builtin manager() makes: a started one, or one of a class of its own to register types with."""
        if address is None and authkey is None:
            made = SyncManager()
            made.start()
            return made
        return type('Manager', (SyncManager,), {})(address=address, authkey=authkey)
    """#
}
