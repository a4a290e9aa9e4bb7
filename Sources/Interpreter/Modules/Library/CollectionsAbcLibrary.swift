// `collections.abc`: what containers, iterables and callables have in common.

enum CollectionsAbcLibrary {
  static let source: StaticString = #"""
    import sys
    from abc import ABCMeta, abstractmethod


    def _has_methods(subclass, *names):
        for name in names:
            for base in subclass.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True


    class _Protocol(metaclass=ABCMeta):
        """A class whose subclasses are those that have its methods."""
        __slots__ = ()
        _needed = None

        @classmethod
        def __subclasshook__(cls, subclass):
            needed = cls.__dict__.get('_needed')
            return NotImplemented if needed is None else _has_methods(subclass, *needed)

        __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))


    _alias = type(list[int])


    class Hashable(_Protocol):
        __slots__ = ()
        _needed = ('__hash__',)

        @abstractmethod
        def __hash__(self):
            return 0


    class Iterable(_Protocol):
        __slots__ = ()
        _needed = ('__iter__',)

        @abstractmethod
        def __iter__(self):
            while False:
                yield None


    class Iterator(Iterable):
        __slots__ = ()
        _needed = ('__iter__', '__next__')

        @abstractmethod
        def __next__(self):
            raise StopIteration

        def __iter__(self):
            return self


    class Reversible(Iterable):
        __slots__ = ()
        _needed = ('__reversed__', '__iter__')

        @abstractmethod
        def __reversed__(self):
            while False:
                yield None


    class Generator(Iterator):
        __slots__ = ()
        _needed = ('__iter__', '__next__', 'send', 'throw', 'close')

        def __next__(self):
            return self.send(None)

        @abstractmethod
        def send(self, value):
            raise StopIteration

        @abstractmethod
        def throw(self, typ, val=None, tb=None):
            if val is None:
                if tb is None:
                    raise typ
                val = typ()
            if tb is not None:
                val = val.with_traceback(tb)
            raise val

        def close(self):
            try:
                self.throw(GeneratorExit)
            except (GeneratorExit, StopIteration):
                pass
            else:
                raise RuntimeError('generator ignored GeneratorExit')


    class Sized(_Protocol):
        __slots__ = ()
        _needed = ('__len__',)

        @abstractmethod
        def __len__(self):
            return 0


    class Container(_Protocol):
        __slots__ = ()
        _needed = ('__contains__',)

        @abstractmethod
        def __contains__(self, x):
            return False


    class Collection(Sized, Iterable, Container):
        __slots__ = ()
        _needed = ('__len__', '__iter__', '__contains__')


    class Buffer(_Protocol):
        __slots__ = ()
        _needed = ('__buffer__',)

        @abstractmethod
        def __buffer__(self, flags):
            raise NotImplementedError


    class Callable(_Protocol):
        __slots__ = ()
        _needed = ('__call__',)

        @abstractmethod
        def __call__(self, *args, **kwds):
            return False


    class Awaitable(_Protocol):
        __slots__ = ()
        _needed = ('__await__',)

        @abstractmethod
        def __await__(self):
            yield


    class Set(Collection):
        """A set, all of whose operations come down to __contains__, __iter__ and __len__."""
        __slots__ = ()

        def __le__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) <= len(other) and all(item in other for item in self)

        def __lt__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) < len(other) and self.__le__(other)

        def __gt__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) > len(other) and self.__ge__(other)

        def __ge__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) >= len(other) and all(item in self for item in other)

        def __eq__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) == len(other) and self.__le__(other)

        @classmethod
        def _from_iterable(cls, it):
            return cls(it)

        def __and__(self, other):
            if not isinstance(other, Iterable):
                return NotImplemented
            return self._from_iterable(item for item in other if item in self)

        __rand__ = __and__

        def isdisjoint(self, other):
            return not any(item in self for item in other)

        def __or__(self, other):
            if not isinstance(other, Iterable):
                return NotImplemented
            return self._from_iterable(item for part in (self, other) for item in part)

        __ror__ = __or__

        def __sub__(self, other):
            if not isinstance(other, Set):
                if not isinstance(other, Iterable):
                    return NotImplemented
                other = self._from_iterable(other)
            return self._from_iterable(item for item in self if item not in other)

        def __rsub__(self, other):
            if not isinstance(other, Set):
                if not isinstance(other, Iterable):
                    return NotImplemented
                other = self._from_iterable(other)
            return self._from_iterable(item for item in other if item not in self)

        def __xor__(self, other):
            if not isinstance(other, Set):
                if not isinstance(other, Iterable):
                    return NotImplemented
                other = self._from_iterable(other)
            return (self - other) | (other - self)

        __rxor__ = __xor__

        def _hash(self):
            return hash(frozenset(self))


    class MutableSet(Set):
        __slots__ = ()

        @abstractmethod
        def add(self, value):
            raise NotImplementedError

        @abstractmethod
        def discard(self, value):
            raise NotImplementedError

        def remove(self, value):
            if value not in self:
                raise KeyError(value)
            self.discard(value)

        def pop(self):
            for value in self:
                self.discard(value)
                return value
            raise KeyError

        def clear(self):
            try:
                while True:
                    self.pop()
            except KeyError:
                pass

        def __ior__(self, it):
            for value in it:
                self.add(value)
            return self

        def __iand__(self, it):
            for value in self - it:
                self.discard(value)
            return self

        def __ixor__(self, it):
            if it is self:
                self.clear()
            else:
                if not isinstance(it, Set):
                    it = self._from_iterable(it)
                for value in it:
                    if value in self:
                        self.discard(value)
                    else:
                        self.add(value)
            return self

        def __isub__(self, it):
            if it is self:
                self.clear()
            else:
                for value in it:
                    self.discard(value)
            return self


    class Mapping(Collection):
        """A mapping, all of whose operations come down to __getitem__, __iter__ and __len__."""
        __slots__ = ()

        @abstractmethod
        def __getitem__(self, key):
            raise KeyError

        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

        def __contains__(self, key):
            try:
                self[key]
            except KeyError:
                return False
            return True

        def keys(self):
            return KeysView(self)

        def items(self):
            return ItemsView(self)

        def values(self):
            return ValuesView(self)

        def __eq__(self, other):
            if not isinstance(other, Mapping):
                return NotImplemented
            return dict(self.items()) == dict(other.items())

        __reversed__ = None


    class MappingView(Sized):
        __slots__ = ('_mapping',)

        def __init__(self, mapping):
            self._mapping = mapping

        def __len__(self):
            return len(self._mapping)

        def __repr__(self):
            return '{0.__class__.__name__}({0._mapping!r})'.format(self)


    class KeysView(MappingView, Set):
        __slots__ = ()

        @classmethod
        def _from_iterable(cls, it):
            return set(it)

        def __contains__(self, key):
            return key in self._mapping

        def __iter__(self):
            yield from self._mapping


    class ItemsView(MappingView, Set):
        __slots__ = ()

        @classmethod
        def _from_iterable(cls, it):
            return set(it)

        def __contains__(self, item):
            key, value = item
            try:
                own = self._mapping[key]
            except KeyError:
                return False
            return own is value or own == value

        def __iter__(self):
            for key in self._mapping:
                yield key, self._mapping[key]


    class ValuesView(MappingView, Collection):
        __slots__ = ()

        def __contains__(self, value):
            for key in self._mapping:
                own = self._mapping[key]
                if own is value or own == value:
                    return True
            return False

        def __iter__(self):
            for key in self._mapping:
                yield self._mapping[key]


    class MutableMapping(Mapping):
        __slots__ = ()

        @abstractmethod
        def __setitem__(self, key, value):
            raise KeyError

        @abstractmethod
        def __delitem__(self, key):
            raise KeyError

        __marker = object()

        def pop(self, key, default=__marker):
            try:
                value = self[key]
            except KeyError:
                if default is self.__marker:
                    raise
                return default
            del self[key]
            return value

        def popitem(self):
            for key in self:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError

        def clear(self):
            try:
                while True:
                    self.popitem()
            except KeyError:
                pass

        def update(self, other=(), /, **kwds):
            if isinstance(other, Mapping):
                for key in other:
                    self[key] = other[key]
            elif hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
            for key, value in kwds.items():
                self[key] = value

        def setdefault(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                self[key] = default
            return default


    class Sequence(Reversible, Collection):
        """A sequence, all of whose operations come down to __getitem__ and __len__."""
        __slots__ = ()
        _needed = None

        @abstractmethod
        def __getitem__(self, index):
            raise IndexError

        def __iter__(self):
            index = 0
            try:
                while True:
                    yield self[index]
                    index += 1
            except IndexError:
                return

        def __contains__(self, value):
            return any(item is value or item == value for item in self)

        def __reversed__(self):
            for index in reversed(range(len(self))):
                yield self[index]

        def index(self, value, start=0, stop=None):
            if start is not None and start < 0:
                start = max(len(self) + start, 0)
            if stop is not None and stop < 0:
                stop += len(self)
            index = start
            while stop is None or index < stop:
                try:
                    item = self[index]
                except IndexError:
                    break
                if item is value or item == value:
                    return index
                index += 1
            raise ValueError

        def count(self, value):
            return sum(1 for item in self if item is value or item == value)


    class MutableSequence(Sequence):
        __slots__ = ()

        @abstractmethod
        def __setitem__(self, index, value):
            raise IndexError

        @abstractmethod
        def __delitem__(self, index):
            raise IndexError

        @abstractmethod
        def insert(self, index, value):
            raise IndexError

        def append(self, value):
            self.insert(len(self), value)

        def clear(self):
            try:
                while True:
                    self.pop()
            except IndexError:
                pass

        def reverse(self):
            count = len(self)
            for index in range(count // 2):
                self[index], self[count - index - 1] = self[count - index - 1], self[index]

        def extend(self, values):
            if values is self:
                values = list(values)
            for value in values:
                self.append(value)

        def pop(self, index=-1):
            value = self[index]
            del self[index]
            return value

        def remove(self, value):
            del self[self.index(value)]

        def __iadd__(self, values):
            self.extend(values)
            return self


    Sequence.register(tuple)
    Sequence.register(str)
    Sequence.register(range)
    Sequence.register(bytes)
    MutableSequence.register(list)
    MutableSequence.register(bytearray)
    Set.register(frozenset)
    Set.register(type({}.keys()))
    Set.register(type({}.items()))
    MutableSet.register(set)
    Mapping.register(type(type.__dict__))
    MutableMapping.register(dict)
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))

    __all__ = [
        'Awaitable', 'Hashable', 'Iterable', 'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable',
        'Collection', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView',
        'ValuesView', 'Sequence', 'MutableSequence', 'Buffer',
    ]
    """#
}
