// The module `ast`, of which there is `literal_eval`.

enum AstLibrary {
  static let source: StaticString = #"""
    import re as _re

    __all__ = ['literal_eval']


    def literal_eval(node_or_string):
        """The value of a text that holds nothing but literals: texts, numbers, containers, truth values, None."""
        if not isinstance(node_or_string, str):
            raise ValueError(f'malformed node or string: {node_or_string!r}')
        text = node_or_string.lstrip(' \t')
        compile(text, '<unknown>', 'eval')
        return _Literal(text).whole()


    class _Literal:
        """Reads a text that is known to be an expression."""

        _tokens = _re.compile(r'''
            (?P<space> (?: [ \t\f\r\n]+ | [#][^\n]* | \\\n )+ )
            | (?P<text> [bBrRuU]{0,2} (?: """(?: [^\\] | \\. )*?""" | \'\'\'(?: [^\\] | \\. )*?\'\'\'
                                          | "(?: [^"\\\n] | \\. )*" | '(?: [^'\\\n] | \\. )*' ) )
            | (?P<number> 0[xX][0-9a-fA-F_]+ | 0[oO][0-7_]+ | 0[bB][01_]+
                          | (?: [0-9][0-9_]*\.?[0-9_]* | \.[0-9][0-9_]* ) (?: [eE][-+]?[0-9_]+ )? [jJ]? )
            | (?P<sign> \.\.\. | [-+(){}\[\],:] )
            | (?P<word> \w+ )
            | (?P<other> . )
            ''', _re.VERBOSE | _re.DOTALL)
        _words = {'None': None, 'True': True, 'False': False}

        def __init__(self, text):
            self.tokens = [(match.lastgroup, match.group(), match.start()) for match in self._tokens.finditer(text)
                           if match.lastgroup != 'space']
            self.tokens.append(('end', '', len(text)))
            self.text = text
            self.place = 0

        @property
        def token(self):
            return self.tokens[self.place][1]

        def malformed(self):
            line = self.text.count('\n', 0, self.tokens[self.place][2]) + 1
            what = self.text[self.tokens[self.place][2]:].strip() or self.text
            return ValueError(f'malformed node or string on line {line}: {what!r}')

        def accept(self, sign):
            if self.token != sign or self.tokens[self.place][0] not in ('sign', 'end'):
                return False
            self.place += 1
            return True

        def whole(self):
            value = self.items('')
            if self.tokens[self.place][0] != 'end':
                raise self.malformed()
            return value

        def items(self, closer):
            """A value, or a tuple where a comma says so."""
            values = [self.value()]
            while self.accept(','):
                if self.token == closer or self.tokens[self.place][0] == 'end':
                    return tuple(values)
                values.append(self.value())
            return tuple(values) if len(values) > 1 else values[0]

        def value(self):
            left = self.signed()
            while self.token in ('+', '-') and self.tokens[self.place][0] == 'sign':
                minus = self.token == '-'
                start = self.place
                self.place += 1
                right = self.operand()
                if type(left) not in (int, float) or type(right) is not complex:
                    self.place = start
                    raise self.malformed()
                left = left - right if minus else left + right
            return left

        def signed(self):
            for sign in '+-':
                start = self.place
                if self.accept(sign):
                    value = self.signed()
                    if type(value) not in (int, float, complex):
                        self.place = start
                        raise self.malformed()
                    return -value if sign == '-' else value
            return self.operand()

        def operand(self):
            kind, text, _ = self.tokens[self.place]
            if kind == 'number':
                self.place += 1
                return eval(text)
            if kind == 'text':
                pieces = []
                while self.tokens[self.place][0] == 'text':
                    pieces.append(eval(self.token))
                    self.place += 1
                return type(pieces[0])().join(pieces)
            if kind == 'word' and text in self._words:
                self.place += 1
                return self._words[text]
            following = [each[1] for each in self.tokens[self.place + 1:self.place + 3]]
            if kind == 'word' and text == 'set' and following == ['(', ')']:
                self.place += 3
                return set()
            if self.accept('...'):
                return ...
            if self.accept('('):
                return self.closed(')', lambda: () if self.token == ')' else self.items(')'))
            if self.accept('['):
                return self.closed(']', lambda: self.members(']'))
            if self.accept('{'):
                return self.closed('}', self.braced)
            raise self.malformed()

        def closed(self, closer, read):
            value = read()
            if not self.accept(closer):
                raise self.malformed()
            return value

        def members(self, closer):
            values = []
            while self.token != closer:
                values.append(self.value())
                if not self.accept(','):
                    break
            return values

        def braced(self):
            if self.token == '}':
                return {}
            first = self.value()
            if not self.accept(':'):
                return {first, *(self.members('}') if self.accept(',') else [])}
            values = {first: self.value()}
            while self.accept(',') and self.token != '}':
                key = self.value()
                if not self.accept(':'):
                    raise self.malformed()
                values[key] = self.value()
            return values


    def __getattr__(name):
        if name.startswith('__'):
            raise AttributeError(f"module 'ast' has no attribute {name!r}")
        raise AttributeError(f"module 'ast' has no attribute {name!r} (of ast, ppd has literal_eval)")
    """#
}
