// The module `copyreg`.

enum CopyregLibrary {
  static let source: StaticString = #"""
    __all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

    # How instances of a type are taken apart: type → function that returns what __reduce__ does.
    dispatch_table = {}


    def pickle(ob_type, pickle_function, constructor_ob=None):
        """Has `copy` and messages take instances of a type apart by a function."""
        if callable(pickle_function):
            dispatch_table.update({ob_type: pickle_function})
        else:
            raise TypeError('reduction functions must be callable')
        if constructor_ob is not None:
            constructor(constructor_ob)


    def constructor(object):
        """Nothing but a check: whatever can be called makes objects."""
        if not callable(object):
            raise TypeError('constructors must be callable')


    def __newobj__(cls, *arguments):
        return cls.__new__(cls, *arguments)
    """#
}
