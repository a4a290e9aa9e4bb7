// The module `inspect`: signatures.

extension InspectLibrary {
  static let signatures: StaticString = #"""
    # Signatures

    class _ParameterKind(_enum.IntEnum):
        POSITIONAL_ONLY = 'positional-only'
        POSITIONAL_OR_KEYWORD = 'positional or keyword'
        VAR_POSITIONAL = 'variadic positional'
        KEYWORD_ONLY = 'keyword-only'
        VAR_KEYWORD = 'variadic keyword'

        def __new__(cls, description):
            member = int.__new__(cls, len(cls.__members__))
            member._value_ = len(cls.__members__)
            member.description = description
            return member

        def __str__(self):
            return self.name


    class Parameter:
        POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
        empty = _empty

        def __init__(self, name, kind, *, default=_empty, annotation=_empty):
            self._kind = _ParameterKind(kind)
            if default is not _empty and self._kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
                raise ValueError(f'{self._kind.description} parameters cannot have default values')
            if not isinstance(name, str):
                raise TypeError(f'name must be a str, not a {type(name).__name__}')
            if not name.isidentifier():
                raise ValueError(f'{name!r} is not a valid parameter name')
            self._name, self._default, self._annotation = name, default, annotation

        name = property(lambda self: self._name)
        kind = property(lambda self: self._kind)
        default = property(lambda self: self._default)
        annotation = property(lambda self: self._annotation)

        def replace(self, *, name=None, kind=None, annotation=None, default=None):
            return type(self)(name or self._name, self._kind if kind is None else kind,
                              default=self._default if default is None else default,
                              annotation=self._annotation if annotation is None else annotation)

        def __str__(self):
            text = {self.VAR_POSITIONAL: '*', self.VAR_KEYWORD: '**'}.get(self._kind, '') + self._name
            if self._annotation is not _empty:
                text += f': {formatannotation(self._annotation)}'
            if self._default is not _empty:
                text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
            return text

        def __repr__(self):
            return f'<{type(self).__name__} "{self}">'

        def _key(self):
            return self._name, self._kind, self._default, self._annotation

        def __eq__(self, other):
            return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

        def __hash__(self):
            return hash(self._key())


    def formatannotation(annotation, base_module=None):
        if isclass(annotation) and not isinstance(annotation, _types.GenericAlias):
            if annotation.__module__ in ('builtins', base_module):
                return annotation.__qualname__
            return f'{annotation.__module__}.{annotation.__qualname__}'
        return repr(annotation).replace('typing.', '')


    class BoundArguments:
        def __init__(self, signature, arguments):
            self.signature, self.arguments = signature, arguments

        def _split(self):
            positional, named, by_name = [], {}, False
            for name, parameter in self.signature.parameters.items():
                if name not in self.arguments:
                    by_name = True
                elif parameter.kind == Parameter.VAR_POSITIONAL:
                    positional.extend(self.arguments[name])
                elif parameter.kind == Parameter.VAR_KEYWORD:
                    named.update(self.arguments[name])
                elif parameter.kind == Parameter.KEYWORD_ONLY or by_name:
                    named[name] = self.arguments[name]
                else:
                    positional.append(self.arguments[name])
            return tuple(positional), named

        args = property(lambda self: self._split()[0])
        kwargs = property(lambda self: self._split()[1])

        def apply_defaults(self):
            missing = {Parameter.VAR_POSITIONAL: (), Parameter.VAR_KEYWORD: {}}
            made = {}
            for name, parameter in self.signature.parameters.items():
                if name in self.arguments:
                    made[name] = self.arguments[name]
                elif parameter.default is not _empty:
                    made[name] = parameter.default
                elif parameter.kind in missing:
                    made[name] = missing[parameter.kind]
            self.arguments = made

        def __repr__(self):
            shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
            return f'<{type(self).__name__} ({shown})>'

        def __eq__(self, other):
            if not isinstance(other, BoundArguments):
                return NotImplemented
            return self.signature == other.signature and self.arguments == other.arguments


    class Signature:
        empty = _empty

        def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
            self._parameters, last = {}, Parameter.POSITIONAL_ONLY
            for parameter in parameters or ():
                if parameter.kind < last:
                    raise ValueError(f'wrong parameter order: {last.description} parameter before '
                                     f'{parameter.kind.description} parameter')
                if parameter.name in self._parameters:
                    raise ValueError(f'duplicate parameter name: {parameter.name!r}')
                last = parameter.kind
                self._parameters[parameter.name] = parameter
            self._return_annotation = return_annotation

