// The module `logging.config`: loggers set up from a dict or from a file of sections.

enum LoggingConfigLibrary {
  static let source: StaticString = #"""
    import importlib
    import logging
    import logging.handlers
    import re

    DEFAULT_LOGGING_CONFIG_PORT = 9030


    def _resolve(path):
        """What a dotted name names: an attribute of the longest part of it that can be imported."""
        names = path.split('.')
        found = importlib.import_module(names[0])
        for number, name in enumerate(names[1:], 2):
            try:
                found = getattr(found, name)
            except AttributeError:
                importlib.import_module('.'.join(names[:number]))
                found = getattr(found, name)
        return found


    def valid_ident(s):
        if not re.match('^[a-z_][a-z0-9_]*$', s, re.I):
            raise ValueError(f'Not a valid Python identifier: {s!r}')
        return True


    class BaseConfigurator:
        """Reads values of a configuration: `ext://` names an object of a module, `cfg://` a part of the configuration."""

        value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
        _scheme = re.compile(r'(?P<prefix>[a-z]+)://(?P<suffix>.*)')

        def __init__(self, config):
            self.config = config

        def resolve(self, s):
            try:
                return _resolve(s)
            except ImportError as error:
                raise ValueError(f'Cannot resolve {s!r}: {error}') from error

        def ext_convert(self, value):
            return self.resolve(value)

        def cfg_convert(self, value):
            first, *rest = re.findall(r'\w+|\[[^\]]*\]', value) or ['']
            found = self.config[first]
            for step in rest:
                key = step.strip('[]')
                found = found[int(key) if step[0] == '[' and key.isdigit() and key not in found else key]
            return self.convert(found)

        def convert(self, value):
            """The value with all that stands for something else put in its place."""
            if isinstance(value, dict):
                return {key: self.convert(item) for key, item in value.items()}
            if isinstance(value, (list, tuple)) and not hasattr(value, '_fields'):
                return type(value)(map(self.convert, value))
            if isinstance(value, str) and (match := self._scheme.fullmatch(value)):
                if method := self.value_converters.get(match['prefix']):
                    return getattr(self, method)(match['suffix'])
            return value

        def configure_custom(self, config):
            """What the factory under '()' makes of the other entries; the dict under '.' has its attributes."""
            factory = config['()']
            if not callable(factory):
                factory = self.resolve(factory)
            entries = {key: config[key] for key in config if key not in ('.', '()')
                       and isinstance(key, str) and valid_ident(key)}
            made = factory(**entries)
            for name, value in (config.get('.') or {}).items():
                setattr(made, name, value)
            return made


    class DictConfigurator(BaseConfigurator):
        """Carries out a configuration that is a dict."""

        def configure(self):
            config = self.config
            if 'version' not in config:
                raise ValueError("dictionary doesn't specify a version")
            if config['version'] != 1:
                raise ValueError('Unsupported version: %s' % config['version'])
            if config.get('incremental', False):
                self._adjust(config)
            else:
                self._build(config)

        def _adjust(self, config):
            """Sets the levels of handlers and loggers that there are."""
            for name, entry in config.get('handlers', {}).items():
                handler = logging.getHandlerByName(name)
                if handler is None:
                    raise ValueError(f'No handler found with name {name!r}')
                with _about(f'handler {name!r}'):
                    if entry.get('level'):
                        handler.setLevel(entry['level'])
            for name, entry in config.get('loggers', {}).items():
                with _about(f'logger {name!r}'):
                    self.configure_logger(name, entry, True)
            if config.get('root'):
                with _about('root logger'):
                    self.configure_root(config['root'], True)

        def _build(self, config):
            logging.shutdown(logging._handlers[:])
            logging._handlers.clear()
            make = {'formatter': self.configure_formatter, 'filter': self.configure_filter}
            self.parts = {}
            for kind, configure in make.items():
                made = self.parts[kind] = {}
                for name, entry in config.get(kind + 's', {}).items():
                    with _about(f'{kind} {name!r}'):
                        made[name] = configure(self.convert(entry))
            self._build_handlers(config.get('handlers', {}))
            self._build_loggers(config)

