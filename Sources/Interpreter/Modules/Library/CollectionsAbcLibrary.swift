// `collections.abc`: what containers, iterables and callables have in common.

enum CollectionsAbcLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import itertools
    from abc import ABCMeta, abstractmethod


    _absent = object()
    _structures = {}


    class _Structural(metaclass=ABCMeta):
        """A class whose subclasses are those that have its methods; one that is set to None is not had."""
        __slots__ = ()
        __class_getitem__ = classmethod(type(list[int]))

        @classmethod
        def __subclasshook__(cls, candidate):
            def found(name):
                return next((vars(base)[name] for base in candidate.__mro__ if name in vars(base)), None)

            names = _structures.get(cls)
            return bool(names) and all(found(name) is not None for name in names) or NotImplemented


    def _required(name):
        """A method that every concrete class has to give."""
        def method(self, *values, **named):
            raise NotImplementedError(name)
        method.__name__ = name
        return abstractmethod(method)


    def _structural(title, abstract, *bases, **given):
        """A class that asks for methods by name, besides those its bases ask for."""
        abstract = abstract.split()
        body = {name: _required(name) for name in abstract}
        body.update(given, __slots__=(), __module__=__name__)
        made = type(title, bases or (_Structural,), body)
        _structures[made] = {*abstract, *given}.union(*(_structures[base] for base in bases))
        return made


    def _close(self):
        try:
            self.throw(GeneratorExit)
        except (StopIteration, GeneratorExit):
            return
        raise RuntimeError('generator ignored GeneratorExit')


    Hashable = _structural('Hashable', '__hash__')
    Sized = _structural('Sized', '__len__')
    Container = _structural('Container', '__contains__')
    Callable = _structural('Callable', '__call__')
    Buffer = _structural('Buffer', '__buffer__')
    Awaitable = _structural('Awaitable', '__await__')
    Iterable = _structural('Iterable', '__iter__')
    Iterator = _structural('Iterator', '__next__', Iterable, __iter__=lambda self: self)
    Reversible = _structural('Reversible', '__reversed__', Iterable)
    Generator = _structural('Generator', 'send throw', Iterator, __next__=lambda self: self.send(None), close=_close)
    Collection = _structural('Collection', '', Sized, Iterable, Container)


    def _same(one, another):
        return one is another or one == another


    def _all_in(items, container):
        return all(item in container for item in items)


    def _not_in(items, container):
        return (item for item in items if item not in container)


    def _as_set(items, like):
        return items if isinstance(items, Set) else like._from_iterable(items)


    def _one_sided(one, another):
        another = _as_set(another, one)
        return itertools.chain(_not_in(one, another), _not_in(another, one))


    def _compares(holds):
        """A comparison with another set."""
        return lambda self, other: holds(self, other) if isinstance(other, Set) else NotImplemented


    def _combines(elements):
        """An operator that makes a set of some elements of two iterables."""
        def operate(self, other):
            return self._from_iterable(elements(self, other)) if isinstance(other, Iterable) else NotImplemented
        return operate


    class Set(Collection):
        """A set, all of whose operations come down to __contains__, __iter__ and __len__."""
        __slots__ = ()
        __hash__ = None

        __le__ = _compares(lambda one, another: len(one) <= len(another) and _all_in(one, another))
        __ge__ = _compares(lambda one, another: len(one) >= len(another) and _all_in(another, one))
        __lt__ = _compares(lambda one, another: len(one) < len(another) and one <= another)
        __gt__ = _compares(lambda one, another: len(one) > len(another) and one >= another)
        __eq__ = _compares(lambda one, another: len(one) == len(another) and one <= another)

        __or__ = __ror__ = _combines(itertools.chain)
        __and__ = __rand__ = _combines(lambda one, another: (item for item in another if item in one))
        __sub__ = _combines(lambda one, another: _not_in(one, _as_set(another, one)))
        __rsub__ = _combines(lambda one, another: _not_in(another, one))
        __xor__ = __rxor__ = _combines(_one_sided)

        @classmethod
        def _from_iterable(cls, items):
            return cls(items)

        def _hash(self):
            return hash(frozenset(self))

        def isdisjoint(self, other):
            return not any(item in self for item in other)


    class MutableSet(Set):
        __slots__ = ()
        add = _required('add')
        discard = _required('discard')

        def remove(self, item):
            if item in self:
                return self.discard(item)
            raise KeyError(item)

        def pop(self):
            for item in self:
                break
            else:
                raise KeyError
            self.discard(item)
            return item

        def clear(self):
            while len(self):
                self.pop()

        def __ior__(self, other):
            for item in other:
                self.add(item)
            return self

        def __isub__(self, other):
            for item in [*other]:
                self.discard(item)
            return self

        def __iand__(self, other):
            return MutableSet.__isub__(self, self - other)

        def __ixor__(self, other):
            for item in [*_as_set(other, self)]:
                (self.discard if item in self else self.add)(item)
            return self


    class MappingView(Sized):
        __slots__ = ('_mapping',)

        def __init__(self, mapping):
            self._mapping = mapping

        def __len__(self):
            return len(self._mapping)

        def __repr__(self):
            return f'{type(self).__name__}({self._mapping!r})'


    class _SetView(MappingView, Set):
        __slots__ = ()
        _from_iterable = set


    class KeysView(_SetView):
        __slots__ = ()

        def __contains__(self, key):
            return key in self._mapping

        def __iter__(self):
            return iter(self._mapping)


    class ItemsView(_SetView):
        __slots__ = ()

        def __contains__(self, item):
            key, value = item
            own = Mapping.get(self._mapping, key, _absent)
            return own is not _absent and _same(own, value)

        def __iter__(self):
            return ((key, self._mapping[key]) for key in self._mapping)


    class ValuesView(MappingView, Collection):
        __slots__ = ()

        def __contains__(self, value):
            return any(_same(own, value) for own in self)

        def __iter__(self):
            return (self._mapping[key] for key in self._mapping)


    class Mapping(Collection):
        """A mapping, all of whose operations come down to __getitem__, __iter__ and __len__."""
        __slots__ = ()
        __hash__ = None
        __getitem__ = _required('__getitem__')
        __reversed__ = None

        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default

        def __contains__(self, key):
            return Mapping.get(self, key, _absent) is not _absent

        def __eq__(self, other):
            return {**self} == {**other} if isinstance(other, Mapping) else NotImplemented

        keys = lambda self: KeysView(self)
        items = lambda self: ItemsView(self)
        values = lambda self: ValuesView(self)


    class MutableMapping(Mapping):
        __slots__ = ()
        __setitem__ = _required('__setitem__')
        __delitem__ = _required('__delitem__')

        def pop(self, key, default=_absent):
            value = self[key] if default is _absent else Mapping.get(self, key, _absent)
            if value is _absent:
                return default
            del self[key]
            return value

        def popitem(self):
            for key in self:
                return key, MutableMapping.pop(self, key)
            raise KeyError

        def clear(self):
            while len(self):
                self.popitem()

        def setdefault(self, key, default=None):
            value = Mapping.get(self, key, _absent)
            if value is _absent:
                self[key] = value = default
            return value

        def update(self, other=(), /, **named):
            pairs = ((key, other[key]) for key in other.keys()) if hasattr(other, 'keys') else other
            for key, value in itertools.chain(pairs, named.items()):
                self[key] = value


    def _walk(sequence, start=0, stop=None):
        """The indices from start to stop that a sequence has, with its elements."""
        for index in itertools.count(start) if stop is None else range(start, stop):
            try:
                item = sequence[index]
            except IndexError:
                return
            yield index, item


    class Sequence(Reversible, Collection):
        """A sequence, all of whose operations come down to __getitem__ and __len__."""
        __slots__ = ()
        __getitem__ = _required('__getitem__')

        def __iter__(self):
            return (item for _, item in _walk(self))

        def __reversed__(self):
            return (self[index] for index in range(len(self) - 1, -1, -1))

        def __contains__(self, value):
            return any(_same(item, value) for item in self)

        def count(self, value):
            return sum(_same(item, value) for item in self)

        def index(self, value, start=0, stop=None):
            start, stop = (
                bound if bound is None or bound >= 0 else max(0, bound + len(self)) for bound in (start, stop))
            for index, item in _walk(self, start, stop):
                if _same(item, value):
                    return index
            raise ValueError


    class MutableSequence(Sequence):
        __slots__ = ()
        __setitem__ = _required('__setitem__')
        __delitem__ = _required('__delitem__')
        insert = _required('insert')

        def append(self, item):
            self.insert(len(self), item)

        def extend(self, items):
            for item in [*items] if items is self else items:
                self.append(item)

        def __iadd__(self, items):
            MutableSequence.extend(self, items)
            return self

        def pop(self, index=-1):
            item = self[index]
            del self[index]
            return item

        def remove(self, item):
            self.pop(self.index(item))

        def clear(self):
            while len(self):
                self.pop()

        def reverse(self):
            last = len(self) - 1
            for low in range(len(self) // 2):
                self[low], self[last - low] = self[last - low], self[low]


    _keys, _values, _items = type({}.keys()), type({}.values()), type({}.items())
    for _abstract, _concrete in (
            (Sequence, (tuple, str, range, bytes, memoryview, _collections.UserString)),
            (MutableSequence, (list, bytearray, _collections.deque, _collections.UserList)),
            (Set, (frozenset, _keys, _items)), (MutableSet, (set,)),
            (Mapping, (type(type.__dict__),)), 
            (MutableMapping, (dict, _collections.UserDict, _collections.ChainMap)),
            (KeysView, (_keys,)), (ItemsView, (_items,)), (ValuesView, (_values,))):
        for _class in _concrete:
            _abstract.register(_class)

    __all__ = [
        'Awaitable', 'Hashable', 'Iterable', 'Iterator', 'Generator', 'Reversible', 'Sized', 'Container', 'Callable',
        'Collection', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView',
        'ValuesView', 'Sequence', 'MutableSequence', 'Buffer',
    ]
    """#
}
