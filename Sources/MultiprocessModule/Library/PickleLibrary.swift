// `pickle`: picklers and unpicklers of files.

enum PickleLibrary {
  static let source: StaticString = #"""
    class Pickler:
        """Writes pickles to a file. Subclasses say what is written instead of certain objects."""

        fast = False

        def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
            if not hasattr(file, 'write'):
                raise TypeError("file must have a 'write' attribute")
            self._file = file

        def dump(self, obj):
            self._file.write(_dump(obj, self))

        def persistent_id(self, obj):
            """What stands for an object in the pickle; None where the object itself does."""
            return None

        def clear_memo(self):
            """Does nothing: each pickle stands for itself."""


    class Unpickler:
        """Reads pickles from a file, one after the other."""

        def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
            if not (hasattr(file, 'read') and hasattr(file, 'readline')):
                raise TypeError("file must have 'read' and 'readline' attributes")
            self._file, self._rest = file, b''

        def load(self):
            data = self._rest + self._file.read()
            value, count = _load(data, self)
            self._rest = data[count:]
            # Who reads the file next begins behind the pickle.
            if self._rest and getattr(self._file, 'seekable', lambda: False)():
                self._file.seek(-len(self._rest), 1)
                self._rest = b''
            return value

        def find_class(self, module, name):
            """The class or function that a pickle names."""
            return _find_class(module, name)

        def persistent_load(self, pid):
            raise UnpicklingError('unsupported persistent id encountered')


    def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
        return Unpickler(file).load()

    """#
}
