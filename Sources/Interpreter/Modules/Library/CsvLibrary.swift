// The module `csv`.

enum CsvLibrary {
  static let source: StaticString = #"""
    import io as _io

    __all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL',
               'Error', 'Dialect', 'excel', 'excel_tab', 'unix_dialect', 'field_size_limit', 'reader', 'writer',
               'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect', 'DictReader',
               'DictWriter']

    QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


    class Error(Exception):
        pass


    class Dialect:
        delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

        def __init__(self):
            try:
                _Format(self)
            except TypeError as failure:
                raise Error(str(failure)) from None


    class excel(Dialect):
        delimiter, quotechar, doublequote, skipinitialspace = ',', '"', True, False
        lineterminator, quoting = '\r\n', QUOTE_MINIMAL


    class excel_tab(excel):
        delimiter = '\t'


    class unix_dialect(excel):
        lineterminator, quoting = '\n', QUOTE_ALL


    _STANDARD = dict(delimiter=',', doublequote=True, escapechar=None, lineterminator='\r\n', quotechar='"',
                     quoting=QUOTE_MINIMAL, skipinitialspace=False, strict=False)


    class _Format:
        """The settings of a dialect, checked."""

        def __init__(self, dialect=None, **given):
            if isinstance(dialect, str):
                dialect = get_dialect(dialect)
            for name in given:
                if name not in _STANDARD:
                    raise TypeError(f"this function got an unexpected keyword argument '{name}'")
            for name, value in _STANDARD.items():
                own = getattr(dialect, name, None)
                is_given = own is not None or hasattr(dialect, name) and name in ('quotechar', 'escapechar')
                setattr(self, name, given[name] if name in given else own if is_given else value)
            if not isinstance(self.quoting, int) or not 0 <= self.quoting <= 5:
                raise TypeError('bad "quoting" value' if isinstance(self.quoting, int) else
                                f'"quoting" must be an integer, not {type(self.quoting).__name__}')
            for name in ('delimiter', 'quotechar', 'escapechar'):
                self._check(name, getattr(self, name))
            if not isinstance(self.lineterminator, str):
                raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
            if self.quotechar is None and self.quoting != QUOTE_NONE:
                if 'quoting' in given or getattr(dialect, 'quoting', None) is not None:
                    raise TypeError('quotechar must be set if quoting enabled')
                self.quoting = QUOTE_NONE

        @staticmethod
        def _check(name, value):
            if value is None and name != 'delimiter':
                return
            if not isinstance(value, str):
                allowed = 'string' if name == 'delimiter' else 'string or None'
                raise TypeError(f'"{name}" must be {allowed}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
            if value in '\r\n':
                raise ValueError(f'bad {name} value')


    _dialects = {}
    _limit = 131072


    def register_dialect(name, dialect=None, **fmtparams):
        if not isinstance(name, str):
            raise TypeError('dialect name must be a string')
        _dialects[name] = _Format(dialect, **fmtparams)


    def unregister_dialect(name):
        if _dialects.pop(name, None) is None:
            raise Error('unknown dialect')


    def get_dialect(name):
        if name not in _dialects:
            raise Error('unknown dialect')
        return _dialects[name]


    def list_dialects():
        return list(_dialects)


    def field_size_limit(limit=None):
        global _limit
        before = _limit
        if limit is not None:
            if not isinstance(limit, int):
                raise TypeError('limit must be an integer')
            _limit = limit
        return before


    register_dialect('excel', excel)
    register_dialect('excel-tab', excel_tab)
    register_dialect('unix', unix_dialect)


    class _Reader:
        """Takes rows out of lines; a quoted field may go on in the next line."""

        def __init__(self, lines, format):
            self._lines, self.dialect, self.line_num = iter(lines), format, 0

        def __iter__(self):
            return self

        def __next__(self):
            fields, field, quoted, open_quote = [], None, False, False
            while True:
                try:
                    line = next(self._lines)
                except StopIteration:
                    if field is None and not fields:
                        raise
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    fields.append(self._finished(field or '', quoted))
                    return fields
                if not isinstance(line, str):
                    raise Error(f'iterator should return strings, not {type(line).__name__} '
                                '(the file should be opened in text mode)')
                self.line_num += 1
                fields, field, quoted, open_quote = self._take(line, fields, field, quoted, open_quote)
                if not open_quote:
                    return fields

        def _take(self, line, fields, field, quoted, open_quote):
            """Reads one line. Returns the fields so far, the one that is not finished, and how it stands."""
            d = self.dialect
            place, end, started, escaped = 0, len(line), field is not None, False
            field = field or ''
            while place < end:
                letter = line[place]
                place += 1
                if open_quote:
                    if letter == d.escapechar:
                        field += line[place:place + 1] or '\n'
                        place += 1
                    elif letter == d.quotechar and d.quoting != QUOTE_NONE:
                        if d.doublequote and line[place:place + 1] == d.quotechar:
                            field += letter
                            place += 1
                        else:
                            open_quote = False
                            after = line[place:place + 1]
                            if d.strict and after and after not in (d.delimiter, '\r', '\n'):
                                raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                    else:
                        field += letter
                elif letter in '\r\n':
                    if line[place:].strip('\r\n'):
                        raise Error('new-line character seen in unquoted field - do you need to open the file with '
                                    "newline=''?")
                    break
                elif letter == d.escapechar:
                    field += line[place:place + 1] or '\n'
                    escaped = place >= end
                    started = True
                    place += 1
                elif letter == d.delimiter:
                    fields.append(self._finished(field, quoted))
                    field, quoted, started = '', False, False
                    if place >= end:
                        started = True
                elif letter == d.quotechar and d.quoting != QUOTE_NONE and not started:
                    open_quote = quoted = started = True
                elif letter == ' ' and d.skipinitialspace and not started:
                    continue
                else:
                    field += letter
                    started = True
                if len(field) > _limit:
                    raise Error(f'field larger than field limit ({_limit})')
            if open_quote or escaped:
                return fields, field, quoted, True
            if fields or started or field:
                fields.append(self._finished(field, quoted))
            return fields, None, False, False

        def _finished(self, field, quoted):
            quoting = self.dialect.quoting
            if not quoted:
                if quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS) and (field or quoting == QUOTE_NONNUMERIC):
                    return float(field)
                if quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and not field:
                    return None
            return field


    def reader(csvfile, dialect='excel', **fmtparams):
        return _Reader(csvfile, _Format(dialect, **fmtparams))


    class _Writer:
        def __init__(self, file, format):
            if not hasattr(file, 'write'):
                raise TypeError('argument 1 must have a "write" method')
            self._write, self.dialect = file.write, format

        def writerow(self, row):
            try:
                values = list(row)
            except TypeError:
                raise Error(f'iterable expected, not {type(row).__name__}') from None
            d = self.dialect
            fields = [self._field(value) for value in values]
            if fields == ['']:
                if d.quoting == QUOTE_NONE or values[0] is None and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                    raise Error('single empty field record must be quoted')
                fields = [d.quotechar * 2]
            return self._write(d.delimiter.join(fields) + d.lineterminator)

        def writerows(self, rows):
            for row in rows:
                self.writerow(row)

        def _field(self, value):
            d = self.dialect
            text = '' if value is None else str(value)
            is_quoted = (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float))
                         or d.quoting == QUOTE_STRINGS and isinstance(value, str)
                         or d.quoting == QUOTE_NOTNULL and value is not None)
            special = [d.delimiter, d.escapechar, d.quotechar, '\r', '\n', *d.lineterminator]
            if d.quoting != QUOTE_NONE and not is_quoted:
                is_quoted = any(mark in text for mark in special if mark and mark != d.escapechar) and not (
                    d.quotechar in text and not d.doublequote and not any(
                        mark in text for mark in special if mark and mark not in (d.quotechar, d.escapechar)))
            made = ''
            for letter in text:
                needs_escape = letter == d.escapechar or (
                    letter == d.quotechar and not (is_quoted and d.doublequote) and d.quotechar is not None) or (
                    not is_quoted and letter in special)
                if is_quoted and letter == d.quotechar and d.doublequote:
                    made += d.quotechar
                elif needs_escape:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    made += d.escapechar
                made += letter
            return d.quotechar + made + d.quotechar if is_quoted else made


    def writer(csvfile, dialect='excel', **fmtparams):
        return _Writer(csvfile, _Format(dialect, **fmtparams))


    class DictReader:
        def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
            self._fieldnames = None if fieldnames is None else list(fieldnames)
            self.restkey, self.restval, self.dialect = restkey, restval, dialect
            self.reader, self.line_num = reader(f, dialect, *args, **kwds), 0

        def __iter__(self):
            return self

        @property
        def fieldnames(self):
            if self._fieldnames is None:
                self._fieldnames = next(self.reader, None)
                self.line_num = self.reader.line_num
            return self._fieldnames

        @fieldnames.setter
        def fieldnames(self, value):
            self._fieldnames = value

        def __next__(self):
            names = self.fieldnames
            row = next(self.reader)
            while not row:
                row = next(self.reader)
            self.line_num = self.reader.line_num
            made = dict(zip(names, row))
            if len(row) > len(names):
                made[self.restkey] = row[len(names):]
            made.update((name, self.restval) for name in names[len(row):])
            return made


    class DictWriter:
        def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
            self.fieldnames = list(fieldnames)
            self.restval, self.extrasaction = restval, extrasaction.lower()
            if self.extrasaction not in ('raise', 'ignore'):
                raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
            self.writer = writer(f, dialect, *args, **kwds)

        def writeheader(self):
            return self.writerow({name: name for name in self.fieldnames})

        def _row(self, given):
            wrong = [name for name in given if name not in self.fieldnames] if self.extrasaction == 'raise' else ()
            if wrong:
                raise ValueError(f"dict contains fields not in fieldnames: {', '.join(map(repr, wrong))}")
            return [given.get(name, self.restval) for name in self.fieldnames]

        def writerow(self, rowdict):
            return self.writer.writerow(self._row(rowdict))

        def writerows(self, rowdicts):
            return self.writer.writerows(map(self._row, rowdicts))


    class Sniffer:
        """Guesses a dialect from a sample."""

        preferred = [',', '\t', ';', ' ', ':', '|']

        def sniff(self, sample, delimiters=None):
            lines = [line for line in sample.splitlines() if line]
            candidates = delimiters or self.preferred
            counts = {mark: [len(row) - 1 for row in reader(lines, delimiter=mark)] for mark in candidates}
            regular = [mark for mark, each in counts.items() if each and min(each) == max(each) > 0]
            if not regular:
                raise Error('Could not determine delimiter')
            chosen = regular[0]

            class dialect(excel):
                _name = 'sniffed'
                delimiter = chosen
                lineterminator = '\r\n'
                quotechar = "'" if "'" in sample and '"' not in sample else '"'
                skipinitialspace = all(line.count(chosen) == line.count(chosen + ' ') for line in lines)
            return dialect

        def has_header(self, sample):
            rows = list(reader(_io.StringIO(sample), self.sniff(sample)))
            header, rest = rows[0], rows[1:21]
            votes = 0
            for column, title in enumerate(header):
                cells = [row[column] for row in rest if len(row) == len(header)]
                if cells and all(map(_is_number, cells)):
                    votes += -1 if _is_number(title) else 1
                elif cells and len(set(map(len, cells))) == 1:
                    votes += 1 if len(title) != len(cells[0]) else -1
            return votes > 0


    def _is_number(text):
        try:
            complex(text)
            return True
        except ValueError:
            return False
    """#
}
