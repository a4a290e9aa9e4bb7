// The module `cmd`: interpreters of lines of commands.

enum CmdLibrary {
  static let source: StaticString = #"""
    import string
    import sys

    __all__ = ['Cmd']

    PROMPT = '(Cmd) '
    IDENTCHARS = string.ascii_letters + string.digits + '_'


    class Cmd:
        """Reads lines; the method do_NAME carries out the command NAME."""

        prompt = PROMPT
        identchars = IDENTCHARS
        ruler = '='
        lastcmd = ''
        intro = None
        doc_leader = ''
        doc_header = 'Documented commands (type help <topic>):'
        misc_header = 'Miscellaneous help topics:'
        undoc_header = 'Undocumented commands:'
        nohelp = '*** No help on %s'
        use_rawinput = 1

        def __init__(self, completekey='tab', stdin=None, stdout=None):
            self.stdin, self.stdout = stdin or sys.stdin, stdout or sys.stdout
            self.cmdqueue, self.completekey = [], completekey

        def _say(self, *texts):
            for text in texts:
                self.stdout.write(f'{text}\n')

        # The loop

        def cmdloop(self, intro=None):
            """Carries out lines until a command returns something true."""
            self.preloop()
            if intro is not None:
                self.intro = intro
            if self.intro:
                self._say(self.intro)
            ends = None
            while not ends:
                line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._next_line())
                ends = self.postcmd(self.onecmd(line), line)
            self.postloop()

        def _next_line(self):
            """The next line; the word EOF where there is none."""
            if self.use_rawinput:
                try:
                    return input(self.prompt)
                except EOFError:
                    return 'EOF'
            self.stdout.write(self.prompt)
            self.stdout.flush()
            line = self.stdin.readline()
            return line.rstrip('\r\n') if line else 'EOF'

        def precmd(self, line):
            return line

        def postcmd(self, stop, line):
            return stop

        def preloop(self):
            pass

        def postloop(self):
            pass

        # One command

        def parseline(self, line):
            """(command, argument, line): `?` is help, `!` is shell where there is a do_shell."""
            line = line.strip()
            sign = line[:1]
            if not sign or sign == '!' and not hasattr(self, 'do_shell'):
                return None, None, line
            line = {'?': 'help ', '!': 'shell '}.get(sign, sign) + line[1:]
            rest = line.lstrip(self.identchars)
            return line[:len(line) - len(rest)], rest.strip(), line

        def onecmd(self, line):
            command, argument, line = self.parseline(line)
            if not line:
                return self.emptyline()
            self.lastcmd = '' if line == 'EOF' else line
            method = getattr(self, f'do_{command}', None) if command else None
            return method(argument) if method else self.default(line)

        def emptyline(self):
            return self.onecmd(self.lastcmd) if self.lastcmd else None

        def default(self, line):
            self._say(f'*** Unknown syntax: {line}')

        # Completion

        def completedefault(self, *ignored):
            return []

        def get_names(self):
            return dir(type(self))

        def completenames(self, text, *ignored):
            return [name[3:] for name in self.get_names() if name.startswith(f'do_{text}')]

        def complete_help(self, *args):
            topics = {name[5:] for name in self.get_names() if name.startswith('help_' + args[0])}
            return list(topics | set(self.completenames(*args)))

        # Help

        def do_help(self, arg):
            """Lists the commands, or explains one of them: help NAME"""
            if not arg:
                self._help_overview()
            elif explain := getattr(self, f'help_{arg}', None):
                explain()
            else:
                text = getattr(getattr(self, f'do_{arg}', None), '__doc__', None)
                self._say(_unindented(text) if text else self.nohelp % arg)

        def _help_overview(self):
            names = self.get_names()
            topics = {name[5:] for name in names if name.startswith('help_')}
            commands = sorted({name[3:] for name in names if name.startswith('do_')})
            documented = [name for name in commands if name in topics or getattr(self, f'do_{name}').__doc__]
            self._say(self.doc_leader)
            self.print_topics(self.doc_header, documented, 15, 80)
            self.print_topics(self.misc_header, sorted(topics.difference(commands)), 15, 80)
            self.print_topics(self.undoc_header, [name for name in commands if name not in documented], 15, 80)

        def print_topics(self, header, cmds, cmdlen, maxcol):
            if cmds:
                self._say(header)
                if self.ruler:
                    self._say(self.ruler * len(header))
                self.columnize(cmds, maxcol - 1)
                self._say('')

        def columnize(self, list, displaywidth=80):
            """Writes words in columns, as few rows as the width allows."""
            if not list:
                self._say('<empty>')
                return
            strange = [str(place) for place, word in enumerate(list) if not isinstance(word, str)]
            if strange:
                raise TypeError('list[i] not a string for i in ' + ', '.join(strange))
            for rows in range(1, len(list) + 1):
                columns = [list[start:start + rows] for start in range(0, len(list), rows)]
                widths = [max(map(len, column)) for column in columns]
                if sum(widths) + 2 * (len(widths) - 1) <= displaywidth or rows == len(list):
                    break
            for row in range(rows):
                words = [column[row].ljust(width) for column, width in zip(columns, widths) if row < len(column)]
                self._say('  '.join(words).rstrip() if len(columns) == 1 else '  '.join(words))


    def _unindented(text):
        from inspect import cleandoc
        return cleandoc(text)
    """#
}
