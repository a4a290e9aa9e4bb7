// `logging.handlers`: handlers that pass records on to another process.

enum LogHandlersLibrary {
  static let source: StaticString = #"""
    import logging
    from copy import copy


    class QueueHandler(logging.Handler):
        """Puts records into a queue."""

        def __init__(self, queue):
            super().__init__()
            self.queue = queue
            self.listener = None

        def prepare(self, record):
            """The record as another process can read it: the message is put together here."""
            record = copy(record)
            record.message = record.msg = self.format(record)
            record.args = record.exc_info = record.exc_text = record.stack_info = None
            return record

        def enqueue(self, record):
            self.queue.put_nowait(record)

        def emit(self, record):
            try:
                self.enqueue(self.prepare(record))
            except Exception:
                self.handleError(record)


    class QueueListener:
        """Hands the records of a queue to handlers. Without a thread it does so when it is stopped."""

        _sentinel = None

        def __init__(self, queue, *handlers, respect_handler_level=False):
            self.queue, self.handlers, self.respect_handler_level = queue, handlers, respect_handler_level

        def start(self):
            pass

        def prepare(self, record):
            return record

        def handle(self, record):
            record = self.prepare(record)
            for handler in self.handlers:
                if not self.respect_handler_level or record.levelno >= handler.level:
                    handler.handle(record)

        def dequeue(self, block):
            return self.queue.get(block)

        def enqueue_sentinel(self):
            self.queue.put_nowait(self._sentinel)

        def stop(self):
            self.enqueue_sentinel()
            while (record := self.dequeue(True)) is not self._sentinel:
                self.handle(record)
    """#
}
