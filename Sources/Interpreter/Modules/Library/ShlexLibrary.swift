// The module `shlex`.

enum ShlexLibrary {
  static let source: StaticString = #"""
    import re as _re

    __all__ = ['shlex', 'split', 'quote', 'join']


    class shlex:
        """Words as a shell reads them."""

        def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
            self.instream, self.infile, self.posix = instream, infile, posix
            self._text = instream if isinstance(instream, str) else '' if instream is None else instream.read()
            self._place = 0
            self.commenters, self.whitespace, self.whitespace_split = '#', ' \t\r\n', False
            self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
            if posix:
                self.wordchars += ('ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ' 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ')
            self.quotes, self.escape, self.escapedquotes = '\'"', '\\', '"'
            self.punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
            if self.punctuation_chars:
                self.wordchars += '~-./*?='
            self.eof, self.lineno, self.token, self.debug = None if posix else '', 1, '', 0
            self._pushed = []

        def push_token(self, tok):
            self._pushed.insert(0, tok)

        def get_token(self):
            return self._pushed.pop(0) if self._pushed else self.read_token()

        def _next(self):
            letter = self._text[self._place:self._place + 1]
            self._place += len(letter)
            self.lineno += letter == '\n'
            return letter

        def _back(self):
            self._place -= 1
            self.lineno -= self._text[self._place] == '\n'

        def read_token(self):
            word = None
            while letter := self._next():
                if word is None and letter in self.whitespace:
                    continue
                if letter in self.commenters:
                    while letter not in ('', '\n'):
                        letter = self._next()
                    if word is not None and self.posix:
                        return word
                    if word:
                        return word
                    continue
                if letter in self.whitespace:
                    return word
                if self.posix and letter in self.escape:
                    word = (word or '') + self._escaped()
                elif letter in self.quotes and (self.posix or word is None or self.whitespace_split):
                    if self.posix:
                        word = (word or '') + self._quoted(letter)
                    elif word is None:
                        return self._plain_quoted(letter)
                    else:
                        word += letter
                elif letter in self.punctuation_chars:
                    if word is not None:
                        self._back()
                        return word
                    word = letter
                    while (letter := self._next()) and letter in self.punctuation_chars:
                        word += letter
                    if letter:
                        self._back()
                    return word
                elif letter in self.wordchars or self.whitespace_split or word is not None and letter in self.quotes:
                    word = (word or '') + letter
                else:
                    if word is not None:
                        self._back()
                        return word
                    return letter
            return self.eof if word is None else word

        def _escaped(self):
            letter = self._next()
            if not letter:
                raise ValueError('No escaped character')
            return letter

        def _quoted(self, quote):
            made = ''
            while letter := self._next():
                if letter == quote:
                    return made
                if letter in self.escape and quote in self.escapedquotes:
                    escaped = self._escaped()
                    made += escaped if escaped in self.escape or escaped == quote else letter + escaped
                else:
                    made += letter
            raise ValueError('No closing quotation')

        def _plain_quoted(self, quote):
            made = quote
            while letter := self._next():
                made += letter
                if letter == quote:
                    return made
            raise ValueError('No closing quotation')

        def __iter__(self):
            return self

        def __next__(self):
            token = self.get_token()
            if token == self.eof:
                raise StopIteration
            return token


    def split(s, comments=False, posix=True):
        if s is None:
            raise ValueError('s argument must not be None')
        words = shlex(s, posix=posix)
        words.whitespace_split = True
        if not comments:
            words.commenters = ''
        return list(words)


    def quote(s):
        if not s:
            return "''"
        if _re.search(r'[^\w@%+=:,./-]', s, _re.ASCII) is None:
            return s
        return "'" + s.replace("'", "'\"'\"'") + "'"


    def join(split_command):
        return ' '.join(map(quote, split_command))
    """#
}
