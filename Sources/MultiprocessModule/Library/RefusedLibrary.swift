// Modules that cannot mean anything here: importing one says why.

enum RefusedLibrary {
  static let dummy: StaticString = #"""
    raise ImportError('multiprocessing.dummy runs threads, which ppd has not: use multiprocessing, whose names are the same')
    """#

  static let heap: StaticString = #"""
    raise ImportError(f'{__name__} is how CPython finds room for values and arrays: use multiprocessing.RawArray')
    """#

  static let starters: StaticString = #"""
    raise ImportError(f'{__name__} is how CPython starts processes; all of ppd start by fork: use multiprocessing.Process')
    """#

  static let sharer: StaticString = #"""
    raise ImportError(f'{__name__} sends descriptors, which stay in their process: open them before it starts')
    """#
}
