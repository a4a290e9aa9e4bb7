# Answers the tests, a line a question, from CPython's own pickle:
#   dump PROTOCOL EXPRESSION  ->  the message in hex, and the value's canonical text
#   load HEX                  ->  the canonical text of the value
import collections, pickle, struct, sys


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def __hash__(self):
        return 7


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


class Keyed:
    def __new__(cls, *args, **keywords):
        self = object.__new__(cls)
        self.new = (args, keywords)
        return self

    def __getnewargs_ex__(self):
        return self.new

    def __getstate__(self):
        return None


class ListLike(list):
    pass


class DictLike(dict):
    pass


class Outer:
    class Inner(Plain):
        pass


def function():
    pass


def shared():
    text, items = "text", [1]
    return [text, items, text, items, (text, items), {text: items}]


def endless_list():
    items = []
    items.append(items)
    return items


def endless_tuple(count):
    items = []
    value = (items,) * count
    items.append(value)
    return value


def endless_dict():
    value = {}
    value["self"] = value
    return value


def endless_frozenset():
    plain = Plain()
    value = frozenset([plain])
    plain.value = value
    return value


def endless_instance():
    plain = Plain()
    plain.me = plain
    return plain


def number(n):
    if n == 0:
        return ""
    data = n.to_bytes(n.bit_length() // 8 + 1, "little", signed=True)
    if n < 0 and len(data) > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data.hex()


def canon(x, path=()):
    for depth, outer in enumerate(path):
        if outer is x:
            return "@%d" % depth
    path += (x,)

    def each(items):
        return [canon(item, path) for item in items]

    def joined(items):
        return ",".join(each(items))

    def pairs(d):
        return joined([part for pair in d.items() for part in pair])

    kind = type(x)
    if x is None:
        return "N"
    if kind is bool:
        return "T" if x else "F"
    if kind is int:
        return "i" + number(x)
    if kind is float:
        return "f" + struct.pack(">d", x).hex()
    if kind is str:
        return "s" + x.encode("utf-8", "surrogatepass").hex()
    if kind is bytes:
        return "b" + x.hex()
    if kind is bytearray:
        return "a" + x.hex()
    if kind is list:
        return "[" + joined(x) + "]"
    if kind is tuple:
        return "(" + joined(x) + ")"
    if kind is dict:
        return "{" + pairs(x) + "}"
    if kind is set:
        return "<" + ",".join(sorted(each(x))) + ">"
    if kind is frozenset:
        return "<<" + ",".join(sorted(each(x))) + ">>"
    if kind is type or kind is type(function) or kind is type(len):
        return "g" + x.__module__ + "." + x.__qualname__
    if kind is range:
        return "o" + canon(range, path) + "," + canon((x.start, x.stop, x.step), path) + "[]{}N"
    if kind is complex:
        return "o" + canon(complex, path) + "," + canon((x.real, x.imag), path) + "[]{}N"
    head, items, stored, state = canon(kind, path) + ",()", "", "", "N"
    if kind is Slotted:
        state = canon((None, {"a": x.a, "b": x.b}), path)
    elif kind is Keyed:
        args, keywords = x.new
        head = canon(kind, path) + "," + canon(args, path) + ("," + canon(keywords, path) if keywords else "")
    elif kind is collections.OrderedDict:
        stored = pairs(x)
    else:
        state = canon(x.__dict__, path) if x.__dict__ else "N"
        if kind is ListLike:
            items = joined(x)
        elif kind is DictLike:
            stored = pairs(x)
    return "o" + head + "[" + items + "]{" + stored + "}" + state


for line in sys.stdin:
    word, rest = line.rstrip("\n").split(" ", 1)
    if word == "dump":
        protocol, expression = rest.split(" ", 1)
        value = eval(expression)
        print(pickle.dumps(value, int(protocol)).hex(), canon(value))
    else:
        try:
            print(canon(pickle.loads(bytes.fromhex(rest))))
        except Exception as error:
            print("error", type(error).__name__, error)
