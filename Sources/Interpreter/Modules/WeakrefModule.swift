// The module `weakref`: references that keep nothing alive.

enum WeakrefModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let type = m.type("ReferenceType") { t in
      let type = t.type
      t.new("object, callback=None, /") { (f, cls, a) throws(Raised) in
        guard case .object(let object) = a[0], f.isReferable(object) else {
          throw f.typeError("cannot create weak reference to '\(f.typeName(a[0]))' object")
        }
        let reference = WeakReference(cls.isHeapType ? type : cls, object)
        if !a[1].isUnbound, !a[1].isNone {
          reference.watch(object, a[1])
        }
        return .object(reference)
      }
      defineMethods(t)
    }
    m.constant("ref", .object(type))
    try m.source(source)
  }

  private static func receiver(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> WeakReference {
    guard let reference = this.native(WeakReference.self) else {
      throw f.wrongReceiver(this, method, of: "weakref.ReferenceType")
    }
    return reference
  }

  private static func defineMethods(_ t: TypeBuilder) {
    t.method("__call__", "self, /", .one { (f, this) throws(Raised) in try receiver(this, "__call__", f).value })
    t.method("__hash__", "self, /", .one { (f, this) throws(Raised) in
      let reference = try receiver(this, "__hash__", f)
      if let known = reference.knownHash { return .int(known) }
      if reference.target == nil { throw f.typeError("weak object has gone away") }
      let hash = try f.hash(reference.value)
      reference.knownHash = hash
      return .int(hash)
    })
    for (name, wanted) in [("__eq__", true), ("__ne__", false)] {
      t.method(name, "self, value, /", .two { (f, this, other) throws(Raised) in
        guard let other = other.native(WeakReference.self) else { return .notImplemented }
        let reference = try receiver(this, name, f)
        if reference.target == nil || other.target == nil { return .bool((reference === other) == wanted) }
        return .bool(try f.isEqual(reference.value, other.value) == wanted)
      })
    }
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      let target = try receiver(this, "__repr__", f).value
      let state = target.isNone ? "dead" : "to '\(f.typeName(target))' at \(f.address(target))"
      return .text("<weakref at \(f.address(this)); \(state)>")
    })
    t.property(
      "__callback__", get: { (f, this) throws(Raised) in try receiver(this, "__callback__", f).callback })
    t.classMethod("__class_getitem__", "cls, object, /", .two(TypeType.genericAlias))
  }

  private static let source: StaticString = #"""
    import atexit as _atexit
    from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet

    __all__ = ['ref', 'proxy', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType', 'WeakMethod', 'WeakSet',
               'WeakValueDictionary', 'finalize']


    class WeakMethod:
        """A reference to a bound method that goes with its object."""

        def __init__(self, meth, callback=None):
            self._object, self._function = ref(meth.__self__, callback), ref(meth.__func__)

        def __call__(self):
            object, function = self._object(), self._function()
            return None if object is None or function is None else function.__get__(object)

        def __eq__(self, other):
            if not isinstance(other, WeakMethod):
                return NotImplemented
            return self._object == other._object and self._function == other._function

        def __hash__(self):
            return hash(self._object)


    class ProxyType:
        """Stands for an object as long as that lives."""

        __slots__ = ('_reference',)

        def __init__(self, reference):
            object.__setattr__(self, '_reference', reference)

        def __getattribute__(self, name):
            target = object.__getattribute__(self, '_reference')()
            if target is None:
                raise ReferenceError('weakly-referenced object no longer exists')
            return getattr(target, name)

        def __setattr__(self, name, value):
            setattr(_target(self), name, value)

        def __delattr__(self, name):
            delattr(_target(self), name)

        __hash__ = None


    def _target(proxy):
        target = object.__getattribute__(proxy, '_reference')()
        if target is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return target


    def _forward(name):
        return lambda self, *arguments: getattr(_target(self), name)(*arguments)


    for _name in ('str', 'bool', 'len', 'iter', 'next', 'call', 'getitem', 'setitem', 'delitem', 'contains', 'eq', 'ne',
                  'lt', 'le', 'gt', 'ge', 'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'enter', 'exit'):
        setattr(ProxyType, f'__{_name}__', _forward(f'__{_name}__'))
    ProxyType.__str__ = lambda self: str(_target(self))
    ProxyType.__bool__ = lambda self: bool(_target(self))
    del _name


    def proxy(object, callback=None, /):
        return ProxyType(ref(object, callback))


    class WeakValueDictionary(_MutableMapping):
        def __init__(self, other=(), /, **kwargs):
            self.data = {}
            self.update(other, **kwargs)

        def __getitem__(self, key):
            value = self.data[key]()
            if value is None:
                raise KeyError(key)
            return value

        def __setitem__(self, key, value):
            self.data[key] = ref(value)

        def __delitem__(self, key):
            del self.data[key]

        def _alive(self):
            """The keys whose values live; the others go."""
            self.data = {key: reference for key, reference in self.data.items() if reference() is not None}
            return self.data

        def __len__(self):
            return len(self._alive())

        def __iter__(self):
            return iter(self._alive())

        def __contains__(self, key):
            return key in self.data and self.data[key]() is not None

        def __repr__(self):
            return f'<{type(self).__name__} at {id(self):#x}>'

        def copy(self):
            return type(self)(self)

        def valuerefs(self):
            return list(self._alive().values())


    class WeakKeyDictionary(_MutableMapping):
        def __init__(self, dict=None):
            self.data = {}
            if dict is not None:
                self.update(dict)

        def __getitem__(self, key):
            return self.data[ref(key)]

        def __setitem__(self, key, value):
            reference = ref(key)
            hash(reference)
            self.data[reference] = value

        def __delitem__(self, key):
            del self.data[ref(key)]

        def _alive(self):
            self.data = {reference: value for reference, value in self.data.items() if reference() is not None}
            return self.data

        def __len__(self):
            return len(self._alive())

        def __iter__(self):
            return (key for key in [reference() for reference in self._alive()] if key is not None)

        def __contains__(self, key):
            try:
                return ref(key) in self.data
            except TypeError:
                return False

        def __repr__(self):
            return f'<{type(self).__name__} at {id(self):#x}>'

        def copy(self):
            return type(self)(self)

        def keyrefs(self):
            return list(self._alive())


    class WeakSet(_MutableSet):
        def __init__(self, data=None):
            self.data = set()
            for item in data or ():
                self.add(item)

        def _alive(self):
            self.data = {reference for reference in self.data if reference() is not None}
            return self.data

        def __len__(self):
            return len(self._alive())

        def __iter__(self):
            return (item for item in [reference() for reference in self._alive()] if item is not None)

        def __contains__(self, item):
            try:
                return ref(item) in self.data
            except TypeError:
                return False

        def add(self, item):
            reference = ref(item)
            hash(reference)
            self.data.add(reference)

        def discard(self, item):
            self.data.discard(ref(item))

        def update(self, other):
            for item in other:
                self.add(item)

        def copy(self):
            return type(self)(self)


    class finalize:
        """Calls a function once: when an object goes, when this is called, or at the end of the program."""

        # In the order in which they were made.
        _waiting = {}

        def __init__(self, obj, func, /, *args, **kwargs):
            if not finalize._waiting:
                _atexit.unregister(finalize._finish)
                _atexit.register(finalize._finish)
            finalize._waiting[self] = ref(obj, lambda reference: self()), func, args, kwargs
            self.atexit = True

        def __call__(self):
            if self.alive:
                _, func, args, kwargs = finalize._waiting.pop(self)
                return func(*args, **kwargs)

        @property
        def alive(self):
            return self in finalize._waiting

        def peek(self):
            """The object, the function and its arguments; None once it was called."""
            if self.alive:
                reference, *call = finalize._waiting[self]
                if reference() is not None:
                    return reference(), *call

        def detach(self):
            """The same, and it will not be called any more."""
            call = self.peek()
            if call is not None:
                del finalize._waiting[self]
            return call

        @classmethod
        def _finish(cls):
            while waiting := [item for item in cls._waiting if item.atexit]:
                waiting[-1]()

        def __repr__(self):
            call = self.peek()
            if call is None:
                return f'<{type(self).__name__} object at {id(self):#x}; dead>'
            return f'<{type(self).__name__} object at {id(self):#x}; for {type(call[0]).__name__!r} at {id(call[0]):#x}>'
    """#
}
