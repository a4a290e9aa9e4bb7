// The module `linecache`.

enum LinecacheLibrary {
  static let source: StaticString = #"""
    import os as _os
    import sys as _sys

    __all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

    # A file's lines and what it looked like when they were read: path → (size, time, lines).
    cache = {}


    def getline(filename, lineno, module_globals=None):
        """A line with its end, '' where there is none."""
        lines = getlines(filename, module_globals)
        return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


    def getlines(filename, module_globals=None):
        if filename not in cache:
            updatecache(filename, module_globals)
        return cache[filename][2] if filename in cache else []


    def updatecache(filename, module_globals=None):
        """Reads a file anew, also from the folders of modules. The lines, [] if there is no such file."""
        cache.pop(filename, None)
        folders = [''] if _os.path.isabs(filename) else ['', *_sys.path]
        for folder in folders:
            path = _os.path.join(folder, filename)
            try:
                found = _os.stat(path)
                with open(path, encoding='utf-8') as file:
                    lines = file.readlines()
            except (OSError, ValueError):
                continue
            if lines and not lines[-1].endswith('\n'):
                lines[-1] += '\n'
            cache[filename] = found.st_size, found.st_mtime, lines
            return lines
        return []


    def checkcache(filename=None):
        """Forgets what has changed on disk since it was read."""
        for name in [filename] if filename in cache else list(cache) if filename is None else []:
            size, time, _ = cache[name]
            try:
                found = _os.stat(name)
            except OSError:
                del cache[name]
            else:
                if (found.st_size, found.st_mtime) != (size, time):
                    del cache[name]


    def clearcache():
        cache.clear()


    def lazycache(filename, module_globals):
        return False
    """#
}
