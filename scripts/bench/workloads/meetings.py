# Processes that wait for each other: at a barrier, by two semaphores, by a condition.
import time
from multiprocessing import Barrier, Condition, Process, Semaphore, Value

ROUNDS = 4000


def meet(barrier):
    for i in range(ROUNDS):
        barrier.wait()


def answer(ping, pong):
    for i in range(ROUNDS):
        ping.acquire()
        pong.release()


def take_turns(condition, turn, me):
    for i in range(ROUNDS):
        with condition:
            while turn.value != me:
                condition.wait()
            turn.value = 1 - me
            condition.notify()


def measure(name, ps, work=None):
    begin = time.perf_counter()
    for p in ps:
        p.start()
    if work:
        work()
    for p in ps:
        p.join()
    print(name, (time.perf_counter() - begin) / ROUNDS * 1e6)


if __name__ == "__main__":
    barrier = Barrier(4)
    measure("barrier_of_four", [Process(target=meet, args=(barrier,)) for k in range(4)])

    ping, pong = Semaphore(0), Semaphore(0)

    def ask():
        for i in range(ROUNDS):
            ping.release()
            pong.acquire()

    measure("semaphore_ping_pong", [Process(target=answer, args=(ping, pong))], ask)

    condition, turn = Condition(), Value("i", 0, lock=False)
    measure("condition_turns", [Process(target=take_turns, args=(condition, turn, me)) for me in (0, 1)])
