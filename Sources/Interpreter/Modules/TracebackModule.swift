// The module `traceback`.

enum TracebackModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    // The report of an exception without those that led to it.
    m.function("_report", "exception, /", .one { (f, exception) throws(Raised) in
      guard let exception = exception.exception else { throw f.typeError("an exception is required") }
      return .text(f.renderUnchained(exception))
    })
    m.function("_last_lines", "exception, /", .one { (f, exception) throws(Raised) in
      guard let exception = exception.exception else { throw f.typeError("an exception is required") }
      return .list(ContiguousArray(f.renderException(exception).map { .text($0 + "\n") }))
    })
    m.function("_frames", "traceback, /", .one { (f, traceback) throws(Raised) in
      guard let traceback = traceback.cast(.traceback, Traceback.self) else { return .list([]) }
      return .list(ContiguousArray(traceback.entries.reversed().map { entry in frame(entry.code, entry.line) }))
    })
    m.function("_formatted", "traceback, /", .one { (f, traceback) throws(Raised) in
      guard let traceback = traceback.cast(.traceback, Traceback.self) else { return .list([]) }
      return .list(ContiguousArray(f.renderFrames(traceback).map { .text($0) }))
    })
    m.function("_stack", "", .zero { (f) throws(Raised) in
      var frames: ContiguousArray<Value> = []
      var next: Frame? = f
      while let running = next, running.caller != nil {
        frames.append(frame(running.code, running.line))
        next = running.caller
      }
      return .list(ContiguousArray(frames.reversed()))
    })
    try m.source(source)
  }

  /// File, line, function and source line.
  private static func frame(_ code: FunctionCode, _ line: Int) -> Value {
    .tuple([.text(code.file.name), .int(line), .object(code.name), .text(code.file.text(ofLine: line))])
  }

  private static let source: StaticString = #"""
    import sys

    _missing = object()


    class FrameSummary:
        __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

        def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                     colno=None, end_colno=None):
            self.filename = filename
            self.lineno = lineno
            self.name = name
            self._line = line
            self.locals = locals
            self.end_lineno = end_lineno
            self.colno = colno
            self.end_colno = end_colno

        @property
        def line(self):
            return None if self._line is None else self._line.strip()

        def __iter__(self):
            return iter([self.filename, self.lineno, self.name, self.line])

        def __getitem__(self, index):
            return (self.filename, self.lineno, self.name, self.line)[index]

        def __len__(self):
            return 4

        def __eq__(self, other):
            if isinstance(other, FrameSummary):
                return tuple(self) == tuple(other)
            if isinstance(other, tuple):
                return tuple(self) == other
            return NotImplemented

        def __repr__(self):
            return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


    class StackSummary(list):
        @classmethod
        def _of(cls, frames, limit=None):
            frames = [FrameSummary(file, line, name, line=text) for file, line, name, text in frames]
            if limit is not None:
                frames = frames[:limit] if limit >= 0 else frames[limit:]
            return cls(frames)

        @classmethod
        def from_list(cls, a_list):
            return cls(frame if isinstance(frame, FrameSummary)
                       else FrameSummary(frame[0], frame[1], frame[2], line=frame[3]) for frame in a_list)

        def format(self):
            lines = []
            for frame in self:
                text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
                if frame.line:
                    text += f'    {frame.line}\n'
                lines.append(text)
            return lines


    def _exception(exc, value):
        if value is _missing:
            return exc
        return value


    def _write(text, file):
        print(text, file=sys.stderr if file is None else file, end='')


    def _before(exception):
        """The exception that led to another, with the words that lead from it; (None, None) where there is none."""
        if exception.__cause__ is not None:
            return exception.__cause__, '\nThe above exception was the direct cause of the following exception:\n\n'
        if exception.__context__ is not None and not exception.__suppress_context__:
            return (exception.__context__,
                    '\nDuring handling of the above exception, another exception occurred:\n\n')
        return None, None


    def _unchained(exception, traceback, limit):
        if isinstance(exception, BaseExceptionGroup):
            return [_report(exception)]
        lines = format_tb(traceback, limit)
        return (['Traceback (most recent call last):\n'] if lines else []) + lines + _last_lines(exception)


    def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
        exception = _exception(exc, value)
        if exception is None:
            return ['NoneType: None\n']
        lines = _unchained(exception, exception.__traceback__ if tb is _missing else tb, limit)
        seen = {id(exception)}
        while chain:
            exception, words = _before(exception)
            if exception is None or id(exception) in seen:
                break
            seen.add(id(exception))
            lines[:0] = [*_unchained(exception, exception.__traceback__, limit), words]
        return lines


    def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
        _write(''.join(format_exception(exc, value, tb, limit, chain)), file)


    def format_exc(limit=None, chain=True):
        return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


    def print_exc(limit=None, file=None, chain=True):
        print_exception(sys.exception(), limit=limit, file=file, chain=chain)


    def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
        exception = _exception(exc, value)
        return ['NoneType: None\n'] if exception is None else _last_lines(exception)


    def print_last(limit=None, file=None, chain=True):
        if not hasattr(sys, 'last_exc'):
            raise ValueError('no last exception')
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


    def _limited(items, limit):
        if limit is None:
            return items
        return items[:limit] if limit >= 0 else items[limit:]


    def format_tb(tb, limit=None):
        return _limited(_formatted(tb), limit)


    def print_tb(tb, limit=None, file=None):
        _write(''.join(format_tb(tb, limit)), file)


    def extract_tb(tb, limit=None):
        return StackSummary._of(_frames(tb), limit)


    def extract_stack(f=None, limit=None):
        frames = _stack()[:-1]
        return StackSummary._of(frames if limit is None else frames[-limit:])


    def format_stack(f=None, limit=None):
        frames = _stack()[:-1]
        return StackSummary._of(frames if limit is None else frames[-limit:]).format()


    def print_stack(f=None, limit=None, file=None):
        frames = _stack()[:-1]
        _write(''.join(StackSummary._of(frames if limit is None else frames[-limit:]).format()), file)


    def format_list(extracted_list):
        return StackSummary.from_list(extracted_list).format()


    def print_list(extracted_list, file=None):
        _write(''.join(format_list(extracted_list)), file)


    def walk_tb(tb):
        if tb is not None:
            yield tb.tb_frame, tb.tb_lineno
            yield from walk_tb(tb.tb_next)


    def clear_frames(tb):
        pass


    class TracebackException:
        def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                     capture_locals=False, compact=False, **kwargs):
            self._exception = exc_value
            self._limit = limit
            self.stack = extract_tb(exc_traceback, limit)
            self.exc_type = exc_type
            self.exc_type_str = exc_type.__qualname__
            self.__cause__ = exc_value.__cause__ and TracebackException.from_exception(exc_value.__cause__)
            self.__suppress_context__ = exc_value.__suppress_context__
            self.__notes__ = getattr(exc_value, '__notes__', None)

        @classmethod
        def from_exception(cls, exc, *args, **kwargs):
            return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

        def format(self, *, chain=True, **kwargs):
            yield from format_exception(self._exception, limit=self._limit, chain=chain)

        def format_exception_only(self, **kwargs):
            yield from _last_lines(self._exception)

        def print(self, *, file=None, chain=True, **kwargs):
            _write(''.join(self.format(chain=chain)), file)

        def __str__(self):
            return str(self._exception)
    """#
}
