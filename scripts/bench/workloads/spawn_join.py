# A process that does nothing, started and joined; then ten at a time.
import time
from multiprocessing import Process

ROUNDS = 200


def nothing():
    pass


if __name__ == "__main__":
    begin = time.perf_counter()
    for turn in range(ROUNDS):
        p = Process(target=nothing)
        p.start()
        p.join()
    print("spawn_join", (time.perf_counter() - begin) / ROUNDS * 1e6)

    begin = time.perf_counter()
    for turn in range(ROUNDS // 10):
        ps = [Process(target=nothing) for k in range(10)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
    print("spawn_join_ten", (time.perf_counter() - begin) / ROUNDS * 1e6)
