// The module `difflib`.

enum DifflibLibrary {
  static let source: StaticString = #"""
    import re as _re
    from collections import namedtuple as _namedtuple
    from heapq import nlargest as _nlargest

    __all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
               'context_diff', 'unified_diff', 'diff_bytes', 'Match']

    Match = _namedtuple('Match', 'a b size')


    class SequenceMatcher:
        """Finds the longest runs that two sequences share, and from these how alike the sequences are."""

        def __init__(self, isjunk=None, a='', b='', autojunk=True):
            self.isjunk, self.autojunk = isjunk, autojunk
            self.a = self.b = None
            self.set_seqs(a, b)

        def set_seqs(self, a, b):
            self.set_seq1(a)
            self.set_seq2(b)

        def set_seq1(self, a):
            if a is not self.a:
                self.a = a
                self._blocks = self._opcodes = None

        def set_seq2(self, b):
            if b is not self.b:
                self.b = b
                self._blocks = self._opcodes = self._counts = None
                self._index()

        def _index(self):
            """Notes where each member of b stands, but for junk and for what is too frequent to tell anything."""
            places = {}
            for j, member in enumerate(self.b):
                places.setdefault(member, []).append(j)
            self.bjunk = {m for m in places if self.isjunk(m)} if self.isjunk else set()
            for member in self.bjunk:
                del places[member]
            self.bpopular = set()
            if self.autojunk and len(self.b) >= 200:
                most = len(self.b) // 100 + 1
                self.bpopular = {m for m, at in places.items() if len(at) > most}
                for member in self.bpopular:
                    del places[member]
            self.b2j = places

        def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
            """The longest run that a[alo:ahi] and b[blo:bhi] share; of several the first in a, then the first in b."""
            a, b, junk = self.a, self.b, self.bjunk
            ahi = len(a) if ahi is None else ahi
            bhi = len(b) if bhi is None else bhi
            i, j, size = alo, blo, 0
            # Lengths of the runs that end at the present place of a, by their end in b.
            ending = {}
            for x in range(alo, ahi):
                runs = {}
                for y in self.b2j.get(a[x], ()):
                    if y >= bhi:
                        break
                    if y >= blo:
                        runs[y] = length = ending.get(y - 1, 0) + 1
                        if length > size:
                            i, j, size = x - length + 1, y - length + 1, length
                ending = runs
            # The run grows by neighbours that were left out of the index: the frequent ones first, junk only behind them.
            for is_wanted in (lambda member: member not in junk), (lambda member: member in junk):
                while i > alo and j > blo and is_wanted(b[j - 1]) and a[i - 1] == b[j - 1]:
                    i, j, size = i - 1, j - 1, size + 1
                while i + size < ahi and j + size < bhi and is_wanted(b[j + size]) and a[i + size] == b[j + size]:
                    size += 1
            return Match(i, j, size)

        def get_matching_blocks(self):
            if self._blocks is None:
                found, regions = [], [(0, len(self.a), 0, len(self.b))]
                while regions:
                    alo, ahi, blo, bhi = regions.pop()
                    i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
                    if not size:
                        continue
                    found.append(match)
                    if alo < i and blo < j:
                        regions.append((alo, i, blo, j))
                    if i + size < ahi and j + size < bhi:
                        regions.append((i + size, ahi, j + size, bhi))
                found.sort()
                joined = []
                for i, j, size in found:
                    if joined and joined[-1].a + joined[-1].size == i and joined[-1].b + joined[-1].size == j:
                        joined[-1] = joined[-1]._replace(size=joined[-1].size + size)
                    else:
                        joined.append(Match(i, j, size))
                self._blocks = joined + [Match(len(self.a), len(self.b), 0)]
            return self._blocks

        def get_opcodes(self):
            if self._opcodes is None:
                self._opcodes, i, j = [], 0, 0
                names = {(True, True): 'replace', (True, False): 'delete', (False, True): 'insert'}
                for block in self.get_matching_blocks():
                    if (i, j) != (block.a, block.b):
                        self._opcodes.append((names[i < block.a, j < block.b], i, block.a, j, block.b))
                    i, j = block.a + block.size, block.b + block.size
                    if block.size:
                        self._opcodes.append(('equal', block.a, i, block.b, j))
            return self._opcodes

        def get_grouped_opcodes(self, n=3):
            codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
            tag, i1, i2, j1, j2 = codes[0]
            if tag == 'equal':
                codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
            tag, i1, i2, j1, j2 = codes[-1]
            if tag == 'equal':
                codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
            group = []
            for tag, i1, i2, j1, j2 in codes:
                if tag == 'equal' and i2 - i1 > 2 * n:
                    yield group + [(tag, i1, i1 + n, j1, j1 + n)]
                    group, i1, j1 = [], i2 - n, j2 - n
                group.append((tag, i1, i2, j1, j2))
            if group and [code[0] for code in group] != ['equal']:
                yield group

        def _share(self, common):
            total = len(self.a) + len(self.b)
            return 2.0 * common / total if total else 1.0

        def ratio(self):
            return self._share(sum(block.size for block in self.get_matching_blocks()))

        def quick_ratio(self):
            """An upper bound of ratio(): how many members both have, wherever they stand."""
            if self._counts is None:
                self._counts = {}
                for member in self.b:
                    self._counts[member] = self._counts.get(member, 0) + 1
            left, common = dict(self._counts), 0
            for member in self.a:
                if left.get(member, 0) > 0:
                    left[member] -= 1
                    common += 1
            return self._share(common)

        def real_quick_ratio(self):
            return self._share(min(len(self.a), len(self.b)))


    def get_close_matches(word, possibilities, n=3, cutoff=0.6):
        """The best n of the possibilities that are at least as alike as the cutoff says, best first."""
        if not n > 0:
            raise ValueError('n must be > 0: %r' % (n,))
        if not 0.0 <= cutoff <= 1.0:
            raise ValueError('cutoff must be in [0.0, 1.0]: %r' % (cutoff,))
        matcher, scored = SequenceMatcher(b=word), []
        for candidate in possibilities:
            matcher.set_seq1(candidate)
            if all(bound() >= cutoff for bound in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)):
                scored.append((matcher.ratio(), candidate))
        return [candidate for _, candidate in _nlargest(n, scored)]


    def IS_LINE_JUNK(line, pat=None):
        return _re.fullmatch(r'\s*#?\s*', line) is not None if pat is None else pat(line) is not None


    def IS_CHARACTER_JUNK(ch, ws=' \t'):
        return ch in ws


    class Differ:
        """Compares texts line by line, and alike lines character by character."""

        def __init__(self, linejunk=None, charjunk=None):
            self.linejunk, self.charjunk = linejunk, charjunk

        def compare(self, a, b):
            for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
                if tag == 'equal':
                    yield from _marked(' ', a[i1:i2])
                elif tag == 'replace':
                    yield from self._replaced(a, i1, i2, b, j1, j2)
                else:
                    yield from _marked('-', a[i1:i2])
                    yield from _marked('+', b[j1:j2])

        def _replaced(self, a, i1, i2, b, j1, j2):
            """Shows the pairs of lines that are alike next to each other, and the others as gone and come."""
            for i, j in self._pairs(a, i1, i2, b, j1, j2):
                yield from _exchanged(a[i1:i], b[j1:j])
                i1, j1 = i + 1, j + 1
                yield from self._pair(a[i], b[j])
            yield from _exchanged(a[i1:i2], b[j1:j2])

        def _pairs(self, a, i1, i2, b, j1, j2):
            """Places of the lines to be shown as pairs: in each stretch the two most alike, and so on beside them."""
            if i1 >= i2 or j1 >= j2:
                return []
            matcher, best = SequenceMatcher(self.charjunk), (0.75 - 1e-5, None)
            same = None
            for j in range(j1, j2):
                matcher.set_seq2(b[j])
                for i in range(i1, i2):
                    if a[i] == b[j]:
                        same = same or (i, j)
                        continue
                    matcher.set_seq1(a[i])
                    if (matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]
                            and matcher.ratio() > best[0]):
                        best = matcher.ratio(), (i, j)
            pair = best[1] or same
            if pair is None:
                return []
            i, j = pair
            return self._pairs(a, i1, i, b, j1, j) + [pair] + self._pairs(a, i + 1, i2, b, j + 1, j2)

        def _pair(self, old, new):
            if old == new:
                yield '  ' + old
                return
            under_old = under_new = ''
            for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
                marks = {'replace': '^^', 'delete': '- ', 'insert': ' +', 'equal': '  '}[tag]
                under_old += marks[0] * (i2 - i1)
                under_new += marks[1] * (j2 - j1)
            yield '- ' + old
            yield from _hint(old, under_old)
            yield '+ ' + new
            yield from _hint(new, under_new)


    def _marked(mark, lines):
        return (f'{mark} {line}' for line in lines)


    def _exchanged(old, new):
        """The shorter side first, so that it is nearer to what stands before."""
        sides = [_marked('-', old), _marked('+', new)]
        for side in reversed(sides) if len(new) < len(old) and new else sides:
            yield from side


    def _hint(line, marks):
        """The line under a changed one; white space stands under white space."""
        if marks.strip():
            kept = [mark if mark != ' ' or not char.isspace() else char for char, mark in zip(line, marks)]
            yield '? ' + ''.join(kept).rstrip() + '\n'


    def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        return Differ(linejunk, charjunk).compare(a, b)


    def restore(delta, which):
        try:
            mark = {1: '- ', 2: '+ '}[int(which)]
        except KeyError:
            raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
        for line in delta:
            if line[:2] in ('  ', mark):
                yield line[2:]


    def _check_lines(a, b, *names):
        for lines in a, b:
            if lines and not isinstance(lines[0], str):
                raise TypeError('lines to compare must be str, not %s (%r)' % (type(lines[0]).__name__, lines[0]))
        for name in names:
            if not isinstance(name, str):
                raise TypeError('all arguments must be str, not: %r' % (name,))


    def _file_line(mark, name, date, lineterm):
        return f'{mark} {name}\t{date}{lineterm}' if date else f'{mark} {name}{lineterm}'


    def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
        _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

        def span(start, stop):
            if stop - start == 1:
                return str(start + 1)
            return f'{start + 1 if stop > start else start},{stop - start}'

        for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
            if number == 0:
                yield _file_line('---', fromfile, fromfiledate, lineterm)
                yield _file_line('+++', tofile, tofiledate, lineterm)
            yield '@@ -{} +{} @@{}'.format(span(group[0][1], group[-1][2]), span(group[0][3], group[-1][4]), lineterm)
            for tag, i1, i2, j1, j2 in group:
                if tag == 'equal':
                    yield from (' ' + line for line in a[i1:i2])
                else:
                    yield from ('-' + line for line in a[i1:i2])
                    yield from ('+' + line for line in b[j1:j2])


    def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
        _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

        def span(start, stop):
            return f'{start + 1},{stop}' if stop - start > 1 else str(start + (stop > start))

        def side(lines, group, gone, first):
            if any(code[0] in ('replace', gone) for code in group):
                marks = {'equal': '  ', 'replace': '! ', 'delete': '- ', 'insert': '+ '}
                for code in group:
                    if code[0] in ('equal', 'replace', gone):
                        yield from (marks[code[0]] + line for line in lines[code[first]:code[first + 1]])

        for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
            if number == 0:
                yield _file_line('***', fromfile, fromfiledate, lineterm)
                yield _file_line('---', tofile, tofiledate, lineterm)
            yield '***************' + lineterm
            yield f'*** {span(group[0][1], group[-1][2])} ****{lineterm}'
            yield from side(a, group, 'delete', 1)
            yield f'--- {span(group[0][3], group[-1][4])} ----{lineterm}'
            yield from side(b, group, 'insert', 3)


    def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
        def text(data):
            try:
                return data.decode('ascii', 'surrogateescape')
            except AttributeError:
                raise TypeError('all arguments must be bytes, not %s (%r)' % (type(data).__name__, data)) from None

        words = map(text, (fromfile, tofile, fromfiledate, tofiledate))
        for line in dfunc([text(x) for x in a], [text(x) for x in b], *words, n, text(lineterm)):
            yield line.encode('ascii', 'surrogateescape')
    """#
}
