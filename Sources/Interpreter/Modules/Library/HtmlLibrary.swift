// The module `html`.

enum HtmlLibrary {
  static let source: StaticString = #"""
    import re as _re

    __all__ = ['escape', 'unescape']


    def escape(s, quote=True):
        marks = {'&': '&amp;', '<': '&lt;', '>': '&gt;'} | ({'"': '&quot;', "'": '&#x27;'} if quote else {})
        return s.translate(str.maketrans(marks))


    def unescape(s):
        return _reference.sub(_character, s) if '&' in s else s


    _reference = _re.compile(r'&(?:#[xX]([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z][a-zA-Z0-9]{1,31}));?')

    _names = {
        'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'iexcl': '¡', 'cent': '¢',
        'pound': '£', 'curren': '¤', 'yen': '¥', 'brvbar': '¦', 'sect': '§', 'uml': '¨', 'copy': '©', 'ordf': 'ª',
        'laquo': '«', 'not': '¬', 'shy': '\xad', 'reg': '®', 'macr': '¯', 'deg': '°', 'plusmn': '±', 'sup2': '²',
        'sup3': '³', 'acute': '´', 'micro': 'µ', 'para': '¶', 'middot': '·', 'cedil': '¸', 'sup1': '¹', 'ordm': 'º',
        'raquo': '»', 'frac14': '¼', 'frac12': '½', 'frac34': '¾', 'iquest': '¿', 'times': '×', 'divide': '÷',
        'szlig': 'ß', 'hellip': '…', 'ndash': '–', 'mdash': '—', 'lsquo': '‘', 'rsquo': '’', 'sbquo': '‚',
        'ldquo': '“', 'rdquo': '”', 'bdquo': '„', 'dagger': '†', 'Dagger': '‡', 'bull': '•', 'permil': '‰',
        'prime': '′', 'Prime': '″', 'lsaquo': '‹', 'rsaquo': '›', 'oline': '‾', 'frasl': '⁄', 'euro': '€',
        'trade': '™', 'larr': '←', 'uarr': '↑', 'rarr': '→', 'darr': '↓', 'harr': '↔', 'rArr': '⇒', 'hArr': '⇔',
        'forall': '∀', 'part': '∂', 'exist': '∃', 'empty': '∅', 'nabla': '∇', 'isin': '∈', 'notin': '∉', 'ni': '∋',
        'prod': '∏', 'sum': '∑', 'minus': '−', 'radic': '√', 'prop': '∝', 'infin': '∞', 'ang': '∠', 'and': '∧',
        'or': '∨', 'cap': '∩', 'cup': '∪', 'int': '∫', 'there4': '∴', 'sim': '∼', 'cong': '≅', 'asymp': '≈', 'ne': '≠',
        'equiv': '≡', 'le': '≤', 'ge': '≥', 'sub': '⊂', 'sup': '⊃', 'oplus': '⊕', 'otimes': '⊗', 'perp': '⊥',
        'spades': '♠', 'clubs': '♣', 'hearts': '♥', 'diams': '♦', 'check': '✓', 'star': '☆', 'OElig': 'Œ', 'oelig': 'œ',
        'Scaron': 'Š', 'scaron': 'š', 'Yuml': 'Ÿ', 'fnof': 'ƒ', 'circ': 'ˆ', 'tilde': '˜',
    }
    # The letters of Latin-1 and of Greek have names by rule.
    _latin = (
        'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH '
        'Ntilde Ograve Oacute Ocirc Otilde Ouml - Oslash Ugrave Uacute Ucirc Uuml Yacute THORN - agrave aacute acirc atilde '
        'auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc '
        'otilde ouml - oslash ugrave uacute ucirc uuml yacute thorn yuml').split()
    _names.update({name: chr(0xC0 + index) for index, name in enumerate(_latin) if name != '-'})
    _greek = (
        'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau '
        'upsilon phi chi psi omega').split()
    _names.update({name: chr(0x3B1 + index) for index, name in enumerate(_greek)})
    _names.update({name.title(): chr(0x391 + index) for index, name in enumerate(_greek) if name != 'sigmaf'})


    def _character(match):
        hexadecimal, decimal, name = match.groups()
        if name:
            if name in _names:
                return _names[name]
            # Without the semicolon an old name may be followed by more letters.
            return next((_names[name[:end]] + match.group()[end + 1:] for end in range(len(name) - 1, 1, -1)
                         if name[:end] in _old_names), match.group())
        number = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if number in (0, *range(0xD800, 0xE000)) or number > 0x10FFFF:
            return '\uFFFD'
        if 0x80 <= number < 0xA0:
            return bytes([number]).decode('cp1252', 'ignore') or chr(number)
        return chr(number)


    _old_names = {name for name in _names if len(_names[name]) == 1 and _names[name] < '\u0100' and name != 'apos'}
    """#
}
