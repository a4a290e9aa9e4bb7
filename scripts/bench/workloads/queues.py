# A queue between one producer and one consumer, and between four and four.
import time
from multiprocessing import Process, Queue


def produce(q, n):
    for i in range(n):
        q.put(("number", i))


def consume(q, n, done):
    total = 0
    for i in range(n):
        total += q.get()[1]
    done.put(total)


def run(name, pairs, n):
    q, done = Queue(), Queue()
    begin = time.perf_counter()
    ps = [Process(target=produce, args=(q, n)) for k in range(pairs)]
    ps += [Process(target=consume, args=(q, n, done)) for k in range(pairs)]
    for p in ps:
        p.start()
    total = sum(done.get() for k in range(pairs))
    for p in ps:
        p.join()
    assert total == pairs * (n * (n - 1) // 2)
    print(name, (time.perf_counter() - begin) / (pairs * n) * 1e6)


if __name__ == "__main__":
    run("queue_one_to_one", 1, 60000)
    run("queue_four_to_four", 4, 15000)
