// `multiprocessing.dummy`: refused, as everything that needs threads.

enum DummyLibrary {
  static let source: StaticString = #"""
    raise ImportError('multiprocessing.dummy runs threads, which ppd has not: use multiprocessing, whose names are the same')
    """#
}
