// The module `unittest.mock`: objects that take any call and remember it, and putting them in the place of others.

enum MockLibrary {
  static let source: StaticString = #"""
    import builtins
    import functools
    import importlib
    import inspect
    import io
    import sys

    __all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'FILTER_DIR',
               'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal']

    FILTER_DIR = True


    class _Sentinel:
        def __init__(self, name):
            self.name = name

        def __repr__(self):
            return f'sentinel.{self.name}'

        def __reduce__(self):
            return getattr, (sentinel, self.name)


    class _Sentinels:
        """Makes an object of its own for each attribute."""

        def __init__(self):
            self._made = {}

        def __getattr__(self, name):
            if name == '__bases__':
                raise AttributeError
            return self._made.setdefault(name, _Sentinel(name))


    sentinel = _Sentinels()
    DEFAULT = sentinel.DEFAULT
    _missing = sentinel.MISSING


    class _Any:
        """Equal to everything."""

        def __eq__(self, other):
            return True

        def __ne__(self, other):
            return False

        def __repr__(self):
            return '<ANY>'


    ANY = _Any()


    class InvalidSpecError(Exception):
        pass


    # Calls

    class _Call(tuple):
        """(name, arguments, keyword arguments) of a call; a short one leaves out what is empty."""

        def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
            args, kwargs = (), {}
            for part in value:
                if isinstance(part, str):
                    name = part
                elif isinstance(part, tuple):
                    args = part
                else:
                    kwargs = part
            return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

        def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
            self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

        def __eq__(self, other):
            try:
                mine, others = _called(self), _called(other)
            except TypeError:
                return NotImplemented
            return mine == others

        __hash__ = None

        def __ne__(self, other):
            same = self.__eq__(other)
            return same if same is NotImplemented else not same

        def __call__(self, /, *args, **kwargs):
            if self._mock_name is None:
                return _Call(('', args, kwargs), name='()')
            return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

        def __getattr__(self, name):
            if name.startswith('__') or name.startswith('_mock_'):
                raise AttributeError(name)
            full = name if self._mock_name is None else f'{self._mock_name}.{name}'
            return _Call(name=full, parent=self, from_kall=False)

        # What tuples have by these names, calls record.
        def count(self, /, *args, **kwargs):
            return self.__getattr__('count')(*args, **kwargs)

        def index(self, /, *args, **kwargs):
            return self.__getattr__('index')(*args, **kwargs)

        @property
        def args(self):
            return self[-2]

        @property
        def kwargs(self):
            return self[-1]

        def __repr__(self):
            if not self._mock_from_kall:
                name = self._mock_name or 'call'
                return name if name.startswith('call') else f'call.{name}'
            name, args, kwargs = self if len(self) == 3 else ('', *self)
            name = f'call.{name}' if name and not name.startswith('()') else f'call{name}'
            return _as_call(name, args, kwargs)

        def call_list(self):
            """This call and those that came to it, in a chain."""
            chain, link = [], self
            while link is not None:
                if link._mock_from_kall:
                    chain.append(link)
                link = link._mock_parent
            return _CallList(reversed(chain))


    call = _Call(from_kall=False)


    def _called(value):
        """(name, arguments, keyword arguments), whichever of them a tuple has."""
        if not isinstance(value, tuple) or len(value) > 3:
            raise TypeError
        name, args, kwargs = '', (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            elif isinstance(part, dict):
                kwargs = part
            else:
                raise TypeError
        return name, args, kwargs


    def _as_call(name, args, kwargs):
        words = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
        return f'{name}({", ".join(words)})'


    class _CallList(list):
        def __contains__(self, value):
            if not isinstance(value, list):
                return list.__contains__(self, value)
            size = len(value)
            return any(list(self[start:start + size]) == value for start in range(len(self) - size + 1))

        def __repr__(self):
            import pprint
            return pprint.pformat(list(self))


    # Mocks

    # What a mock keeps beside its children, by the names it shows them under.
    _own = {'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
            'method_calls'}
    _assertions = ('assert', 'assret', 'asert', 'aseert', 'assrt')


    def _is_special(name):
        return name[:2] == name[-2:] == '__' and len(name) > 4


    class NonCallableMock:
        """An object that has every attribute: each is a mock, too."""

        def __new__(cls, /, *args, **kwargs):
            # A class of its own, so that it can have special methods of its own.
            return object.__new__(type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__}))

        def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                     _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
            put = self.__dict__.update
            put(_mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
                _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_sealed=False)
            put(_mock_children={}, _mock_wraps=wraps, _mock_unsafe=unsafe, _mock_delegate=None, _mock_methods=None,
                _spec_class=None, _spec_set=None, _spec_signature=None, _mock_return_value=DEFAULT,
                _mock_side_effect=None)
            self._forget_calls()
            self._take_spec(spec_set if spec_set is not None else spec, spec_set is not None, _spec_as_instance)
            self.configure_mock(**kwargs)

        def _forget_calls(self):
            self.__dict__.update(_mock_called=False, _mock_call_count=0, _mock_call_args=None,
                                 _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(),
                                 method_calls=_CallList())

        def _take_spec(self, spec, is_set, as_instance=False):
            if spec is None:
                return
            if isinstance(spec, NonCallableMock):
                raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
            kind = None
            names = spec
            if not isinstance(spec, (list, tuple)):
                kind = spec if isinstance(spec, type) else type(spec)
                names = dir(spec)
            self.__dict__.update(_spec_class=kind, _spec_set=is_set, _mock_methods=list(names))

        def mock_add_spec(self, spec, spec_set=False):
            self._take_spec(spec, spec_set)

        @property
        def __class__(self):
            return self._spec_class or type(self)

        def attach_mock(self, mock, attribute):
            """Has a mock record its calls here, under a name."""
            mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name='', _mock_new_name=None)
            setattr(self, attribute, mock)

        def configure_mock(self, /, **kwargs):
            for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
                *steps, last = path.split('.')
                target = self
                for step in steps:
                    target = getattr(target, step)
                setattr(target, last, value)

        # Attributes

        def __getattr__(self, name):
            if name.startswith('_mock_') or name.startswith('_spec_'):
                raise AttributeError(name)
            methods = self._mock_methods
            if methods is not None:
                if name not in methods:
                    raise AttributeError(f'Mock object has no attribute {name!r}')
            elif _is_special(name):
                raise AttributeError(name)
            if not self._mock_unsafe and (not methods or name not in methods) and name.startswith(_assertions):
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be '
                                     'an attribute.')
            child = self._mock_children.get(name)
            if child is _missing:
                raise AttributeError(name)
            if child is None:
                if self._mock_sealed:
                    raise AttributeError(self._full_name(name))
                wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
                child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
                self._mock_children[name] = child
            return child

        def _full_name(self, name):
            return f'{self._extract_mock_name()}.{name}'

        def _get_child_mock(self, /, **kwargs):
            # The class behind the mock's own.
            kind = type(self).__mro__[1]
            kind = {NonCallableMock: Mock, NonCallableMagicMock: MagicMock, PropertyMock: MagicMock,
                    _FunctionMock: MagicMock}.get(kind, kind)
            if self._mock_sealed:
                raise AttributeError(f'Cannot create a child of {self._extract_mock_name()}')
            return kind(**kwargs)

        def __setattr__(self, name, value):
            if name in _own:
                object.__setattr__(self, name, value)
                return
            if name in self.__dict__ or name.startswith('_mock_') or name.startswith('_spec_') or name == 'method_calls':
                self.__dict__[name] = value
                return
            if self._spec_set and self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_special(name):
                self._set_special(name, value)
                return
            if self._mock_sealed and name not in self._mock_children:
                raise AttributeError(f'Cannot set {self._full_name(name)}')
            if isinstance(value, NonCallableMock) and _can_adopt(self, value):
                value.__dict__.update(_mock_parent=self, _mock_new_parent=self, _mock_new_name=name)
                self._mock_children[name] = value
            elif isinstance(getattr(type(self), name, None), (property, PropertyMock)):
                object.__setattr__(self, name, value)
            else:
                self._mock_children.pop(name, None)
                self.__dict__[name] = value

        def _set_special(self, name, value):
            if isinstance(value, NonCallableMock):
                if _can_adopt(self, value):
                    value.__dict__.update(_mock_parent=self, _mock_new_parent=self, _mock_new_name=name)
                self._mock_children[name] = value
                setattr(type(self), name, _calls(value))
            else:
                setattr(type(self), name, value)
                self._mock_children[name] = value

        def __delattr__(self, name):
            if name in self.__dict__:
                del self.__dict__[name]
            elif self._mock_children.get(name) is _missing:
                raise AttributeError(name)
            elif _is_special(name) and name in vars(type(self)):
                delattr(type(self), name)
            self._mock_children[name] = _missing

        def __dir__(self):
            names = self._mock_methods or dir(type(self))
            own = [name for name in self.__dict__ if not name.startswith('_mock_') and not name.startswith('_spec_')]
            children = [name for name, child in self._mock_children.items() if child is not _missing]
            return sorted(set(names) | set(own) | set(children))

        # What is known of calls

        @property
        def return_value(self):
            if self._mock_return_value is DEFAULT and self._mock_wraps is None:
                made = self._get_child_mock(_new_parent=self, _new_name='()')
                self.__dict__['_mock_return_value'] = made
            return self._mock_return_value

        @return_value.setter
        def return_value(self, value):
            if isinstance(value, NonCallableMock) and _can_adopt(self, value):
                value.__dict__.update(_mock_new_parent=self, _mock_new_name='()')
            self.__dict__['_mock_return_value'] = value

        @property
        def side_effect(self):
            return self._mock_side_effect

        @side_effect.setter
        def side_effect(self, value):
            if value is not None and not callable(value) and not _is_raised(value):
                value = iter(value)
            self.__dict__['_mock_side_effect'] = value

        def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
            visited = set() if visited is None else visited
            if id(self) in visited:
                return
            visited.add(id(self))
            self._forget_calls()
            if return_value:
                self.__dict__['_mock_return_value'] = DEFAULT
            if side_effect:
                self.__dict__['_mock_side_effect'] = None
            below = list(self._mock_children.values()) + [self._mock_return_value]
            for child in below:
                if isinstance(child, NonCallableMock) and child is not self:
                    child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

        def _extract_mock_name(self):
            """The path by which this mock was got."""
            if self._mock_name is not None and self._mock_new_parent is None:
                return str(self._mock_name)
            names, link = [], self
            while link is not None:
                name = link._mock_new_name
                if link._mock_new_parent is None:
                    name = link._mock_name or 'mock'
                names.append(name)
                link = link._mock_new_parent
            names.reverse()
            text = names[0]
            for name in names[1:]:
                text += name if name.startswith('()') else f'.{name}'
            return text

        def __repr__(self):
            name = self._extract_mock_name()
            shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
            spec = ''
            if self._spec_class is not None:
                spec = f' {"spec_set" if self._spec_set else "spec"}={self._spec_class.__name__!r}'
            return f'<{type(self).__name__}{shown}{spec} id={id(self)!r}>'

        # Assertions

        def _expected(self, args, kwargs):
            return _as_call(self._mock_name or 'mock', args, kwargs)

        def _fail(self, text):
            raise AssertionError(text)

        def _shown_calls(self, prefix='Calls'):
            return f'\n{prefix}: {_CallList(self.mock_calls)!r}.' if self.mock_calls else ''

        def assert_not_called(self):
            if self.call_count:
                self._fail(f"Expected '{self._mock_name or 'mock'}' to not have been called. Called {self.call_count} "
                           f'times.{self._shown_calls()}')

        def assert_called(self):
            if not self.call_count:
                self._fail(f"Expected '{self._mock_name or 'mock'}' to have been called.")

        def assert_called_once(self):
            if self.call_count != 1:
                self._fail(f"Expected '{self._mock_name or 'mock'}' to have been called once. Called {self.call_count} "
                           f'times.{self._shown_calls()}')

        def assert_called_with(self, /, *args, **kwargs):
            expected = self._expected(args, kwargs)
            if self.call_args is None:
                self._fail(f'expected call not found.\nExpected: {expected}\n  Actual: not called.')
            if self._bound((args, kwargs)) != self._bound(self.call_args):
                self._fail(f'expected call not found.\nExpected: {expected}\n  Actual: {self._expected(*self.call_args)}')

        def assert_called_once_with(self, /, *args, **kwargs):
            if self.call_count != 1:
                self._fail(f"Expected '{self._mock_name or 'mock'}' to be called once. Called {self.call_count} times."
                           f'{self._shown_calls()}')
            self.assert_called_with(*args, **kwargs)

        def assert_any_call(self, /, *args, **kwargs):
            wanted = self._bound((args, kwargs))
            if not any(wanted == self._bound(each) for each in self.call_args_list):
                self._fail(f'{self._expected(args, kwargs)} call not found')

        def assert_has_calls(self, calls, any_order=False):
            wanted = [_called(each) for each in calls]
            had = [_called(each) for each in self.mock_calls]
            if not any_order:
                size = len(wanted)
                if not any(had[start:start + size] == wanted for start in range(len(had) - size + 1)):
                    self._fail(f'Calls not found.\nExpected: {_CallList(calls)!r}{self._shown_calls("  Actual")}'.rstrip('.'))
                return
            absent = []
            for each, shown in zip(wanted, calls):
                if each in had:
                    had.remove(each)
                else:
                    absent.append(shown)
            if absent:
                self._fail(f"{self._mock_name or 'mock'!r} does not contain all of {tuple(absent)!r} in its call list, "
                           f'found {list(self.mock_calls)!r} instead')

        def _bound(self, given):
            """The arguments of a call by their names, where a signature is known."""
            _, args, kwargs = _called(tuple(given))
            signature = self.__dict__.get('_spec_signature')
            if signature is None:
                return args, kwargs
            try:
                bound = signature.bind(*args, **kwargs)
                return bound.args, bound.kwargs
            except TypeError:
                return args, kwargs


    def _kept(name):
        def get(self):
            return self.__dict__['_mock_' + name]

        def set(self, value):
            self.__dict__['_mock_' + name] = value

        return property(get, set)


    for _name in ('called', 'call_count', 'call_args', 'call_args_list', 'mock_calls'):
        setattr(NonCallableMock, _name, _kept(_name))


    def _can_adopt(parent, mock):
        """Whether a mock has nobody yet that it records its calls with, and is nobody that the parent records with."""
        above = parent
        while above is not None:
            if above is mock:
                return False
            above = above._mock_new_parent
        return not mock._mock_name and mock._mock_parent is None and mock._mock_new_parent is None


    def _is_raised(value):
        return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


    class CallableMixin:
        """Records a call and answers it."""

        def __call__(self, /, *args, **kwargs):
            self._check_signature(args, kwargs)
            self._record(args, kwargs)
            return self._answer(args, kwargs)

        def _check_signature(self, args, kwargs):
            if self._spec_signature is not None:
                self._spec_signature.bind(*args, **kwargs)

        def _record(self, args, kwargs):
            made = _Call((args, kwargs), two=True)
            self.__dict__.update(_mock_called=True, _mock_call_args=made, _mock_call_count=self._mock_call_count + 1)
            self._mock_call_args_list.append(made)
            self._mock_mock_calls.append(_Call(('', args, kwargs)))
            # Whoever it was got from records the call by the path to it.
            path, is_method, link = self._mock_new_name, self._mock_parent is not None, self
            method_name = self._mock_name
            while (above := link._mock_new_parent) is not None:
                above._mock_mock_calls.append(_Call((path, args, kwargs)))
                if is_method:
                    above.method_calls.append(_Call((path, args, kwargs)))
                    is_method = above._mock_parent is not None
                if above._mock_new_name:
                    dot = '' if path.startswith('()') else '.'
                    path = above._mock_new_name + dot + path
                link = above

        def _answer(self, args, kwargs):
            effect = self._mock_side_effect
            if effect is not None:
                if _is_raised(effect):
                    raise effect
                result = effect(*args, **kwargs) if callable(effect) else next(effect)
                if _is_raised(result) and not callable(effect):
                    raise result
                if result is not DEFAULT:
                    return result
            if self._mock_return_value is not DEFAULT:
                return self._mock_return_value
            if self._mock_wraps is not None:
                return self._mock_wraps(*args, **kwargs)
            return self.return_value


    class Mock(CallableMixin, NonCallableMock):
        """A mock that can be called."""


    # Special methods

    _numeric = 'add sub mul matmul truediv floordiv mod divmod lshift rshift and xor or pow'
    _answers = {
        '__hash__': lambda self: object.__hash__(self), '__str__': lambda self: object.__str__(self),
        '__sizeof__': lambda self: object.__sizeof__(self), '__fspath__': lambda self: (
            f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}'),
        '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
        '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
        '__bool__': True, '__index__': 1, '__iter__': lambda self: iter([]),
    }
    _free = ['__getitem__', '__setitem__', '__delitem__', '__enter__', '__call_', '__neg__', '__pos__', '__invert__',
             '__round__', '__trunc__', '__floor__', '__ceil__', '__next__', '__missing__', '__reversed__']
    _free = [name for name in _free if name not in ('__call_', '__next__', '__missing__', '__reversed__')]
    _free += [f'__{side}{name}__' for name in _numeric.split() for side in ('', 'i', 'r') if side + name != 'idivmod']


    def _calls(mock):
        """A special method that calls a mock."""
        def method(self, /, *args, **kwargs):
            return mock(*args, **kwargs)
        return method


    def _makes(name):
        """A special method that becomes a mock when it is first used."""
        def method(self, /, *args, **kwargs):
            return _special(self, name)(*args, **kwargs)
        return method


    def _special(self, name):
        mock = self._mock_children.get(name)
        if mock is None:
            mock = MagicMock(name=name, parent=self, _new_name=name, _new_parent=self)
            answer = _answers.get(name, DEFAULT)
            if name == '__iter__':
                mock.__dict__['_mock_side_effect'] = lambda: _iterated(mock)
            elif callable(answer):
                mock.__dict__['_mock_return_value'] = answer(self)
            elif answer is not DEFAULT:
                mock.__dict__['_mock_return_value'] = answer
            self._mock_children[name] = mock
        return mock


    def _iterated(mock):
        value = mock._mock_return_value
        return iter([]) if value is DEFAULT else iter(value)


    class _Magic:
        """What looks a special method up on a mock gets the mock behind it."""

        def __init__(self, name):
            self.name, self.method = name, _makes(name)

        def __get__(self, mock, kind=None):
            if mock is None:
                return self.method
            return _special(mock, self.name)


    class MagicMixin:
        def __init__(self, /, *args, **kwargs):
            super().__init__(*args, **kwargs)
            names = [*_answers, *_free]
            if self._mock_methods is not None:
                names = [name for name in names if name in self._mock_methods]
            for name in names:
                setattr(type(self), name, _Magic(name))

        def __eq__(self, other):
            mock = self._mock_children.get('__eq__')
            if mock is not None and mock._mock_return_value is not DEFAULT:
                return mock._mock_return_value
            return True if self is other else NotImplemented

        def __hash__(self):
            return object.__hash__(self)


    class NonCallableMagicMock(MagicMixin, NonCallableMock):
        """A mock with special methods that cannot be called."""


    class MagicMock(MagicMixin, Mock):
        """A mock that has the special methods, too."""


    class PropertyMock(Mock):
        """A mock that stands for a property: reading it is a call, and so is assigning."""

        def __get__(self, obj, obj_type=None):
            return self()

        def __set__(self, obj, value):
            self(value)


    class _FunctionMock(MagicMock):
        """A mock that stands for a function: in a class it gets the object that it is called on."""

        def __get__(self, obj, obj_type=None):
            return self if obj is None else functools.partial(self, obj)


    # Specifications

    def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
        """A mock whose attributes and signatures are those of an object."""
        if isinstance(spec, (list, tuple)):
            spec = type(spec)
        is_type = isinstance(spec, type)
        if inspect.isfunction(spec) or inspect.ismethod(spec):
            mock = _FunctionMock(name=_name or spec.__name__, parent=_parent, _new_parent=_parent, _new_name=_name or '', **kwargs)
            mock.__dict__['_spec_signature'] = _signature(spec, _parent is not None and not inspect.ismethod(spec))
            return mock
        kind = MagicMock if callable(spec) else NonCallableMagicMock
        if is_type and instance and '__call__' not in dir(spec):
            kind = NonCallableMagicMock
        mock = kind(name=_name, parent=_parent, _new_parent=_parent, _new_name=_name or '', **kwargs,
                    **{'spec_set' if spec_set else 'spec': spec})
        if is_type and not instance:
            mock.__dict__['_spec_signature'] = _signature(spec, False)
            if '_mock_return_value' not in kwargs and 'return_value' not in kwargs:
                mock.return_value = create_autospec(spec, spec_set, True, _name='()', _parent=None)
        for name in dir(spec):
            if _is_special(name):
                continue
            member = inspect.getattr_static(spec, name, None)
            function = getattr(member, '__func__', member)
            if inspect.isfunction(function):
                child = MagicMock(name=name, parent=mock, _new_name=name, _new_parent=mock)
                is_bound = isinstance(member, classmethod) or (
                    instance if is_type else not isinstance(spec, type(sys)))
                child.__dict__['_spec_signature'] = _signature(
                    function, is_bound and not isinstance(member, staticmethod))
                mock._mock_children[name] = child
        return mock


    def _signature(function, skips_first):
        """The signature of a call; without the first parameter where an object is bound to it."""
        try:
            signature = inspect.signature(function)
        except (TypeError, ValueError):
            return None
        parameters = list(signature.parameters.values())
        return signature.replace(parameters=parameters[1:]) if skips_first and parameters else signature


    def seal(mock):
        """From now on a mock makes no attributes any more."""
        mock.__dict__['_mock_sealed'] = True
        for child in [*mock._mock_children.values(), mock._mock_return_value]:
            if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
                seal(child)


    # Patching

    def _imported(path):
        """The module, or class in one, of a dotted name."""
        names = path.split('.')
        found = importlib.import_module(names[0])
        for number, name in enumerate(names[1:], 2):
            try:
                found = getattr(found, name)
            except AttributeError:
                found = importlib.import_module('.'.join(names[:number]))
        return found


    class _Patched:
        """What puts something in the place of something for a time."""

        _active = []

        def __call__(self, function):
            if isinstance(function, type):
                return self._decorate_class(function)
            if hasattr(function, '_patchings'):
                function._patchings.append(self)
                return function

            @functools.wraps(function)
            def patched(*args, **kwargs):
                entered, made = [], []
                try:
                    for patching in patched._patchings:
                        value = patching.__enter__()
                        entered.append(patching)
                        made += patching._arguments(value, kwargs)
                    return function(*args, *made, **kwargs)
                finally:
                    error = sys.exc_info()
                    for patching in reversed(entered):
                        patching.__exit__(*error)
            patched._patchings = [self]
            return patched

        def _decorate_class(self, kind):
            for name in dir(kind):
                member = getattr(kind, name)
                if name.startswith(patch.TEST_PREFIX) and callable(member):
                    setattr(kind, name, self.copy()(member))
            return kind

        def start(self):
            value = self.__enter__()
            self._active.append(self)
            return value

        def stop(self):
            if self not in self._active:
                return None
            self._active.remove(self)
            return self.__exit__(None, None, None)


    class _patch(_Patched):
        """One attribute of one object."""

        attribute_name = None

        def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
            if new_callable is not None and new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if new_callable is not None and autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
            self._details = (getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)
            self.getter, self.attribute, self.new, self.spec, self.create = getter, attribute, new, spec, create
            self.spec_set, self.autospec, self.new_callable, self.kwargs = spec_set, autospec, new_callable, kwargs
            self.additional = []

        def copy(self):
            made = _patch(*self._details)
            made.attribute_name, made.additional = self.attribute_name, [each.copy() for each in self.additional]
            return made

        def _arguments(self, value, kwargs):
            """The positional arguments that a decorated function gets for it."""
            if self.attribute_name is not None:
                kwargs.update(value)
                return []
            return [value] if self.new is DEFAULT else []

        def _original(self):
            own = vars(self.target) if hasattr(self.target, '__dict__') else {}
            if self.attribute in own:
                return own[self.attribute], True
            value = getattr(self.target, self.attribute, DEFAULT)
            if value is DEFAULT and self.attribute in vars(builtins) and isinstance(self.target, type(sys)):
                return vars(builtins)[self.attribute], False
            if value is DEFAULT and not self.create:
                raise AttributeError(f'{self.target} does not have the attribute {self.attribute!r}')
            return value, False

        def __enter__(self):
            self.target = self.getter()
            self.original, self.is_local = self._original()
            new = self._substitute() if self.new is DEFAULT else self.new
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            self._entered = []
            for each in self.additional:
                value = each.__enter__()
                self._entered.append(each)
                if each.new is DEFAULT:
                    made.update(value)
            return made

        def _substitute(self):
            kwargs = dict(self.kwargs)
            spec = self.original if self.spec is True else self.spec
            spec_set = self.original if self.spec_set is True else self.spec_set
            if self.autospec:
                what = self.original if self.autospec is True else self.autospec
                return create_autospec(what, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
            if spec is not None:
                kwargs['spec'] = spec
            if spec_set is not None:
                kwargs['spec_set'] = spec_set
            if self.new_callable is not None:
                return self.new_callable(**kwargs)
            kwargs.setdefault('name', self.attribute)
            return MagicMock(**kwargs)

        def __exit__(self, *details):
            for each in reversed(self.__dict__.pop('_entered', [])):
                each.__exit__(*details)
            if self.is_local and self.original is not DEFAULT:
                setattr(self.target, self.attribute, self.original)
            else:
                delattr(self.target, self.attribute)
                if not self.create and not hasattr(self.target, self.attribute):
                    setattr(self.target, self.attribute, self.original)
            return False


    def _target_of(path):
        try:
            target, attribute = path.rsplit('.', 1)
        except (TypeError, ValueError, AttributeError):
            raise TypeError(f'Need a valid target to patch. You supplied: {path!r}') from None
        return functools.partial(_imported, target), attribute


    def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
              unsafe=False, **kwargs):
        """Puts a mock, or `new`, in the place of what a dotted name names: in a `with`, or while a function runs."""
        getter, attribute = _target_of(target)
        return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


    def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                      new_callable=None, *, unsafe=False, **kwargs):
        if isinstance(target, str):
            raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
        return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


    def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
        getter = functools.partial(_imported, target) if isinstance(target, str) else lambda: target
        if not kwargs:
            raise ValueError('Must supply at least one keyword argument with patch.multiple')
        made = []
        for attribute, new in kwargs.items():
            each = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
            each.attribute_name = attribute
            made.append(each)
        made[0].additional = made[1:]
        return made[0]


    class _patch_dict(_Patched):
        """The items of a dict."""

        def __init__(self, in_dict, values=(), clear=False, **kwargs):
            self.in_dict, self.values, self.clear = in_dict, dict(values) | kwargs, clear

        def copy(self):
            return _patch_dict(self.in_dict, self.values, self.clear)

        def _arguments(self, value, kwargs):
            return []

        def __enter__(self):
            if isinstance(self.in_dict, str):
                self.in_dict = _imported(self.in_dict)
            self._before = {key: self.in_dict[key] for key in self.in_dict}
            if self.clear:
                _emptied(self.in_dict)
            for key, value in self.values.items():
                self.in_dict[key] = value
            return self.in_dict

        def __exit__(self, *details):
            _emptied(self.in_dict)
            for key, value in self._before.items():
                self.in_dict[key] = value
            return False


    def _emptied(mapping):
        for key in list(mapping):
            del mapping[key]


    def _stopall():
        for patching in reversed(list(_Patched._active)):
            patching.stop()


    patch.object, patch.multiple, patch.dict, patch.stopall = _patch_object, _patch_multiple, _patch_dict, _stopall
    patch.TEST_PREFIX = 'test'


    # Files

    def mock_open(mock=None, read_data=''):
        """A mock for `open` whose files hold `read_data`."""
        kind = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
        if mock is None:
            mock = MagicMock(name='open', spec=open)
        handle = MagicMock(spec=list({*dir(io.TextIOWrapper), *dir(io.BytesIO)}))
        handle.__enter__.return_value = handle
        handle.write.return_value = None
        handle.read.return_value = handle.readline.return_value = handle.readlines.return_value = None
        state = {'file': kind(read_data)}

        def reads(name):
            def read(*args, **kwargs):
                fixed = getattr(handle, name).return_value
                return fixed if fixed is not None else getattr(state['file'], name)(*args, **kwargs)
            return read

        for name in ('read', 'readline', 'readlines'):
            getattr(handle, name).side_effect = reads(name)
        handle.__iter__.side_effect = lambda: iter(state['file'])
        handle.__next__.side_effect = lambda: next(state['file'])

        def opened(*args, **kwargs):
            state['file'] = kind(read_data)
            return DEFAULT

        mock.side_effect = opened
        mock.return_value = handle
        return mock


    del _name
    """#
}
