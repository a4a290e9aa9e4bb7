// The module `gc`.

enum GcLibrary {
  static let source: StaticString = #"""
    # ppd counts references: an object goes at once when nothing refers to it any more.
    __all__ = ['collect', 'disable', 'enable', 'isenabled', 'get_count', 'get_threshold', 'set_threshold', 'freeze',
               'unfreeze', 'get_freeze_count', 'is_tracked', 'garbage', 'callbacks']

    DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL = 1, 2, 4, 32
    DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL
    garbage, callbacks = [], []
    _enabled, _threshold, _debug = True, (2000, 10, 0), 0


    def enable():
        global _enabled
        _enabled = True


    def disable():
        global _enabled
        _enabled = False


    def isenabled():
        return _enabled


    def collect(generation=2):
        """Finds nothing, as there is no collector: what refers to itself stays until the program ends."""
        if not 0 <= generation <= 2:
            raise ValueError('invalid generation')
        return 0


    def get_count():
        return 0, 0, 0


    def get_threshold():
        return _threshold


    def set_threshold(threshold0, threshold1=10, threshold2=0):
        global _threshold
        _threshold = threshold0, threshold1, threshold2


    def set_debug(flags):
        global _debug
        _debug = flags


    def get_debug():
        return _debug


    def freeze():
        pass


    unfreeze = freeze


    def get_freeze_count():
        return 0


    def is_tracked(obj):
        return not isinstance(obj, (int, float, complex, str, bytes, type(None)))


    def get_stats():
        return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


    def _unknown(*arguments):
        raise NotImplementedError('ppd keeps no list of its objects')


    get_objects = get_referrers = get_referents = _unknown
    """#
}
