// The module `unittest.mock`: mocks, which remember what was done with them.

extension MockLibrary {
  static let mocks: StaticString = #"""
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
    """#
}
