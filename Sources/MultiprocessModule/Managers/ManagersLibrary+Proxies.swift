// `multiprocessing.managers`: the proxies.

extension ManagersLibrary {
  static let proxies: StaticString = #"""
    class BaseProxy:
        """Stands for an object in a server: its methods are called there."""
        def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True,
                     manager_owned=False):
            self._token = token
            self._id = token.id
            self._serializer = serializer
            self._manager = manager
            if authkey is None and manager is not None:
                authkey = manager._authkey
            self._authkey = None if authkey is None else bytes(authkey)
            self._reference = _manager.Reference(token.address, self._authkey, token.id)

        _callmethod = _manager.callmethod

        def _getvalue(self):
            """A copy of the object."""
            return self._callmethod('#GETVALUE')

        def _adopt(self, exposed, token):
            """The proxy of a result that stays in the server."""
            token.address = self._token.address
            registry = SyncManager._registry if self._manager is None else self._manager._registry
            proxytype = registry[token.typeid][-1]
            proxy = proxytype(token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed)
            _manager.control(token.address, self._authkey, 'decref', (token.id,))
            return proxy

        def __reduce__(self):
            details = {}
            maker = type(self)
            if getattr(self, '_isauto', False):
                maker, details = AutoProxy, {'exposed': self._exposed_}
            return RebuildProxy, (maker, self._token, self._serializer, details)

        def __deepcopy__(self, memo):
            return self._getvalue()

        def __repr__(self):
            return f'<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>'

        def __str__(self):
            try:
                return self._callmethod('__repr__')
            except Exception:
                return repr(self)[:-1] + "; '__str__()' failed>"


    def RebuildProxy(func, token, serializer, kwds):
        """The proxy of a pickle."""
        return func(token, serializer, **kwds)


    _proxy_types = {}


    def MakeProxyType(name, exposed):
        """A class of proxies with these methods."""
        exposed = tuple(exposed)
        made = _proxy_types.get((name, exposed))
        if made is None:
            methods = {method: _manager.forwarder(method) for method in exposed}
            methods.update(_exposed_=exposed, __module__=__name__)
            made = _proxy_types[name, exposed] = type(name, (BaseProxy,), methods)
        return made


    def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        """A proxy with the methods that the object has."""
        if authkey is None and manager is not None:
            authkey = manager._authkey
        if exposed is None:
            exposed = _manager.control(token.address, authkey, 'get_methods', (token,))
        made = MakeProxyType(f'AutoProxy[{token.typeid}]', exposed)
        proxy = made(token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
        proxy._isauto = True
        return proxy


    class IteratorProxy(BaseProxy):
        _exposed_ = ('__next__', 'send', 'throw', 'close')

        def __iter__(self):
            return self

        def __next__(self, *args):
            return self._callmethod('__next__', args)

        def send(self, *args):
            return self._callmethod('send', args)

        def throw(self, *args):
            return self._callmethod('throw', args)

        def close(self, *args):
            return self._callmethod('close', args)


    class AcquirerProxy(BaseProxy):
        _exposed_ = ('acquire', 'release')

        def acquire(self, blocking=True, timeout=None):
            return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

        def release(self):
            return self._callmethod('release')

        def __enter__(self):
            return self._callmethod('acquire')

        def __exit__(self, exc_type, exc_val, exc_tb):
            return self._callmethod('release')


    class ConditionProxy(AcquirerProxy):
        _exposed_ = ('acquire', 'release', 'wait', 'notify', 'notify_all')

        def wait(self, timeout=None):
            return self._callmethod('wait', (timeout,))

        def notify(self, n=1):
            return self._callmethod('notify', (n,))

        def notify_all(self):
            return self._callmethod('notify_all')

        def wait_for(self, predicate, timeout=None):
            from time import monotonic
            end = None if timeout is None else monotonic() + timeout
            result = predicate()
            while not result:
                left = None if end is None else end - monotonic()
                if left is not None and left <= 0:
                    break
                self.wait(left)
                result = predicate()
            return result


    class EventProxy(BaseProxy):
        _exposed_ = ('is_set', 'set', 'clear', 'wait')

        def is_set(self):
            return self._callmethod('is_set')

        def set(self):
            return self._callmethod('set')

        def clear(self):
            return self._callmethod('clear')

        def wait(self, timeout=None):
            return self._callmethod('wait', (timeout,))


    def _remote_attribute(name):
        return property(lambda self: self._callmethod('__getattribute__', (name,)))


    class BarrierProxy(BaseProxy):
        _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')
        parties = _remote_attribute('parties')
        n_waiting = _remote_attribute('n_waiting')
        broken = _remote_attribute('broken')

        def wait(self, timeout=None):
            return self._callmethod('wait', (timeout,))

        def abort(self):
            return self._callmethod('abort')

        def reset(self):
            return self._callmethod('reset')


    class NamespaceProxy(BaseProxy):
        _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

        # What begins with an underscore belongs to the proxy itself.
        def __getattr__(self, key):
            if key.startswith('_'):
                return object.__getattribute__(self, key)
            return self._callmethod('__getattribute__', (key,))

        def __setattr__(self, key, value):
            if key.startswith('_'):
                return object.__setattr__(self, key, value)
            return self._callmethod('__setattr__', (key, value))

        def __delattr__(self, key):
            if key.startswith('_'):
                return object.__delattr__(self, key)
            return self._callmethod('__delattr__', (key,))


    class ValueProxy(BaseProxy):
        _exposed_ = ('get', 'set')

        def get(self):
            return self._callmethod('get')

        def set(self, value):
            return self._callmethod('set', (value,))

        value = property(get, set)

        def __class_getitem__(cls, kind):
            return cls


    BaseListProxy = MakeProxyType('BaseListProxy', (
        '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__reversed__', '__rmul__',
        '__setitem__', 'append', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort', '__imul__'))


    def _walk(sequence, size=500):
        """The items of a proxy's sequence, some at a time."""
        start = 0
        while part := sequence[start:start + size]:
            yield from part
            start += len(part)


    class ListProxy(BaseListProxy):
        __iter__ = _walk

        def __reversed__(self):
            return reversed(self._callmethod('__getitem__', (slice(None),)))

        def __iadd__(self, value):
            self._callmethod('extend', (value,))
            return self

        def __imul__(self, value):
            self._callmethod('__imul__', (value,))
            return self

        def __class_getitem__(cls, kind):
            return cls


    _BaseDictProxy = MakeProxyType('_BaseDictProxy', (
        '__contains__', '__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__', 'clear', 'copy', 'get',
        'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'))
    _BaseDictProxy._method_to_typeid_ = {'__iter__': 'Iterator'}


    class DictProxy(_BaseDictProxy):
        def __class_getitem__(cls, kind):
            return cls


    BaseArrayProxy = MakeProxyType('BaseArrayProxy', ('__len__', '__getitem__', '__setitem__'))


    class ArrayProxy(BaseArrayProxy):
        __iter__ = _walk


    BasePoolProxy = MakeProxyType('PoolProxy', (
        'apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async', 'starmap', 'starmap_async',
        'terminate'))
    BasePoolProxy._method_to_typeid_ = {
        'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult', 'imap': 'Iterator',
        'imap_unordered': 'Iterator'}


    class PoolProxy(BasePoolProxy):
        def __enter__(self):
            return self

        def __exit__(self, exc_type, exc_val, exc_tb):
            self.terminate()
    """#
}
