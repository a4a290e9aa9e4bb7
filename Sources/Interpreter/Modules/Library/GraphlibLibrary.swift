// The module `graphlib`.

enum GraphlibLibrary {
  static let source: StaticString = #"""
    __all__ = ['TopologicalSorter', 'CycleError']


    class CycleError(ValueError):
        """The second argument is the cycle: nodes, each before one that depends on it, and the first again last."""


    class TopologicalSorter:
        """Nodes in an order in which each comes after those that it depends on."""

        def __init__(self, graph=None):
            # node → its predecessors, and node → those that wait for it; both in the order in which nodes were named.
            self._predecessors = {}
            self._successors = {}
            self._waiting = None
            for node, predecessors in (graph or {}).items():
                self.add(node, *predecessors)

        def add(self, node, *predecessors):
            if self._waiting is not None:
                raise ValueError('Nodes cannot be added after a call to prepare()')
            for each in (node, *predecessors):
                self._predecessors.setdefault(each, [])
                self._successors.setdefault(each, [])
            for each in predecessors:
                self._predecessors[node].append(each)
                self._successors[each].append(node)

        def prepare(self):
            if self._waiting is not None:
                raise ValueError('cannot prepare() more than once')
            self._waiting = {node: len(before) for node, before in self._predecessors.items()}
            self._ready = [node for node, count in self._waiting.items() if not count]
            self._out = set()
            self._done = set()
            cycle = self._find_cycle()
            if cycle:
                raise CycleError('nodes are in a cycle', cycle)

        def _find_cycle(self):
            finished = set()
            for start in self._successors:
                path, places, stack = [], {}, [(start, iter(self._successors[start]))]
                if start in finished:
                    continue
                path.append(start)
                places[start] = 0
                while stack:
                    node, following = stack[-1]
                    step = next((each for each in following if each not in finished), None)
                    if step is None:
                        stack.pop()
                        path.pop()
                        del places[node]
                        finished.add(node)
                    elif step in places:
                        return path[places[step]:] + [step]
                    else:
                        places[step] = len(path)
                        path.append(step)
                        stack.append((step, iter(self._successors[step])))
            return None

        def _check_prepared(self):
            if self._waiting is None:
                raise ValueError('prepare() must be called first')

        def get_ready(self):
            self._check_prepared()
            ready = tuple(self._ready)
            self._ready.clear()
            self._out.update(ready)
            return ready

        def is_active(self):
            self._check_prepared()
            return bool(self._ready) or len(self._done) < len(self._out)

        __bool__ = is_active

        def done(self, *nodes):
            self._check_prepared()
            for node in nodes:
                if node not in self._waiting:
                    raise ValueError(f'node {node!r} was not added using add()')
                if node not in self._out:
                    raise ValueError(f'node {node!r} was not passed out (still not ready)')
                if node in self._done:
                    raise ValueError(f'node {node!r} was already marked done')
                self._done.add(node)
                for each in self._successors[node]:
                    self._waiting[each] -= 1
                    if not self._waiting[each]:
                        self._ready.append(each)

        def static_order(self):
            self.prepare()
            while self.is_active():
                nodes = self.get_ready()
                yield from nodes
                self.done(*nodes)

        def __class_getitem__(cls, item):
            return cls
    """#
}
