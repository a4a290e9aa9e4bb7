// The module `locale`: the conventions of the C locale, the only one here.

enum LocaleLibrary {
  static let source: StaticString = #"""
    import os as _os
    import re as _re

    __all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'localeconv', 'strcoll',
               'strxfrm', 'str', 'atof', 'atoi', 'format_string', 'currency', 'normalize', 'delocalize', 'localize',
               'getencoding', 'LC_CTYPE', 'LC_COLLATE', 'LC_MESSAGES', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL',
               'CHAR_MAX']

    LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
    CHAR_MAX = 127


    class Error(Exception):
        pass


    _letters = 'LC_CTYPE LC_NUMERIC LC_TIME LC_COLLATE LC_MONETARY LC_MESSAGES'.split()
    _others = 'LC_PAPER LC_NAME LC_ADDRESS LC_TELEPHONE LC_MEASUREMENT LC_IDENTIFICATION'.split()
    # What each category was set to. The texts of a process are UTF-8 from the start.
    _set = {category: 'C' for category in range(LC_ALL)}
    _set[LC_CTYPE] = 'C.UTF-8'
    _names = {'C': 'C', 'POSIX': 'C', 'C.UTF-8': 'C.UTF-8', 'C.utf8': 'C.utf8', 'C.UTF8': 'C.UTF8'}


    def _from_environment(category):
        for variable in ('LC_ALL', _letters[category], 'LANG'):
            if value := _os.environ.get(variable):
                return value
        return 'C'


    def setlocale(category, locale=None):
        """The locale of a category, which is set if one is given."""
        if category not in range(LC_ALL + 1):
            raise Error('unsupported locale setting' if locale else 'locale query failed')
        categories = range(LC_ALL) if category == LC_ALL else [category]
        if locale is not None:
            if not isinstance(locale, _str):
                locale = '.'.join(part for part in locale if part)
            wanted = {each: locale or _from_environment(each) for each in categories}
            if not all(name in _names for name in wanted.values()):
                raise Error('unsupported locale setting')
            _set.update({each: _names[name] for each, name in wanted.items()})
        names = [_set[each] for each in categories]
        if len({*names}) == 1:
            return names[0]
        return ';'.join([f'{letter}={name}' for letter, name in zip(_letters, names)]
                        + [f'{other}=C' for other in _others])


    def getlocale(category=LC_CTYPE):
        """(language, encoding) of a category."""
        if category == LC_ALL:
            raise TypeError('category LC_ALL is not supported')
        return (None, None) if _set[category] == 'C' else ('C', 'UTF-8')


    def getencoding():
        return 'utf-8'


    def getpreferredencoding(do_setlocale=True):
        return 'UTF-8'


    def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
        for variable in envvars:
            if value := _os.environ.get(variable):
                language, dot, encoding = value.partition('.')
                return (None, None) if language in ('C', 'POSIX') and not dot else (language, encoding or None)
        return None, None


    def normalize(localename):
        language, dot, encoding = localename.partition('.')
        return localename if dot else f'{language}.ISO8859-1' if '_' in language else localename


    def localeconv():
        """How numbers and money are written."""
        texts = dict.fromkeys(('int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep',
                               'positive_sign', 'negative_sign', 'thousands_sep'), '')
        numbers = dict.fromkeys(('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes',
                                 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn'), CHAR_MAX)
        return {**texts, **numbers, 'decimal_point': '.', 'grouping': [], 'mon_grouping': []}


    def strcoll(os1, os2, /):
        """Below, at or above 0 as the first text comes before, with or after the second."""
        return (os1 > os2) - (os1 < os2)


    def strxfrm(string, /):
        return string


    def format_string(f, val, grouping=False, monetary=False):
        """As `f % val`; the C locale groups no digits."""
        return f % val


    def currency(val, symbol=True, grouping=False, international=False):
        raise ValueError("Currency formatting is not possible using the 'C' locale.")


    _str = str


    def str(val):
        return f'{val:.12g}'


    def delocalize(string):
        return string


    def localize(string, grouping=False, monetary=False):
        return string


    def atof(string, func=float):
        return func(delocalize(string))


    def atoi(string):
        return int(delocalize(string))
    """#
}
