// The parts of `functools` whose speed does not matter, in Python.

enum FunctoolsSource {
  static let text: StaticString = """
    def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        for name in assigned:
            try:
                value = getattr(wrapped, name)
            except AttributeError:
                continue
            setattr(wrapper, name, value)
        for name in updated:
            getattr(wrapper, name).update(getattr(wrapped, name, {}))
        wrapper.__wrapped__ = wrapped
        return wrapper


    def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


    # From each ordering operator, the others: by itself, by equality, and by negation.
    def _not(answer):
        return answer if answer is NotImplemented else not answer


    def _or_equal(operator):
        def compare(self, other):
            answer = getattr(type(self), operator)(self, other)
            if answer is NotImplemented:
                return answer
            return bool(answer) or self == other

        return compare


    def _not_and_unequal(operator):
        def compare(self, other):
            answer = getattr(type(self), operator)(self, other)
            if answer is NotImplemented:
                return answer
            return not answer and self != other

        return compare


    def _and_unequal(operator):
        def compare(self, other):
            answer = getattr(type(self), operator)(self, other)
            if answer is NotImplemented:
                return answer
            return bool(answer) and self != other

        return compare


    def _not_or_equal(operator):
        def compare(self, other):
            answer = getattr(type(self), operator)(self, other)
            if answer is NotImplemented:
                return answer
            return not answer or self == other

        return compare


    def _negated(operator):
        def compare(self, other):
            return _not(getattr(type(self), operator)(self, other))

        return compare


    _orderings = {
        "__lt__": {"__gt__": _not_and_unequal, "__le__": _or_equal, "__ge__": _negated},
        "__le__": {"__ge__": _not_or_equal, "__lt__": _and_unequal, "__gt__": _negated},
        "__gt__": {"__lt__": _not_and_unequal, "__ge__": _or_equal, "__le__": _negated},
        "__ge__": {"__le__": _not_or_equal, "__gt__": _and_unequal, "__lt__": _negated},
    }


    def total_ordering(cls):
        defined = {name for name in _orderings if getattr(cls, name, None) is not getattr(object, name, None)}
        if not defined:
            raise ValueError("must define at least one ordering operation: < > <= >=")
        root = next(name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in defined)
        for name, make in _orderings[root].items():
            if name not in defined:
                method = make(root)
                method.__name__ = name
                setattr(cls, name, method)
        return cls


    class cached_property:
        def __init__(self, func):
            self.func = func
            self.attrname = None
            self.__doc__ = func.__doc__
            self.__module__ = func.__module__

        def __set_name__(self, owner, name):
            if self.attrname is None:
                self.attrname = name
            elif name != self.attrname:
                raise TypeError(
                    "Cannot assign the same cached_property to two different names "
                    f"({self.attrname!r} and {name!r})."
                )

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            if self.attrname is None:
                raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
            try:
                cache = instance.__dict__
            except AttributeError:
                raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"to cache {self.attrname!r} property.") from None
            if self.attrname not in cache:
                cache[self.attrname] = self.func(instance)
            return cache[self.attrname]


    class partialmethod:
        def __init__(self, func, /, *args, **keywords):
            if not callable(func) and not hasattr(func, "__get__"):
                raise TypeError(f"{func!r} is not callable or a descriptor")
            self.func = func
            self.args = args
            self.keywords = keywords

        def __get__(self, obj, cls=None):
            function = self.func
            if hasattr(function, "__get__"):
                function = function.__get__(obj, cls)
                return partial(function, *self.args, **self.keywords)

            def method(self_, /, *args, **keywords):
                return self.func(self_, *self.args, *args, **{**self.keywords, **keywords})

            return partial(method, obj) if obj is not None else method


    # The classes that a class or a union of classes stands for; None for anything else.
    def _kinds(annotation):
        if isinstance(annotation, type):
            return [annotation]
        if not hasattr(annotation, "__args__"):
            return None
        import typing
        parts = typing.get_args(annotation)
        is_union = typing.get_origin(annotation) in (typing.Union, type(int | str))
        return list(parts) if is_union and all(isinstance(part, type) for part in parts) else None


    # What the first annotation of a function says that its first argument is.
    def _annotated_kind(func):
        if not getattr(func, "__annotations__", {}):
            raise TypeError(
                f"Invalid first argument to `register()`: {func!r}. "
                "Use either `@register(some_class)` or plain `@register` on an annotated function."
            )
        import typing
        name, kind = next(iter(typing.get_type_hints(getattr(func, "__func__", func)).items()))
        if _kinds(kind) is None:
            what = "not all arguments are classes" if hasattr(kind, "__args__") else "is not a class"
            raise TypeError(f"Invalid annotation for {name!r}. {kind!r} {what}.")
        return kind


    def singledispatch(func):
        registry = {object: func}

        def dispatch(cls):
            for base in cls.__mro__:
                if base is object:
                    break
                if base in registry:
                    return registry[base]
            for known in reversed(registry):
                if known is not object and issubclass(cls, known):
                    return registry[known]
            return registry[object]

        def register(cls, func=None):
            if _kinds(cls) is None:
                if func is not None:
                    raise TypeError(
                        f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
                func, cls = cls, _annotated_kind(cls)
            if func is None:
                return lambda func: register(cls, func)
            for kind in _kinds(cls):
                registry[kind] = func
            return func

        def wrapper(*args, **kw):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(type(args[0]))(*args, **kw)

        name = getattr(func, "__name__", "singledispatch function")
        wrapper.register = register
        wrapper.dispatch = dispatch
        wrapper.registry = registry
        update_wrapper(wrapper, func)
        return wrapper


    class singledispatchmethod:
        def __init__(self, func):
            self.dispatcher = singledispatch(func)
            self.func = func

        def register(self, cls, method=None):
            return self.dispatcher.register(cls, func=method)

        def __get__(self, obj, cls=None):
            def method(*args, **kwargs):
                function = self.dispatcher.dispatch(type(args[0]))
                return function.__get__(obj, cls)(*args, **kwargs)

            return method
    """
}
