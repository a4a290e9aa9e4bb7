# A server with objects of all kinds and a client that uses them; either may be CPython or ppd.
import array
import os
import queue
import sys
from multiprocessing import Queue, current_process
from multiprocessing.managers import SyncManager


KEY = b'the key of the test'


class Account:
    def __init__(self, owner):
        self.owner, self.balance = owner, 0

    def pay_in(self, amount):
        self.balance += amount
        return self.balance

    def withdraw(self, amount):
        raise ValueError('%s has only %d' % (self.owner, self.balance))

    def leave(self):
        return lambda: None

    def walk(self):
        return iter(range(3))


class Serving(SyncManager):
    pass


def serve(where, path):
    shared, local = Queue(), queue.Queue()
    accounts = {}
    Serving.register('shared', callable=lambda: shared)
    Serving.register('local', callable=lambda: local)
    Serving.register('account', callable=lambda owner: accounts.setdefault(owner, Account(owner)),
                     method_to_typeid={'walk': 'Iterator'})
    address = ('127.0.0.1', 0) if len(path) % 2 else path
    server = Serving(address=address, authkey=KEY).get_server()
    with open(where + '.new', 'w') as file:
        file.write(repr(server.address))
    os.rename(where + '.new', where)
    server.serve_forever()


def refused(action):
    try:
        return action()
    except Exception as failure:
        return type(failure).__name__, str(failure).split('\n')[0]


def use(where):
    with open(where) as file:
        text = file.read()
    if text.startswith('('):
        host, port = text[1:-1].split(', ')
        address = (host.strip("'"), int(port))
    else:
        address = text.strip("'")
    for name in ('shared', 'local', 'account'):
        Serving.register(name)
    manager = Serving(address=address, authkey=KEY)
    manager.connect()
    values = [None, True, -1, 10 ** 40, 1.5, float('inf'), 'ação 漢字', b'bytes\x00\xff', bytearray(b'x'), [1, [2]], (1,), (), {}, {1: 'a'},
              {2}, frozenset([3]), range(1, 9, 2), ValueError('v', 1), KeyError('k'), 'x' * 100000, list(range(3000)), complex(1, 2),
              array.array('i', [1, -2]), array.array('d', [0.5]), array.array('B', b'xyz'), array.array('Q', [2 ** 63])]
    for name in ('shared', 'local'):
        line = getattr(manager, name)()
        for value in values:
            line.put(value)
        came = [line.get() for _ in values]
        print(name, [repr(a)[:30] for a, b in zip(came, values) if repr(a) != repr(b)], line.empty())
        print(refused(lambda: line.get(False))[0], refused(lambda: line.get(True, 0.02))[0])
    numbers = manager.list([3, 1, 2])
    numbers.append(4)
    numbers.sort()
    print(numbers, len(numbers), numbers[1:3], 4 in numbers, list(numbers), refused(lambda: numbers[9]), numbers.pop())
    table = manager.dict({'a': 1})
    table.update(b=[2])
    print(table, sorted(table.keys()), sorted(table), table.get('z', 0), refused(lambda: table['z']), table.items()[0])
    rows = manager.list([manager.dict(), manager.list([7])])
    rows[0]['deep'] = 'kept'
    rows[1].append(8)
    print(rows[0], rows[1], rows[1][1], len(rows))
    account = manager.account('Ana')
    print(account.pay_in(5), manager.account('Ana').pay_in(6), refused(lambda: account.withdraw(1)), [n for n in account.walk()])
    print(refused(lambda: account.leave())[0], refused(lambda: account.pay_in())[0], refused(lambda: account._callmethod('balance'))[0])
    space = manager.Namespace(x=1)
    space.y = [1, 2]
    print(space, space.x, space.y, refused(lambda: space.z))
    number, cells = manager.Value('i', 4), manager.Array('i', [1, 2])
    number.value += 1
    cells[0] = 9
    print(number.value, number, cells[0], len(cells), cells)
    lock, again, event, permits = manager.Lock(), manager.RLock(), manager.Event(), manager.Semaphore(1)
    with lock:
        print(lock.acquire(False), again.acquire(), again.acquire(), event.wait(0.01), permits.acquire(), permits.acquire(False))
    again.release()
    again.release()
    event.set()
    print(event.wait(), refused(lambda: lock.release())[0], refused(lambda: again.release())[0])
    condition, barrier = manager.Condition(), manager.Barrier(1)
    with condition:
        print(condition.wait(0.01), condition.notify(), condition.notify_all())
    print(barrier.wait(), barrier.parties, barrier.n_waiting, barrier.broken, refused(lambda: condition.wait(1))[0])
    print(manager.shared().qsize(), refused(lambda: Serving(address=address, authkey=b'wrong').connect()))
    print(len(refused(lambda: numbers.append(lambda: 1))), numbers)
    before = manager._number_of_objects()
    extra = manager.list()
    print(manager._number_of_objects() - before)
    del extra
    print(manager._number_of_objects() - before)
    finish(manager)


def finish(manager):
    """Asks a server that somebody else has started to end."""
    if hasattr(manager, '_ending'):
        import _manager
        _manager.control(manager.address, manager._authkey, 'shutdown')
    else:
        from multiprocessing.connection import Client
        connection = Client(manager.address, authkey=manager._authkey)
        connection.send((None, 'shutdown', (), {}))
        connection.recv()


if __name__ == '__main__':
    # CPython's proxies that come out of other objects know the key of the process only.
    current_process().authkey = KEY
    if sys.argv[1] == 'server':
        serve(sys.argv[2], sys.argv[3])
    else:
        use(sys.argv[2])
