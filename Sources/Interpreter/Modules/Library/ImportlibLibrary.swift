// The module `importlib`.

enum ImportlibLibrary {
  static let source: StaticString = #"""
    import sys as _sys

    __all__ = ['import_module', 'reload', 'invalidate_caches']


    def import_module(name, package=None):
        """The module of that name, imported if need be. A name that begins with dots is relative to the package."""
        level = len(name) - len(name.lstrip('.'))
        if level:
            if not package:
                raise TypeError("the 'package' argument is required to perform a relative import for " f'{name!r}')
            parents = package.split('.')
            if level > len(parents):
                raise ImportError('attempted relative import beyond top-level package')
            name = '.'.join(parents[:len(parents) - level + 1] + ([name[level:]] if name[level:] else []))
        __import__(name)
        return _sys.modules[name]


    def reload(module):
        """Imports a module anew; what holds the module sees its new contents."""
        name = getattr(module, '__name__', None)
        if not isinstance(module, type(_sys)):
            raise TypeError('reload() argument must be a module')
        if _sys.modules.get(name) is not module:
            raise ImportError(f'module {name} not in sys.modules', name=name)
        del _sys.modules[name]
        try:
            vars(module).update(vars(import_module(name)))
        finally:
            _sys.modules[name] = module
        return module


    def invalidate_caches():
        """Does nothing: folders are looked at anew with each import."""
    """#
}
