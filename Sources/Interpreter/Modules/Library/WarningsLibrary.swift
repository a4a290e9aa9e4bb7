// `warnings`.

enum WarningsLibrary {
  static let source: StaticString = #"""
    import sys

    filters = []
    _shown = set()
    defaultaction = 'default'


    class WarningMessage:
        def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
            vars(self).update(message=message, category=category, filename=filename, lineno=lineno, file=file,
                              line=line, source=source)


    def formatwarning(message, category, filename, lineno, line=None):
        text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
        return text + f'  {line.strip()}\n' if line else text


    def showwarning(message, category, filename, lineno, file=None, line=None):
        file = sys.stderr if file is None else file
        if file is not None:
            file.write(formatwarning(message, category, filename, lineno, line))


    def _action(category, text, module):
        for action, message, kind in filters:
            if issubclass(category, kind) and text.startswith(message):
                return action
        if issubclass(category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)):
            return 'default' if module == '__main__' and category is DeprecationWarning else 'ignore'
        return defaultaction


    def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
        if isinstance(message, Warning):
            category = type(message)
        elif category is None:
            category = UserWarning
        if not (isinstance(category, type) and issubclass(category, Warning)):
            raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
        filename, lineno, line, module = _caller(stacklevel)
        warn_explicit(message, category, filename, lineno, module, _line=line)


    def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None,
                      source=None, *, _line=None):
        text = str(message)
        if not isinstance(message, Warning):
            message = category(message)
        action = _action(category, text, module)
        if action == 'ignore':
            return
        if action == 'error':
            raise message
        if action != 'always':
            key = (text, category) if action == 'once' else (text, category, filename, lineno)
            if key in _shown:
                return
            _shown.add(key)
        if _recorders:
            _recorders[-1].append(WarningMessage(message, category, filename, lineno, line=_line))
        else:
            showwarning(message, category, filename, lineno, None, _line)


    def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
        if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
            raise ValueError(f'invalid action: {action!r}')
        filters.insert(len(filters) if append else 0, (action, message, category))


    def simplefilter(action, category=Warning, lineno=0, append=False):
        filterwarnings(action, '', category, '', lineno, append)


    def resetwarnings():
        filters.clear()


    _recorders = []


    class catch_warnings:
        def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
            self._record = record
            self._action = action
            self._category = category

        def __enter__(self):
            self._saved = filters[:]
            if self._action is not None:
                simplefilter(self._action, self._category)
            if self._record:
                log = []
                _recorders.append(log)
                return log

        def __exit__(self, *exc_info):
            filters[:] = self._saved
            if self._record:
                _recorders.pop()


    class deprecated:
        def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
            vars(self).update(message=message, category=category, stacklevel=stacklevel)

        def __call__(self, function, /):
            function.__deprecated__ = self.message
            return function
    """#
}
