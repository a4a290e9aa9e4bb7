// `textwrap`.

enum TextwrapLibrary {
  static let source: StaticString = #"""
    from collections import deque
    from os.path import commonprefix

    __all__ = ['TextWrapper', 'dedent', 'fill', 'indent', 'shorten', 'wrap']

    _spaces = '\t\n\x0b\x0c\r '
    _to_blank = str.maketrans(dict.fromkeys(_spaces, ' '))


    class TextWrapper:
        """Breaks text into lines: as many pieces to a line as fit."""
        _usual = {
            'width': 70, 'initial_indent': '', 'subsequent_indent': '', 'expand_tabs': True,
            'replace_whitespace': True, 'fix_sentence_endings': False, 'break_long_words': True,
            'drop_whitespace': True, 'break_on_hyphens': True, 'tabsize': 8, 'max_lines': None,
            'placeholder': ' [...]',
        }

        def __init__(self, width=70, **options):
            for name in options:
                if name not in self._usual:
                    raise TypeError(f'TextWrapper.__init__() got an unexpected keyword argument {name!r}')
            vars(self).update(self._usual, width=width, **options)

        def fill(self, text):
            return '\n'.join(self.wrap(text))

        def wrap(self, text):
            self._check()
            pieces = deque(self._pieces(text))
            lines = []
            while pieces:
                indent = self.subsequent_indent if lines else self.initial_indent
                room = self.width - len(indent)
                line = self._take_line(pieces, room, bool(lines))
                if not line:
                    continue
                blank_rest = self.drop_whitespace and not ''.join(pieces).strip() or not pieces
                is_last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
                if is_last and not (blank_rest and sum(map(len, line)) <= room):
                    self._abbreviate(lines, line, indent, room)
                    break
                lines.append(indent + ''.join(line))
            return lines

        def _check(self):
            if self.width <= 0:
                raise ValueError(f'invalid width {self.width!r} (must be > 0)')
            if self.max_lines is not None:
                indent = self.initial_indent if self.max_lines <= 1 else self.subsequent_indent
                if len(indent + self.placeholder.lstrip()) > self.width:
                    raise ValueError('placeholder too large for max width')

        # Pieces: words, parts of words that end in a hyphen, dashes, and the spaces between

        def _pieces(self, text):
            if self.expand_tabs:
                text = text.expandtabs(self.tabsize)
            if self.replace_whitespace:
                text = text.translate(_to_blank)
            pieces = []
            for run in _runs(text):
                pieces += [run] if run[0] in _spaces or not self.break_on_hyphens else _parts(run)
            if self.fix_sentence_endings:
                for position, (piece, following) in enumerate(zip(pieces, pieces[1:]), 1):
                    if following == ' ' and _ends_sentence(piece):
                        pieces[position] = '  '
            return pieces

        # Lines

        def _take_line(self, pieces, room, follows):
            """Takes the pieces of the next line. `follows`: whether other lines come before it."""
            if follows and self.drop_whitespace and not pieces[0].strip():
                pieces.popleft()
            line = []
            left = room
            while pieces and len(pieces[0]) <= left:
                left -= len(pieces[0])
                line.append(pieces.popleft())
            if pieces and len(pieces[0]) > room:
                self._take_from_long(pieces, line, 1 if room < 1 else left)
            if self.drop_whitespace and line and not line[-1].strip():
                line.pop()
            return line

        def _take_from_long(self, pieces, line, left):
            """Of a piece that no line has room for, takes what fits here, or all of it where it must stay whole."""
            word = pieces[0]
            if self.break_long_words and left > 0:
                hyphen = word.rfind('-', 0, left) if self.break_on_hyphens and len(word) > left else -1
                end = hyphen + 1 if hyphen > 0 and word[:hyphen].strip('-') else left
                line.append(word[:end])
                pieces[0] = word[end:]
            elif not line:
                line.append(pieces.popleft())

        def _abbreviate(self, lines, line, indent, room):
            """Ends the last line that is allowed with the placeholder."""
            while line and not (line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= room):
                line.pop()
            before = lines[-1].rstrip() + self.placeholder if lines else None
            if line:
                lines.append(indent + ''.join(line) + self.placeholder)
            elif before is not None and len(before) <= self.width:
                lines[-1] = before
            else:
                lines.append(indent + self.placeholder.lstrip())


    def _runs(text):
        """The text cut where spaces begin and end."""
        start = 0
        for end in range(1, len(text) + 1):
            if end == len(text) or (text[end] in _spaces) != (text[start] in _spaces):
                yield text[start:end]
                start = end


    def _is_letter(char):
        return char.isalpha() or char == '_'


    def _parts(word):
        """A word cut after hyphens between letters, and around dashes."""
        parts = []
        start = index = 0
        while (index := word.find('-', index + 1, len(word) - 1)) > 0:
            end = len(word) - len(word[index:].lstrip('-'))
            if end - index > 1:
                if end < len(word) and (word[index - 1].isalnum() or word[index - 1] in '_!"\'&.,?'):
                    parts += word[start:index], word[index:end]
                    start = end
                index = end - 1
            elif _joins(word[start:index], word[end:]):
                parts.append(word[start:end])
                start = end
        return [part for part in parts + [word[start:]] if part]


    def _joins(before, after):
        """Whether a hyphen stands between two parts that may come to two lines."""
        return len(before) > 1 and len(after) > 1 and _is_letter(before[-1]) and _is_letter(after[0]) and (
            (_is_letter(before[-2]) or before[-2] == '-') and (_is_letter(after[1]) or after[1] == '-'))


    def _ends_sentence(piece):
        if piece[-1] in '"\'':
            piece = piece[:-1]
        return piece[-1:] in tuple('.!?') and 'a' <= piece[-2:-1] <= 'z'


    def wrap(text, width=70, **kwargs):
        return TextWrapper(width, **kwargs).wrap(text)


    def fill(text, width=70, **kwargs):
        return TextWrapper(width, **kwargs).fill(text)


    def shorten(text, width, **kwargs):
        return fill(' '.join(text.split()), width, max_lines=1, **kwargs)


    def indent(text, prefix, predicate=None):
        wanted = predicate or str.strip
        return ''.join((prefix if wanted(line) else '') + line for line in text.splitlines(keepends=True))


    def dedent(text):
        lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
        margin = commonprefix([line[:len(line) - len(line.lstrip(' \t'))] for line in lines if line])
        return '\n'.join(line[len(margin):] for line in lines)
    """#
}
