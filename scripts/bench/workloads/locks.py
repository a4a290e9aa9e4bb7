# Locks: free, and wanted by two processes, around a shared value and a shared array.
import time
from multiprocessing import Array, Lock, Process, Value

UPDATES = 40000


def add(number, step):
    for i in range(UPDATES):
        with number.get_lock():
            number.value += step


def shift(items, step):
    for i in range(UPDATES):
        with items.get_lock():
            items[i % len(items)] += step


def together(name, work, shared):
    ps = [Process(target=work, args=(shared, step)) for step in (1, -1)]
    begin = time.perf_counter()
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(name, (time.perf_counter() - begin) / (2 * UPDATES) * 1e6)


if __name__ == "__main__":
    lock = Lock()
    begin = time.perf_counter()
    for i in range(200000):
        with lock:
            pass
    print("lock_free", (time.perf_counter() - begin) / 200000 * 1e6)

    number, items = Value("q", 0), Array("d", 8)
    together("value_locked", add, number)
    together("array_locked", shift, items)
    assert number.value == 0 and items[:] == [0.0] * 8
