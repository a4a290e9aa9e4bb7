// The module `collections`.

enum CollectionsModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.type("deque", doc: "A list-like sequence optimized for data accesses near its endpoints.", DequeType.define)
    let dict = m.types[.dict]
    m.type(
      "defaultdict", base: dict,
      doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory", DefaultDictType.define)
    m.type("OrderedDict", base: dict, doc: "Dictionary that remembers insertion order", OrderedDictType.define)
    m.type("Counter", base: dict, doc: "Dict subclass for counting hashable items.", CounterType.define)
    NamedTupleFunction.define(m)
    try m.source(wrappers)
  }

  /// The classes that wrap other containers. They are subclassed more than they are used.
  private static let wrappers: StaticString = """
    class ChainMap:
        "A ChainMap groups multiple dicts (or other mappings) together to create a single, updateable view."

        def __init__(self, *maps):
            self.maps = list(maps) or [{}]

        def __missing__(self, key):
            raise KeyError(key)

        def __getitem__(self, key):
            for mapping in self.maps:
                try:
                    return mapping[key]
                except KeyError:
                    pass
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
            if not hasattr(other, "keys"):
                return NotImplemented
            return dict(self.items()) == dict(other.items())

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
            try:
                del self.maps[0][key]
            except KeyError:
                raise KeyError(f"Key not found in the first mapping: {key!r}")

        def pop(self, key, *args):
            try:
                return self.maps[0].pop(key, *args)
            except KeyError:
                raise KeyError(f"Key not found in the first mapping: {key!r}")

        def popitem(self):
            try:
                return self.maps[0].popitem()
            except KeyError:
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
            if not hasattr(other, "keys"):
                return NotImplemented
            made = self.copy()
            made.maps[0].update(other)
            return made

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


    class UserDict:
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            if dict is not None:
                self.update(dict)
            if kwargs:
                self.update(kwargs)

        def __len__(self):
            return len(self.data)

        def __getitem__(self, key):
            if key in self.data:
                return self.data[key]
            if hasattr(type(self), "__missing__"):
                return type(self).__missing__(self, key)
            raise KeyError(key)

        def __setitem__(self, key, item):
            self.data[key] = item

        def __delitem__(self, key):
            del self.data[key]

        def __iter__(self):
            return iter(self.data)

        def __contains__(self, key):
            return key in self.data

        def get(self, key, default=None):
            return self[key] if key in self else default

        def keys(self):
            return self.data.keys()

        def values(self):
            return self.data.values()

        def items(self):
            return self.data.items()

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

        def __repr__(self):
            return repr(self.data)

        def __eq__(self, other):
            return self.data == (other.data if isinstance(other, UserDict) else other)

        def __or__(self, other):
            return type(self)(self.data | (other.data if isinstance(other, UserDict) else other))

        def __ror__(self, other):
            return type(self)((other.data if isinstance(other, UserDict) else other) | self.data)

        def __ior__(self, other):
            self.data |= other.data if isinstance(other, UserDict) else other
            return self


    class UserList:
        def __init__(self, initlist=None):
            self.data = []
            if initlist is not None:
                self.data = list(self._plain(initlist))

        @staticmethod
        def _plain(other):
            return other.data if isinstance(other, UserList) else other

        def __repr__(self):
            return repr(self.data)

        def __lt__(self, other):
            return self.data < self._plain(other)

        def __le__(self, other):
            return self.data <= self._plain(other)

        def __eq__(self, other):
            return self.data == self._plain(other)

        def __gt__(self, other):
            return self.data > self._plain(other)

        def __ge__(self, other):
            return self.data >= self._plain(other)

        def __contains__(self, item):
            return item in self.data

        def __len__(self):
            return len(self.data)

        def __iter__(self):
            return iter(self.data)

        def __reversed__(self):
            return reversed(self.data)

        def __getitem__(self, i):
            return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

        def __setitem__(self, i, item):
            self.data[i] = item

        def __delitem__(self, i):
            del self.data[i]

        def __add__(self, other):
            return type(self)(self.data + list(self._plain(other)))

        def __radd__(self, other):
            return type(self)(list(self._plain(other)) + self.data)

        def __iadd__(self, other):
            self.data += self._plain(other)
            return self

        def __mul__(self, n):
            return type(self)(self.data * n)

        __rmul__ = __mul__

        def __imul__(self, n):
            self.data *= n
            return self

        def append(self, item):
            self.data.append(item)

        def insert(self, i, item):
            self.data.insert(i, item)

        def pop(self, i=-1):
            return self.data.pop(i)

        def remove(self, item):
            self.data.remove(item)

        def clear(self):
            self.data.clear()

        def copy(self):
            return type(self)(self)

        __copy__ = copy

        def count(self, item):
            return self.data.count(item)

        def index(self, item, *args):
            return self.data.index(item, *args)

        def reverse(self):
            self.data.reverse()

        def sort(self, /, *args, **kwds):
            self.data.sort(*args, **kwds)

        def extend(self, other):
            self.data.extend(self._plain(other))


    class UserString:
        def __init__(self, seq):
            self.data = seq if isinstance(seq, str) else str(seq)

        @staticmethod
        def _plain(other):
            return other.data if isinstance(other, UserString) else other

        def __str__(self):
            return self.data

        def __repr__(self):
            return repr(self.data)

        def __hash__(self):
            return hash(self.data)

        def __eq__(self, other):
            return self.data == self._plain(other)

        def __lt__(self, other):
            return self.data < self._plain(other)

        def __le__(self, other):
            return self.data <= self._plain(other)

        def __gt__(self, other):
            return self.data > self._plain(other)

        def __ge__(self, other):
            return self.data >= self._plain(other)

        def __contains__(self, char):
            return self._plain(char) in self.data

        def __len__(self):
            return len(self.data)

        def __iter__(self):
            return iter(self.data)

        def __getitem__(self, index):
            return type(self)(self.data[index])

        def __add__(self, other):
            return type(self)(self.data + str(other))

        def __radd__(self, other):
            return type(self)(str(other) + self.data)

        def __mul__(self, n):
            return type(self)(self.data * n)

        __rmul__ = __mul__

        def __mod__(self, args):
            return type(self)(self.data % args)

        def __int__(self):
            return int(self.data)

        def __float__(self):
            return float(self.data)

        def __getattr__(self, name):
            if name.startswith("_"):
                raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
            method = getattr(self.data, name)

            def call(*args, **kwds):
                made = method(*map(self._plain, args), **kwds)
                return type(self)(made) if isinstance(made, str) else made

            return call
    """
}
