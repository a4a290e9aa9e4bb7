// `logging.handlers`: files that are begun anew, records kept back, and records sent elsewhere.

extension LogHandlersLibrary {
  static let files: StaticString = #"""
    import os
    import pickle
    import re
    import socket
    import struct
    import time

    DEFAULT_TCP_LOGGING_PORT = 9020
    DEFAULT_UDP_LOGGING_PORT = 9021
    SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514


    def _put_down(handler):
        """Closes the file of a handler, which opens it anew for its next record."""
        if handler.stream is not None:
            handler.stream.close()
        handler.stream = None


    def _take_up(handler):
        if handler.stream is None:
            handler.stream = handler._open()


    class BaseRotatingHandler(logging.FileHandler):
        """A log file that is put away under another name now and then."""

        namer = rotator = None

        def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
            super().__init__(filename, mode, encoding, delay, errors)

        def emit(self, record):
            try:
                if self.shouldRollover(record):
                    self.doRollover()
                super().emit(record)
            except Exception:
                self.handleError(record)

        def rotation_filename(self, default_name):
            return self.namer(default_name) if callable(self.namer) else default_name

        def rotate(self, source, dest):
            if callable(self.rotator):
                self.rotator(source, dest)
            elif os.path.exists(source):
                os.rename(source, dest)

        def _is_file(self):
            return not os.path.exists(self.baseFilename) or os.path.isfile(self.baseFilename)

        def _put_away(self, name):
            _put_down(self)
            self.rotate(self.baseFilename, name)

        def _begin(self):
            if not self.delay:
                _take_up(self)


    class RotatingFileHandler(BaseRotatingHandler):
        """Begins a new file when the next record would make it too large."""

        def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
            super().__init__(filename, 'a' if maxBytes > 0 else mode, encoding, delay, errors)
            self.maxBytes, self.backupCount = maxBytes, backupCount

        def shouldRollover(self, record):
            _take_up(self)
            if self.maxBytes <= 0 or not self._is_file():
                return False
            self.stream.seek(0, 2)
            length = self.stream.tell()
            return length > 0 and length + len(f'{self.format(record)}{self.terminator}') >= self.maxBytes

        def doRollover(self):
            _put_down(self)
            if self.backupCount > 0:
                names = [self.baseFilename] + [self.rotation_filename(f'{self.baseFilename}.{number}')
                                               for number in range(1, self.backupCount + 1)]
                for old, new in reversed(list(zip(names[1:], names[2:]))):
                    if os.path.exists(old):
                        os.replace(old, new)
                if os.path.exists(names[1]):
                    os.remove(names[1])
                self._put_away(names[1])
            self._begin()


    # For each letter: the seconds, the text that a file's name gets, and how to find that text.
    _DAY = 24 * 60 * 60
    _SPANS = {
        'S': (1, '%Y-%m-%d_%H-%M-%S', r'\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d'),
        'M': (60, '%Y-%m-%d_%H-%M', r'\d{4}-\d\d-\d\d_\d\d-\d\d'),
        'H': (60 * 60, '%Y-%m-%d_%H', r'\d{4}-\d\d-\d\d_\d\d'),
        'D': (_DAY, '%Y-%m-%d', r'\d{4}-\d\d-\d\d'),
        'W': (7 * _DAY, '%Y-%m-%d', r'\d{4}-\d\d-\d\d'),
    }


    class TimedRotatingFileHandler(BaseRotatingHandler):
        """Begins a new file after a time."""

