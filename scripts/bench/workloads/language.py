# What the language itself costs: one case a function, each prints its name and its microseconds.
#
# usage: language.py [CASE [PART]], to run that case alone, at a PARTth of its size
import sys
import time


def arithmetic(n):
    a, b, total = 1, 2, 0
    while n > 0:
        total += (a * 3 + b) % 11
        a, b = b, total & 1023
        n -= 1
    return total


def ranges(n):
    evens = 0
    for i in range(n):
        if not i & 1:
            evens += 1
    return evens


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def calls(n):
    return ackermann(2, n)


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0.0
        self.moves = 0

    def deposit(self, amount):
        self.balance += amount
        self.moves += 1
        return self


def methods(n):
    accounts = [Account(str(i)) for i in range(10)]
    for i in range(n):
        accounts[i % 10].deposit(1.5).deposit(-0.5)
    return sum(a.balance for a in accounts)


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name
        self.tags = None


class Box(Shape):
    sides = 4

    def __init__(self, name, width, height):
        super().__init__(name)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


def objects(n):
    total = 0
    for i in range(n):
        box = Box("box", i, 2)
        total += box.area() + box.sides
    return total


def text(n):
    lines = []
    for i in range(n):
        lines.append(f"{i:05d};name-{i % 97};{i * 0.5:.2f}")
    fields = 0
    for line in lines:
        number, name, price = line.split(";")
        if name.startswith("name-1") and not price.endswith("5"):
            fields += len(name.upper().replace("NAME", "item"))
    return fields


def dictionaries(n):
    counts = {}
    for i in range(n):
        key = (i * 31) % 1009
        counts[key] = counts.get(key, 0) + 1
    names = {str(k): v for k, v in counts.items()}
    return sum(names[str(k)] for k in counts)


def lists(n):
    grid = [[(x * y) % 7 for x in range(60)] for y in range(60)]
    total = 0
    for turn in range(n):
        grid = [list(row) for row in zip(*grid)]
        grid[turn % 60].sort()
        total += sum(grid[turn % 60][10:20])
    return total


def exceptions(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            [][i]
        except IndexError:
            caught += 1
        except KeyError as error:
            caught += error.args[0] & 1
    return caught


def generators(n):
    def numbers():
        for i in range(n):
            yield i

    return sum(i for i in numbers() if i % 5)


def closures(n):
    def counter():
        count = 0

        def step(by=1):
            nonlocal count
            count += by
            return count

        return step

    step = counter()
    for i in range(n):
        step(by=2)
    return step()


CASES = [
    (arithmetic, 600000), (ranges, 1000000), (calls, 220), (methods, 150000), (objects, 150000), (text, 60000), (dictionaries, 400000),
    (lists, 1500), (exceptions, 150000), (generators, 400000), (closures, 400000),
]
only = sys.argv[1] if len(sys.argv) > 1 else None
part = int(sys.argv[2]) if len(sys.argv) > 2 else 1
if only and only not in [case.__name__ for case, _ in CASES]:
    sys.exit(f"no such case: {only}")
for case, size in CASES:
    if only and case.__name__ != only:
        continue
    begin = time.perf_counter()
    case(max(1, size // part))
    print(case.__name__, (time.perf_counter() - begin) * 1e6)