        def _build_handlers(self, entries):
            """Those with a target come when their target is there."""
            made = self.parts['handler'] = {}
            waiting = sorted(entries)
            while waiting:
                ready = [name for name in waiting if entries[name].get('target') not in waiting]
                for name in ready or waiting:
                    with _about(f'handler {name!r}'):
                        made[name] = self.configure_handler(self.convert(entries[name]))
                        made[name].name = name
                    waiting.remove(name)

        def _build_loggers(self, config):
            known = [name for name, logger in logging.root.manager.loggerDict.items()
                     if isinstance(logger, logging.Logger)]
            wanted = config.get('loggers', {})
            for name, entry in wanted.items():
                with _about(f'logger {name!r}'):
                    self.configure_logger(name, self.convert(entry))
            _leave_aside(known, list(wanted), config.get('disable_existing_loggers', True))
            if config.get('root'):
                with _about('root logger'):
                    self.configure_root(self.convert(config['root']))

        def configure_formatter(self, config):
            if '()' in config:
                return self.configure_custom(config)
            kind = config.get('class')
            kind = self.resolve(kind) if isinstance(kind, str) else kind or logging.Formatter
            more = {name: config[name] for name in ('validate', 'defaults') if name in config}
            return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)

        def configure_filter(self, config):
            return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

        def configure_handler(self, config):
            config = dict(config)
            formatter, level = config.pop('formatter', None), config.pop('level', None)
            filters, attributes = config.pop('filters', None), config.pop('.', None)
            if '()' in config:
                handler = self.configure_custom(config)
            else:
                kind = config.pop('class')
                kind = self.resolve(kind) if isinstance(kind, str) else kind
                if issubclass(kind, logging.handlers.MemoryHandler) and config.get('target'):
                    config['target'] = self._part('handler', config['target'])
                handler = kind(**{key: value for key, value in config.items() if valid_ident(key)})
            if formatter:
                handler.setFormatter(self._part('formatter', formatter))
            if level is not None:
                handler.setLevel(level)
            self.add_filters(handler, filters or ())
            for name, value in (attributes or {}).items():
                setattr(handler, name, value)
            return handler

        def _part(self, kind, name):
            try:
                return self.parts[kind][name]
            except KeyError as error:
                raise ValueError(f'Unable to set {kind} {name!r}') from error

        def add_filters(self, filterer, filters):
            for each in filters:
                named = isinstance(each, str)
                try:
                    filterer.addFilter(self.parts['filter'][each] if named else each)
                except Exception as error:
                    raise ValueError(f'Unable to add filter {each!r}') from error

        def add_handlers(self, logger, handlers):
            for name in handlers:
                try:
                    logger.addHandler(self.parts['handler'][name])
                except Exception as error:
                    raise ValueError(f'Unable to add handler {name!r}') from error

        def common_logger_config(self, logger, config, incremental=False):
            if config.get('level') is not None:
                logger.setLevel(config['level'])
            if incremental:
                return
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            self.add_handlers(logger, config.get('handlers') or ())
            self.add_filters(logger, config.get('filters') or ())

        def configure_logger(self, name, config, incremental=False):
            logger = logging.getLogger(name)
            self.common_logger_config(logger, config, incremental)
            logger.disabled = False
            if config.get('propagate') is not None:
                logger.propagate = config['propagate']

        def configure_root(self, config, incremental=False):
            self.common_logger_config(logging.getLogger(), config, incremental)


    class _about:
        """Says of a failure what could not be set up."""

        def __init__(self, what):
            self.what = what

        def __enter__(self):
            return self

        def __exit__(self, kind, error, trace):
            if isinstance(error, Exception) and not str(error).startswith('No handler found'):
                raise ValueError(f'Unable to configure {self.what}') from error


    def _leave_aside(known, wanted, disables):
        """What becomes of loggers that a configuration does not speak of: children of those it names go on as before."""
        for name in known:
            if name in wanted:
                continue
            logger = logging.root.manager.loggerDict[name]
            if any(name.startswith(above + '.') for above in wanted):
                logger.level, logger.handlers, logger.propagate = logging.NOTSET, [], True
            else:
                logger.disabled = disables


    dictConfigClass = DictConfigurator


    def dictConfig(config):
        """Sets up logging as a dict says."""
        dictConfigClass(config).configure()


    # Files

    def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
        """Sets up logging as a file of sections says, or what has read one."""
        import configparser
        import os
        if isinstance(fname, configparser.RawConfigParser):
            sections = fname
        else:
            sections = configparser.ConfigParser(defaults)
            if hasattr(fname, 'readline'):
                sections.read_file(fname)
            else:
                if not os.path.exists(fname):
                    raise FileNotFoundError(f"{fname} doesn't exist")
                if not os.path.getsize(fname):
                    raise RuntimeError(f'{fname} is an empty file')
                sections.read(fname, encoding=encoding)
        formatters = {name: _read_formatter(sections[f'formatter_{name}'])
                      for name in _names(sections['formatters']['keys'])}
        logging.shutdown(logging._handlers[:])
        logging._handlers.clear()
        handlers = _read_handlers(sections, formatters)
        _read_loggers(sections, handlers, disable_existing_loggers)


    def _names(text):
        return [name.strip() for name in text.split(',') if name.strip()]


    def _read_formatter(section):
        kind = _resolve(section['class']) if section.get('class') else logging.Formatter
        texts = [section.get(name, raw=True, fallback=None) for name in ('format', 'datefmt')]
        return kind(*texts, section.get('style', raw=True, fallback='%'))


    def _named_in_logging(name):
        """A class or value that a section gives as an expression: a name of `logging`, or a dotted one."""
        space = vars(logging)
        return space[name] if name in space else _resolve(name if name.split('.')[0] not in space else f'logging.{name}')


    def _evaluated(text):
        """An argument of a handler: a literal, a name such as sys.stdout, or a tuple or dict of them."""
        import ast
        text = text.strip()
        if text[:1] == '(' and text[-1:] == ')':
            return tuple(map(_evaluated, _pieces(text[1:-1])))
        if text[:1] == '{' and text[-1:] == '}':
            pairs = [piece.partition(':') for piece in _pieces(text[1:-1])]
            return {_evaluated(key): _evaluated(value) for key, _, value in pairs}
        if re.fullmatch(r'[A-Za-z_][\w.]*', text) and text not in ('None', 'True', 'False'):
            return _named_in_logging(text)
        return ast.literal_eval(text)


    def _pieces(text):
        """The parts between the commas that stand in no quotes and no brackets."""
        parts, depth, quote, start = [], 0, '', 0
        for place, sign in enumerate(text):
            if quote:
                quote = '' if sign == quote and text[place - 1] != '\\' else quote
            elif sign in '\'"':
                quote = sign
            elif sign in '([{':
                depth += 1
            elif sign in ')]}':
                depth -= 1
            elif sign == ',' and not depth:
                parts.append(text[start:place])
                start = place + 1
        return [part for part in [*parts, text[start:]] if part.strip()]


    def _read_handlers(sections, formatters):
        handlers, targets = {}, {}
        for name in _names(sections['handlers']['keys']):
            section = sections[f'handler_{name}']
            kind = _named_in_logging(section['class'])
            handler = kind(*_evaluated(section.get('args', '()')), **_evaluated(section.get('kwargs', '{}')))
            handler.name = name
            if section.get('level'):
                handler.setLevel(section['level'])
            if section.get('formatter'):
                handler.setFormatter(formatters[section['formatter']])
            if issubclass(kind, logging.handlers.MemoryHandler) and section.get('target'):
                targets[handler] = section['target']
            handlers[name] = handler
        for handler, target in targets.items():
            handler.setTarget(handlers[target])
        return handlers


    def _read_loggers(sections, handlers, disables):
        names = _names(sections['loggers']['keys'])
        known = [name for name, logger in logging.root.manager.loggerDict.items() if isinstance(logger, logging.Logger)]
        names.remove('root')
        _equip(logging.root, sections['logger_root'], handlers)
        wanted = []
        for name in names:
            section = sections[f'logger_{name}']
            logger = logging.getLogger(section['qualname'])
            wanted.append(section['qualname'])
            _equip(logger, section, handlers)
            logger.propagate = section.getint('propagate', fallback=1)
            logger.disabled = False
        _leave_aside(known, wanted, disables)


    def _equip(logger, section, handlers):
        if section.get('level'):
            logger.setLevel(section['level'])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in _names(section.get('handlers', '')):
            logger.addHandler(handlers[name])


    def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
        raise NotImplementedError('ppd has no threads, so no logging.config.listen: read the configuration with dictConfig')


    def stopListening():
        """Nobody listens."""
    """#
}
