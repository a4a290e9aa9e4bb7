// `textwrap`.

enum TextwrapLibrary {
  static let source: StaticString = #"""
    __all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

    _whitespace = '\t\n\x0b\x0c\r '


    class TextWrapper:
        def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                     replace_whitespace=True, fix_sentence_endings=False, break_long_words=True, drop_whitespace=True,
                     break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
            self.width = width
            self.initial_indent = initial_indent
            self.subsequent_indent = subsequent_indent
            self.expand_tabs = expand_tabs
            self.replace_whitespace = replace_whitespace
            self.fix_sentence_endings = fix_sentence_endings
            self.break_long_words = break_long_words
            self.drop_whitespace = drop_whitespace
            self.break_on_hyphens = break_on_hyphens
            self.tabsize = tabsize
            self.max_lines = max_lines
            self.placeholder = placeholder

        def _munge_whitespace(self, text):
            if self.expand_tabs:
                text = text.expandtabs(self.tabsize)
            if self.replace_whitespace:
                text = ''.join(' ' if char in _whitespace else char for char in text)
            return text

        def _split(self, text):
            """The words and the runs of spaces between them; words are cut after hyphens between letters."""
            chunks = []
            start = 0
            while start < len(text):
                end = start
                is_space = text[start] in _whitespace
                while end < len(text) and (text[end] in _whitespace) == is_space:
                    end += 1
                word = text[start:end]
                chunks.extend([word] if is_space or not self.break_on_hyphens else self._split_word(word))
                start = end
            return chunks

        def _split_word(self, word):
            is_letter = lambda char: char.isalpha() or char == '_'
            parts = []
            start = 0
            index = 1
            while index < len(word) - 1:
                if word[index] == '-':
                    run = index
                    while run < len(word) and word[run] == '-':
                        run += 1
                    if run - index >= 2:
                        # A dash stands by itself between two words.
                        before = word[index - 1]
                        if index > start and (before.isalnum() or before in '_!"\'&.,?') and run < len(word):
                            parts += [word[start:index], word[index:run]]
                            start = run
                        index = run
                        continue
                    letters_before = index - 2 >= start and is_letter(word[index - 1]) and (
                        is_letter(word[index - 2]) or word[index - 2] == '-')
                    after = word[index + 1:index + 3]
                    letters_after = len(after) == 2 and is_letter(after[0]) and (is_letter(after[1]) or after[1] == '-')
                    if letters_before and letters_after:
                        parts.append(word[start:index + 1])
                        start = index + 1
                index += 1
            parts.append(word[start:])
            return parts

        def _fix_sentence_endings(self, chunks):
            for index in range(len(chunks) - 1):
                word = chunks[index].rstrip('"\'')
                if chunks[index + 1] == ' ' and len(word) > 1 and word[-1] in '.!?' and word[-2].islower():
                    chunks[index + 1] = '  '

        def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
            space_left = 1 if width < 1 else width - cur_len
            if self.break_long_words and space_left > 0:
                end = space_left
                chunk = reversed_chunks[-1]
                if self.break_on_hyphens and len(chunk) > space_left:
                    hyphen = chunk.rfind('-', 0, space_left)
                    if hyphen > 0 and any(char != '-' for char in chunk[:hyphen]):
                        end = hyphen + 1
                cur_line.append(chunk[:end])
                reversed_chunks[-1] = chunk[end:]
            elif not cur_line:
                cur_line.append(reversed_chunks.pop())

        def _wrap_chunks(self, chunks):
            lines = []
            if self.width <= 0:
                raise ValueError('invalid width %r (must be > 0)' % self.width)
            if self.max_lines is not None:
                indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
                if len(indent) + len(self.placeholder.lstrip()) > self.width:
                    raise ValueError('placeholder too large for max width')
            chunks.reverse()
            while chunks:
                cur_line = []
                cur_len = 0
                indent = self.subsequent_indent if lines else self.initial_indent
                width = self.width - len(indent)
                if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                    del chunks[-1]
                while chunks:
                    length = len(chunks[-1])
                    if cur_len + length > width:
                        break
                    cur_line.append(chunks.pop())
                    cur_len += length
                if chunks and len(chunks[-1]) > width:
                    self._handle_long_word(chunks, cur_line, cur_len, width)
                    cur_len = sum(map(len, cur_line))
                if self.drop_whitespace and cur_line and cur_line[-1].strip() == '':
                    cur_len -= len(cur_line[-1])
                    del cur_line[-1]
                if cur_line:
                    rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
                    if (self.max_lines is None or len(lines) + 1 < self.max_lines
                            or rest_is_blank and cur_len <= width):
                        lines.append(indent + ''.join(cur_line))
                    else:
                        self._abbreviate(lines, cur_line, cur_len, width, indent)
                        break
            return lines

        def _abbreviate(self, lines, cur_line, cur_len, width, indent):
            while cur_line:
                if cur_line[-1].strip() and cur_len + len(self.placeholder) <= width:
                    cur_line.append(self.placeholder)
                    lines.append(indent + ''.join(cur_line))
                    return
                cur_len -= len(cur_line[-1])
                del cur_line[-1]
            if lines:
                previous = lines[-1].rstrip()
                if len(previous) + len(self.placeholder) <= self.width:
                    lines[-1] = previous + self.placeholder
                    return
            lines.append(indent + self.placeholder.lstrip())

        def wrap(self, text):
            chunks = self._split(self._munge_whitespace(text))
            if self.fix_sentence_endings:
                self._fix_sentence_endings(chunks)
            return self._wrap_chunks(chunks)

        def fill(self, text):
            return '\n'.join(self.wrap(text))


    def wrap(text, width=70, **kwargs):
        return TextWrapper(width=width, **kwargs).wrap(text)


    def fill(text, width=70, **kwargs):
        return TextWrapper(width=width, **kwargs).fill(text)


    def shorten(text, width, **kwargs):
        return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


    def dedent(text):
        margin = None
        lines = text.split('\n')
        for index, line in enumerate(lines):
            content = line.lstrip(' \t')
            if not content:
                lines[index] = ''
                continue
            indent = line[:len(line) - len(content)]
            if margin is None:
                margin = indent
            else:
                common = 0
                while common < min(len(margin), len(indent)) and margin[common] == indent[common]:
                    common += 1
                margin = margin[:common]
        if margin:
            lines = [line[len(margin):] for line in lines]
        return '\n'.join(lines)


    def indent(text, prefix, predicate=None):
        lines = text.splitlines(True)
        if predicate is None:
            predicate = lambda line: line.strip()
        return ''.join(prefix + line if predicate(line) else line for line in lines)
    """#
}
