// The module `inspect`.

enum InspectLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import enum as _enum
    import functools as _functools
    import linecache as _linecache
    import sys as _sys
    import types as _types

    CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32


    class _empty:
        """Stands for what a parameter does not have."""


    # Kinds of objects

    ismodule = lambda object: isinstance(object, _types.ModuleType)
    isclass = lambda object: isinstance(object, type)
    ismethod = lambda object: isinstance(object, _types.MethodType)
    isfunction = lambda object: isinstance(object, _types.FunctionType)
    isgenerator = lambda object: isinstance(object, _types.GeneratorType)
    isbuiltin = lambda object: isinstance(object, _types.BuiltinFunctionType)
    istraceback = lambda object: isinstance(object, _types.TracebackType)
    iscode = lambda object: isfunction(_plain) and isinstance(object, type(_plain.__code__))
    iscoroutine = iscoroutinefunction = isawaitable = isasyncgen = isasyncgenfunction = lambda object: False
    isframe = lambda object: isinstance(object, _types.FrameType)


    def _plain():
        pass


    def isroutine(object):
        return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
                or isinstance(object, _types.MethodWrapperType))


    def ismethoddescriptor(object):
        return isinstance(object, (_types.MethodDescriptorType, _types.WrapperDescriptorType))


    def isdatadescriptor(object):
        return not isclass(object) and (hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))


    def isgetsetdescriptor(object):
        return False


    def isgeneratorfunction(object):
        while isinstance(object, _functools.partial):
            object = object.func
        function = getattr(object, '__func__', object)
        return isfunction(function) and bool(function.__code__.co_flags & CO_GENERATOR)


    def isabstract(object):
        return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


    def getmembers(object, predicate=None):
        found = []
        for name in dir(object):
            try:
                value = getattr(object, name)
            except AttributeError:
                continue
            if predicate is None or predicate(value):
                found.append((name, value))
        return sorted(found, key=lambda pair: pair[0])


    getmembers_static = getmembers


    def getattr_static(obj, attr, default=_empty):
        places = list(obj.__mro__) if isclass(obj) else [obj, *type(obj).__mro__]
        for place in places:
            if attr in getattr(place, '__dict__', {}):
                return place.__dict__[attr]
        if default is _empty:
            raise AttributeError(attr)
        return default


    def getmro(cls):
        return cls.__mro__


    # Documentation and source

    def cleandoc(doc):
        lines = doc.expandtabs().split('\n')
        margins = [len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')]
        margin = min(margins, default=0)
        lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        return '\n'.join(lines)


    def getdoc(object):
        doc = getattr(object, '__doc__', None)
        if doc is None and isclass(object):
            doc = next((base.__doc__ for base in object.__mro__[1:-1] if base.__doc__), None)
        return cleandoc(doc) if isinstance(doc, str) else None


    def getmodule(object, _filename=None):
        return object if ismodule(object) else _sys.modules.get(getattr(object, '__module__', None))


    def unwrap(func, *, stop=None):
        seen = {id(func)}
        while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
            func = func.__wrapped__
            if id(func) in seen:
                raise ValueError(f'wrapper loop when unwrapping {func!r}')
            seen.add(id(func))
        return func


    def getfile(object):
        if ismodule(object):
            if getattr(object, '__file__', None):
                return object.__file__
            raise TypeError(f'{object!r} is a built-in module')
        if isclass(object):
            module = _sys.modules.get(object.__module__)
            if getattr(module, '__file__', None):
                return module.__file__
            raise TypeError(f'{object!r} is a built-in class')
        function = getattr(object, '__func__', object)
        code = getattr(function, '__code__', function)
        if not iscode(code):
            raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                            f'{type(object).__name__}')
        return code.co_filename


    def getsourcefile(object):
        return getfile(object)


    def getsourcelines(object):
        try:
            with open(getfile(object)) as file:
                lines = file.read().splitlines(True)
        except OSError:
            raise OSError('could not get source code') from None
        object = unwrap(object)
        if ismodule(object):
            return lines, 0
        if isclass(object):
            name = object.__qualname__.rpartition('.')[2]
            starts = [place for place, line in enumerate(lines)
                      if line.split('(')[0].split(':')[0].split() == ['class', name]]
            if not starts:
                raise OSError('could not find class definition')
            start = starts[0]
            while start and lines[start - 1].lstrip().startswith('@'):
                start -= 1
        else:
            function = getattr(object, '__func__', object)
            start = getattr(function, '__code__', function).co_firstlineno - 1
        return _block(lines, start), start + 1


    def _block(lines, start):
        """The lines of the definition that begins in a line, its decorators included."""
        def depth(line):
            return len(line) - len(line.lstrip())

        margin, end, in_head = depth(lines[start]), start, True
        for place in range(start, len(lines)):
            text = lines[place].strip()
            if in_head:
                end = place + 1
                in_head = not text.split('#')[0].rstrip().endswith(':') and not text.startswith(('def ', 'class ')) or (
                    text.startswith(('def ', 'class ')) and ':' not in text.rpartition(')')[2] and '(' in text)
            elif text and not text.startswith('#'):
                if depth(lines[place]) <= margin:
                    break
                end = place + 1
        return lines[start:end]


    def getsource(object):
        return ''.join(getsourcelines(object)[0])


    # Frames

    Traceback = _collections.namedtuple('Traceback', 'filename lineno function code_context index')
    FrameInfo = _collections.namedtuple('FrameInfo', ('frame', *Traceback._fields))


    def currentframe():
        return _sys._getframe(1)


    def getframeinfo(frame, context=1):
        """Where a frame, or the frame of a traceback, is, with that many source lines around it."""
        lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
        frame = frame.tb_frame if istraceback(frame) else frame
        filename = frame.f_code.co_filename
        lines = _linecache.getlines(filename)
        start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
        found = bool(lines) and context > 0
        return Traceback(filename, lineno, frame.f_code.co_name, lines[start:start + context] if found else None,
                         lineno - 1 - start if found else None)


    def getouterframes(frame, context=1):
        infos = []
        while frame is not None:
            infos.append(FrameInfo(frame, *getframeinfo(frame, context)))
            frame = frame.f_back
        return infos


    def getinnerframes(tb, context=1):
        infos = []
        while tb is not None:
            infos.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
            tb = tb.tb_next
        return infos


    def stack(context=1):
        return getouterframes(_sys._getframe(1), context)


    def trace(context=1):
        return getinnerframes(_sys.exception().__traceback__, context)


    def getargvalues(frame):
        code = frame.f_code
        names = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]
        return ArgInfo(list(names), None, None, frame.f_locals)


    ArgInfo = _collections.namedtuple('ArgInfo', 'args varargs keywords locals')
    """#
}
