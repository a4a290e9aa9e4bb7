// The module `collections`.

enum CollectionsModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.type("deque", DequeType.define)
    let dict = m.types[.dict]
    m.type("defaultdict", base: dict, DefaultDictType.define)
    m.type("OrderedDict", base: dict, OrderedDictType.define)
    m.type("Counter", base: dict, CounterType.define)
    NamedTupleFunction.define(m)
    try m.source(wrappers)
  }

  /// The classes that wrap other containers. They are subclassed more than they are used.
  private static let wrappers: StaticString = #"""
    import operator


    class ChainMap:
        def __init__(self, *maps):
            self.maps = list(maps) or [{}]

        def __missing__(self, key):
            raise KeyError(key)

        def __getitem__(self, key):
            for candidate in self.maps:
                try:
                    return candidate[key]
                except KeyError:
                    continue
            return self.__missing__(key)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def _union(self):
            merged = {}
            for mapping in reversed(self.maps):
                merged.update(dict.fromkeys(mapping))
            return merged

        def __len__(self):
            return len(self._union())

        def __iter__(self):
            return iter(self._union())

        def __contains__(self, key):
            return any(key in mapping for mapping in self.maps)

        def __bool__(self):
            return any(self.maps)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"

        def __eq__(self, other):
            return dict(self.items()) == dict(other.items()) if hasattr(other, "keys") else NotImplemented

        def keys(self):
            return {key: None for key in self}.keys()

        def values(self):
            return {key: self[key] for key in self}.values()

        def items(self):
            return {key: self[key] for key in self}.items()

        @classmethod
        def fromkeys(cls, iterable, value=None, /):
            return cls(dict.fromkeys(iterable, value))

        def copy(self):
            return type(self)(self.maps[0].copy(), *self.maps[1:])

        __copy__ = copy

        def new_child(self, m=None, **kwargs):
            if m is None:
                m = kwargs
            elif kwargs:
                m.update(kwargs)
            return type(self)(m, *self.maps)

        @property
        def parents(self):
            return type(self)(*self.maps[1:])

        def __setitem__(self, key, value):
            self.maps[0][key] = value

        def __delitem__(self, key):
            ChainMap.pop(self, key)

        def pop(self, key, *default):
            first = self.maps[0]
            if default or key in first:
                return first.pop(key, *default)
            raise KeyError(f"Key not found in the first mapping: {key!r}")

        def popitem(self):
            first = self.maps[0]
            if first:
                return first.popitem()
            raise KeyError("No keys found in the first mapping.")

        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]

        def update(self, other=(), /, **kwds):
            self.maps[0].update(other, **kwds)

        def clear(self):
            self.maps[0].clear()

        def __or__(self, other):
            return self.copy().__ior__(other) if hasattr(other, "keys") else NotImplemented

        def __ror__(self, other):
            if not hasattr(other, "keys"):
                return NotImplemented
            merged = dict(other)
            for mapping in reversed(self.maps):
                merged.update(mapping)
            return type(self)(merged)

        def __ior__(self, other):
            self.maps[0].update(other)
            return self


    def _bare(value):
        return value.data if isinstance(value, (UserDict, UserList, UserString)) else value


    def _wrapper(names, wrapped=""):
        """A base whose methods are those of `data`; results of the `wrapped` ones become the wrapper's own type."""
        def forward(name, wraps):
            def method(self, *values, **named):
                made = getattr(self.data, name)(*map(_bare, values), **named)
                return type(self)(made) if wraps and made is not NotImplemented else made
            method.__name__ = name
            return method

        def compare(holds):
            return lambda self, other: holds(self.data, _bare(other))

        body = {f"__{name}__": compare(getattr(operator, name)) for name in ("lt", "le", "eq", "gt", "ge")}
        body.update({name: forward(name, False) for name in names.split()})
        body.update({name: forward(name, True) for name in wrapped.split()}, __hash__=None)
        return type("_Wrapper", (), body)


    _common = "__repr__ __len__ __iter__ __contains__ "


    class UserDict(_wrapper("__repr__ __len__ __iter__ __contains__ __setitem__ __delitem__ keys values items")):
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            if dict is not None:
                self.update(dict)
            if kwargs:
                self.update(kwargs)

        def __getitem__(self, key):
            if key in self.data:
                return self.data[key]
            if hasattr(type(self), "__missing__"):
                return type(self).__missing__(self, key)
            raise KeyError(key)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def pop(self, key, *default):
            try:
                value = self[key]
            except KeyError:
                if default:
                    return default[0]
                raise
            del self[key]
            return value

        def popitem(self):
            for key in self:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError

        def clear(self):
            for key in list(self):
                del self[key]

        def update(self, other=(), /, **kwds):
            if hasattr(other, "keys"):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
            for key, value in kwds.items():
                self[key] = value

        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]

        def copy(self):
            made = type(self)()
            made.__dict__.update(self.__dict__)
            made.data = self.data.copy()
            return made

        __copy__ = copy

        @classmethod
        def fromkeys(cls, iterable, value=None):
            made = cls()
            for key in iterable:
                made[key] = value
            return made

        def __or__(self, other):
            return type(self)(self.data | _bare(other))

        def __ror__(self, other):
            return type(self)(_bare(other) | self.data)

        def __ior__(self, other):
            self.data |= _bare(other)
            return self


    class UserList(_wrapper(
        _common + "__reversed__ __setitem__ __delitem__ append insert pop remove clear count index reverse sort extend",
        "__mul__ __rmul__",
    )):
        def __init__(self, initlist=None):
            self.data = [] if initlist is None else [*initlist]

        def __getitem__(self, place):
            found = self.data[place]
            return type(self)(found) if isinstance(place, slice) else found

        def __add__(self, other):
            return type(self)([*self.data, *other])

        def __radd__(self, other):
            return type(self)([*other, *self.data])

        def __iadd__(self, other):
            self.data += _bare(other)
            return self

        def __imul__(self, times):
            self.data *= times
            return self

        def copy(self):
            return type(self)(self)

        __copy__ = copy


    class UserString(_wrapper(
        _common + "__str__", "__getitem__ __mul__ __rmul__ __mod__"
    )):
        def __init__(self, seq):
            self.data = str(seq)

        def __hash__(self):
            return hash(str(self))

        def __int__(self):
            return int(str(self))

        def __float__(self):
            return float(str(self))

        def __add__(self, other):
            return type(self)(self.data + str(other))

        def __radd__(self, other):
            return type(self)(str(other) + self.data)

        def __getattr__(self, name):
            if name.startswith("_"):
                raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
            method = getattr(self.data, name)

            def call(*args, **kwds):
                made = method(*map(_bare, args), **kwds)
                return type(self)(made) if isinstance(made, str) else made

            return call
    """#
}
