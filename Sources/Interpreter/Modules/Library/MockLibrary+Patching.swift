// The module `unittest.mock`: putting mocks in the place of others, for a while.

extension MockLibrary {
  static let patching: StaticString = #"""
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