        parameters = property(lambda self: _types.MappingProxyType(self._parameters))
        return_annotation = property(lambda self: self._return_annotation)

        @classmethod
        def from_callable(cls, obj, *, follow_wrapped=True, **ignored):
            return signature(obj, follow_wrapped=follow_wrapped)

        def replace(self, *, parameters=None, return_annotation=None):
            return type(self)(self._parameters.values() if parameters is None else parameters,
                              return_annotation=self._return_annotation if return_annotation is None
                              else return_annotation)

        def bind(self, /, *args, **kwargs):
            return self._bound(args, kwargs, partial=False)

        def bind_partial(self, /, *args, **kwargs):
            return self._bound(args, kwargs, partial=True)

        def _bound(self, args, kwargs, partial):
            rest, named, arguments = list(args), dict(kwargs), {}
            for name, parameter in self._parameters.items():
                kind = parameter.kind
                if kind == Parameter.VAR_POSITIONAL:
                    if rest:
                        arguments[name], rest = tuple(rest), []
                elif kind == Parameter.VAR_KEYWORD:
                    continue
                elif rest and kind != Parameter.KEYWORD_ONLY:
                    if name in named and kind != Parameter.POSITIONAL_ONLY:
                        raise TypeError(f'multiple values for argument {name!r}')
                    arguments[name] = rest.pop(0)
                elif name in named and kind != Parameter.POSITIONAL_ONLY:
                    arguments[name] = named.pop(name)
                elif parameter.default is _empty and not partial:
                    raise TypeError(f'missing a required argument: {name!r}')
            if rest:
                raise TypeError('too many positional arguments')
            if named:
                keeper = next((name for name, parameter in self._parameters.items()
                               if parameter.kind == Parameter.VAR_KEYWORD), None)
                if keeper is None:
                    raise TypeError(f'got an unexpected keyword argument {next(iter(named))!r}')
                arguments[keeper] = named
            return BoundArguments(self, arguments)

        def __str__(self):
            return self.format()

        def format(self, *, max_width=None):
            shown, has_slash, needs_star = [], False, True
            for parameter in self._parameters.values():
                if parameter.kind == Parameter.POSITIONAL_ONLY:
                    has_slash = True
                elif has_slash:
                    shown.append('/')
                    has_slash = False
                if parameter.kind == Parameter.VAR_POSITIONAL:
                    needs_star = False
                elif parameter.kind == Parameter.KEYWORD_ONLY and needs_star:
                    shown.append('*')
                    needs_star = False
                shown.append(str(parameter))
            if has_slash:
                shown.append('/')
            text = f"({', '.join(shown)})"
            if self._return_annotation is not _empty:
                text += f' -> {formatannotation(self._return_annotation)}'
            return text

        def __repr__(self):
            return f'<{type(self).__name__} {self}>'

        def _key(self):
            positional = [p for p in self._parameters.values() if p.kind != Parameter.KEYWORD_ONLY]
            named = frozenset(p for p in self._parameters.values() if p.kind == Parameter.KEYWORD_ONLY)
            return tuple(positional), named, self._return_annotation

        def __eq__(self, other):
            return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

        def __hash__(self):
            return hash(self._key())


    def _of_function(function):
        code, hints = function.__code__, function.__annotations__
        positional, named_only = code.co_argcount, code.co_kwonlyargcount
        names, defaults = code.co_varnames, function.__defaults__ or ()
        parameters, first_default = [], positional - len(defaults)

        def add(name, kind, default=_empty):
            parameters.append(Parameter(name, kind, default=default, annotation=hints.get(name, _empty)))

        for place, name in enumerate(names[:positional]):
            kind = Parameter.POSITIONAL_ONLY if place < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD
            add(name, kind, defaults[place - first_default] if place >= first_default else _empty)
        extra = positional + named_only
        if code.co_flags & CO_VARARGS:
            add(names[extra], Parameter.VAR_POSITIONAL)
            extra += 1
        for name in names[positional:positional + named_only]:
            add(name, Parameter.KEYWORD_ONLY, (function.__kwdefaults__ or {}).get(name, _empty))
        if code.co_flags & CO_VARKEYWORDS:
            add(names[extra], Parameter.VAR_KEYWORD)
        return Signature(parameters, return_annotation=hints.get('return', _empty))