        def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                     atTime=None, errors=None):
            self.when = when = when.upper()
            letter = 'D' if when == 'MIDNIGHT' else when[:1]
            if letter not in _SPANS or (letter != 'W' and when not in (letter, 'MIDNIGHT')):
                raise ValueError(f'Invalid rollover interval specified: {when}')
            if letter == 'W':
                if len(when) != 2:
                    raise ValueError(f'You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {when}')
                if when[1] not in '0123456':
                    raise ValueError(f'Invalid day specified for weekly rollover: {when}')
                self.dayOfWeek = int(when[1])
            seconds, self.suffix, pattern = _SPANS[letter]
            self.extMatch = re.compile(rf'(?<!\d){pattern}(?!\d)')
            self.interval, self.backupCount, self.utc, self.atTime = seconds * interval, backupCount, utc, atTime
            super().__init__(filename, 'a', encoding, delay, errors)
            now = int(time.time())
            if os.path.exists(self.baseFilename):
                now = int(os.stat(self.baseFilename).st_mtime)
            self.rolloverAt = self.computeRollover(now)

        def _calendar(self, moment):
            return (time.gmtime if self.utc else time.localtime)(moment)

        def computeRollover(self, currentTime):
            """When the file that is written at a time will be put away."""
            if self.when != 'MIDNIGHT' and self.when[0] != 'W':
                return currentTime + self.interval
            at = self.atTime
            turn = at.hour * 3600 + at.minute * 60 + at.second if at else _DAY
            now = self._calendar(currentTime)
            left = turn - (now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec)
            weekday = now.tm_wday
            if left <= 0:
                left += _DAY
                weekday = (weekday + 1) % 7
            moment = currentTime + left
            if self.when[0] == 'W':
                moment += (self.dayOfWeek - weekday) % 7 * _DAY
            else:
                moment += self.interval - _DAY
            return moment

        def shouldRollover(self, record):
            now = int(time.time())
            if now < self.rolloverAt:
                return False
            if not self._is_file():
                self.rolloverAt = self.computeRollover(now)
                return False
            return True

        def getFilesToDelete(self):
            """The oldest files put away, those past `backupCount`."""
            folder, base = os.path.split(self.baseFilename)
            old = [os.path.join(folder, name) for name in os.listdir(folder)
                   if name != base and name.startswith(base + '.') and self.extMatch.search(name[len(base) + 1:])]
            return sorted(old)[:max(0, len(old) - self.backupCount)]

        def doRollover(self):
            began = self._calendar(self.rolloverAt - self.interval)
            name = self.rotation_filename(f'{self.baseFilename}.{time.strftime(self.suffix, began)}')
            if os.path.exists(name):
                return
            self._put_away(name)
            for old in self.getFilesToDelete() if self.backupCount > 0 else ():
                os.remove(old)
            self._begin()
            self.rolloverAt = self.computeRollover(int(time.time()))


    class WatchedFileHandler(logging.FileHandler):
        """Opens the file anew when another program has put it away."""

        def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
            super().__init__(filename, mode, encoding, delay, errors)

        def reopenIfNeeded(self):
            if self.stream is None:
                return
            try:
                there = os.stat(self.baseFilename)
            except FileNotFoundError:
                there = None
            here = os.fstat(self.stream.fileno())
            if there is None or (there.st_dev, there.st_ino) != (here.st_dev, here.st_ino):
                _put_down(self)
                _take_up(self)

        def emit(self, record):
            self.reopenIfNeeded()
            super().emit(record)


    class BufferingHandler(logging.Handler):
        """Keeps records until there are `capacity` of them."""

        def __init__(self, capacity):
            super().__init__()
            self.capacity, self.buffer = capacity, []

        def shouldFlush(self, record):
            return len(self.buffer) >= self.capacity

        def emit(self, record):
            self.buffer.append(record)
            if self.shouldFlush(record):
                self.flush()

        def flush(self):
            self.buffer.clear()

        def close(self):
            self.flush()
            super().close()


    class MemoryHandler(BufferingHandler):
        """Keeps records until one is grave, then hands all of them to another handler."""

        def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
            super().__init__(capacity)
            self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

        def shouldFlush(self, record):
            return super().shouldFlush(record) or record.levelno >= self.flushLevel

        def setTarget(self, target):
            self.target = target

        def flush(self):
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

        def close(self):
            if self.flushOnClose:
                self.flush()
            self.target = None
            self.buffer.clear()
            logging.Handler.close(self)


    class SocketHandler(logging.Handler):
        """Sends records to a server: the length of each, and its attributes pickled."""

        closeOnError = False

        def __init__(self, host, port):
            super().__init__()
            self.host, self.port, self.sock = host, port, None
            self.address = host if port is None else (host, port)

        def makeSocket(self, timeout=1):
            if self.port is not None:
                return socket.create_connection(self.address, timeout)
            made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            made.settimeout(timeout)
            made.connect(self.address)
            return made

        def createSocket(self):
            self.sock = self.makeSocket()

        def _connected(self):
            if self.sock is None:
                self.createSocket()
            return self.sock

        def _hang_up(self):
            if self.sock is not None:
                self.sock.close()
            self.sock = None

        def send(self, s):
            try:
                self._connected().sendall(s)
            except OSError:
                self._hang_up()

        def makePickle(self, record):
            fields = dict(record.__dict__, msg=record.getMessage(), args=None, exc_info=None)
            if record.exc_info:
                fields['exc_text'] = logging.Formatter().formatException(record.exc_info)
            fields.pop('message', None)
            raw = pickle.dumps(fields, 1)
            return struct.pack('>L', len(raw)) + raw

        def emit(self, record):
            try:
                self.send(self.makePickle(record))
            except Exception:
                self.handleError(record)

        def handleError(self, record):
            if self.closeOnError and self.sock is not None:
                self._hang_up()
            else:
                super().handleError(record)

        def close(self):
            self._hang_up()
            super().close()


    class DatagramHandler(SocketHandler):
        """The same, each record by itself: nobody knows whether it arrives."""

        def makeSocket(self):
            return socket.socket(socket.AF_UNIX if self.port is None else socket.AF_INET, socket.SOCK_DGRAM)

        def send(self, s):
            self._connected().sendto(s, self.address)


    def _refused(name):
        def __init__(self, *args, **kwargs):
            raise NotImplementedError(f'ppd has no logging.handlers.{name}')
        return type(name, (logging.Handler,), {'__init__': __init__})


    SysLogHandler, NTEventLogHandler, SMTPHandler, HTTPHandler = map(
        _refused, ('SysLogHandler', 'NTEventLogHandler', 'SMTPHandler', 'HTTPHandler'))
    """#
}
