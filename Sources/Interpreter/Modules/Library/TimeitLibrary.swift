// The module `timeit`.

enum TimeitLibrary {
  static let source: StaticString = #"""
    import itertools as _itertools
    import textwrap as _textwrap
    import time as _time

    __all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

    default_timer = _time.perf_counter
    default_number, default_repeat = 1000000, 5


    def _as_function(code, name, namespace):
        """A statement given as text, as a function; one that is callable stays as it is."""
        if callable(code):
            return code
        if not isinstance(code, str):
            raise ValueError(f'{name} is neither a string nor callable')
        compile(code, '<timeit-src>', 'exec')
        return None


    class Timer:
        """Measures how long a statement takes: a text, or a function without parameters."""

        def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
            self.timer = timer
            namespace = globals if globals is not None else _caller_globals()
            local = {'_stmt': _as_function(stmt, 'stmt', namespace), '_setup': _as_function(setup, 'setup', namespace)}
            lines = {name: f'_{name}()' if callable(code) else code for name, code in (('stmt', stmt), ('setup', setup))}
            # The statement runs inside a function, where its variables cost as little as they would in a program.
            self.src = ('def inner(_it, _timer, _stmt=_stmt, _setup=_setup):\n'
                        + _textwrap.indent(lines['setup'], '    ')
                        + '\n    _t0 = _timer()\n    for _i in _it:\n'
                        + _textwrap.indent(lines['stmt'], '        ')
                        + '\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n')
            exec(self.src, namespace, local)
            self.inner = local['inner']

        def timeit(self, number=default_number):
            """The seconds that so many runs take together."""
            return self.inner(_itertools.repeat(None, number), self.timer)

        def repeat(self, repeat=default_repeat, number=default_number):
            return [self.timeit(number) for _ in range(repeat)]

        def autorange(self, callback=None):
            """How many runs take at least 0.2 seconds (1, 2, 5, 10, 20, 50 …), and how long."""
            for scale in _itertools.count():
                for step in 1, 2, 5:
                    number = step * 10 ** scale
                    taken = self.timeit(number)
                    if callback:
                        callback(number, taken)
                    if taken >= 0.2:
                        return number, taken

        def print_exc(self, file=None):
            import traceback
            traceback.print_exc(file=file)


    def _caller_globals():
        import __main__
        return vars(__main__)


    def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
        return Timer(stmt, setup, timer, globals).timeit(number)


    def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
        return Timer(stmt, setup, timer, globals).repeat(repeat, number)
    """#
}