    def _without_first(made):
        parameters = list(made.parameters.values())
        if not parameters:
            raise ValueError('invalid method signature')
        if parameters[0].kind != Parameter.VAR_POSITIONAL:
            parameters.pop(0)
        return made.replace(parameters=parameters)


    def _of_partial(call):
        made = signature(call.func)
        bound = made.bind_partial(*call.args, **call.keywords)
        parameters, named_only = [], False
        for name, parameter in made.parameters.items():
            if name in call.keywords:
                parameter = parameter.replace(default=call.keywords[name], kind=Parameter.KEYWORD_ONLY)
                named_only = True
            elif name in bound.arguments and parameter.kind != Parameter.VAR_POSITIONAL:
                continue
            elif named_only and parameter.kind == Parameter.POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
            parameters.append(parameter)
        return made.replace(parameters=parameters)


    def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        if not callable(obj):
            raise TypeError(f'{obj!r} is not a callable object')
        if ismethod(obj):
            return _without_first(signature(obj.__func__))
        if follow_wrapped:
            obj = unwrap(obj, stop=lambda function: hasattr(function, '__signature__'))
        if isinstance(getattr(obj, '__signature__', None), Signature):
            return obj.__signature__
        if isfunction(obj):
            return _of_function(obj)
        if isinstance(obj, _functools.partial):
            return _of_partial(obj)
        if isclass(obj):
            for name in ('__new__', '__init__'):
                method = getattr_static(obj, name, None)
                function = getattr(method, '__func__', method)
                if isfunction(function):
                    return _without_first(signature(function))
            return Signature()
        text = getattr(obj, '__text_signature__', None)
        if text:
            made = _of_text(text)
            return _without_first(made) if isbuiltin(obj) and 'self' in made.parameters else made
        call = getattr(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(signature(call))
        raise ValueError(f'no signature found for builtin {obj!r}')


    def _of_text(text):
        """The signature of a built-in function, from its text; a default is known only where it is a plain literal."""
        import json
        known = {'None': None, 'True': True, 'False': False, '()': ()}
        parameters, kind = [], Parameter.POSITIONAL_OR_KEYWORD
        for part in filter(None, text.strip('()').replace(' ', '').split(',')):
            if part == '/':
                parameters = [parameter.replace(kind=Parameter.POSITIONAL_ONLY) for parameter in parameters]
            elif part == '*':
                kind = Parameter.KEYWORD_ONLY
            elif part.startswith('**'):
                parameters.append(Parameter(part[2:], Parameter.VAR_KEYWORD))
            elif part.startswith('*'):
                parameters.append(Parameter(part[1:], Parameter.VAR_POSITIONAL))
                kind = Parameter.KEYWORD_ONLY
            else:
                name, equals, default = part.lstrip('$').partition('=')
                try:
                    value = known[default] if default in known else json.loads(default) if equals else _empty
                except ValueError:
                    value = default.strip('\'"')
                parameters.append(Parameter(name, kind, default=value))
        return Signature(parameters)


    FullArgSpec = _collections.namedtuple(
        'FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


    def getfullargspec(func):
        function = getattr(func, '__func__', func)
        if not isfunction(function):
            raise TypeError('unsupported callable')
        code = function.__code__
        positional, total = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
        names, extra = code.co_varnames, list(code.co_varnames[total:])
        varargs = extra.pop(0) if code.co_flags & CO_VARARGS else None
        varkw = extra.pop(0) if code.co_flags & CO_VARKEYWORDS else None
        hints = dict(function.__annotations__)
        if 'return' in hints:
            hints = {'return': hints['return'], **hints}
        return FullArgSpec(list(names[:positional]), varargs, varkw, function.__defaults__,
                           list(names[positional:total]), function.__kwdefaults__, hints)


    ArgInfo = _collections.namedtuple('ArgInfo', 'args varargs keywords locals')


    def getgeneratorstate(generator):
        if generator.gi_running:
            return GEN_RUNNING
        if generator.gi_frame is None:
            return GEN_CLOSED
        return GEN_SUSPENDED if getattr(generator, 'gi_suspended', False) else GEN_CREATED


    GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
    """#
}
