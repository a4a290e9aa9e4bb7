// `multiprocessing.util`: the logger of what processes do.

enum UtilLibrary {
  static let source: StaticString = #"""
    import logging
    from _multiprocessing import use_logger

    NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
    LOGGER_NAME = 'multiprocessing'
    DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'
    _logger = None


    def get_logger():
        """The logger of processes' beginnings and ends. It shows nothing until it has a handler and a level."""
        global _logger
        if _logger is None:
            _logger = logging.getLogger(LOGGER_NAME)
            _logger.propagate = False
            logging.addLevelName(SUBDEBUG, 'SUBDEBUG')
            logging.addLevelName(SUBWARNING, 'SUBWARNING')
            use_logger(_logger)
        return _logger


    def log_to_stderr(level=None):
        logger = get_logger()
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
        logger.addHandler(handler)
        if level:
            logger.setLevel(level)
        return logger


    def _log(level, message, arguments):
        if _logger is not None:
            _logger.log(level, message, *arguments)


    def sub_debug(msg, *args):
        _log(SUBDEBUG, msg, args)


    def debug(msg, *args):
        _log(DEBUG, msg, args)


    def info(msg, *args):
        _log(INFO, msg, args)


    def sub_warning(msg, *args):
        _log(SUBWARNING, msg, args)


    warn = sub_warning
    """#
}
