# A pipe: a small message there and back, and large ones in one direction.
import time
from multiprocessing import Pipe, Process

TRIPS = 20000
BLOCKS = 100
BLOCK = bytes(1 << 20)


def echo(connection):
    for trip in range(TRIPS):
        connection.send(connection.recv())


def swallow(connection):
    connection.send(sum(len(connection.recv()) for block in range(BLOCKS)))


if __name__ == "__main__":
    here, there = Pipe()
    p = Process(target=echo, args=(there,))
    p.start()
    begin = time.perf_counter()
    for trip in range(TRIPS):
        here.send(trip)
        assert here.recv() == trip
    print("pipe_round_trip", (time.perf_counter() - begin) / TRIPS * 1e6)
    p.join()

    here, there = Pipe()
    p = Process(target=swallow, args=(there,))
    p.start()
    begin = time.perf_counter()
    for block in range(BLOCKS):
        here.send(BLOCK)
    assert here.recv() == BLOCKS * len(BLOCK)
    print("pipe_megabyte", (time.perf_counter() - begin) / BLOCKS * 1e6)
    p.join()
