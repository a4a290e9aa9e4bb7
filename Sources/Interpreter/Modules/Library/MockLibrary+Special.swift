// The module `unittest.mock`: mocks with special methods, and mocks after a specification.

extension MockLibrary {
  static let special: StaticString = #"""
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
    """#
}
