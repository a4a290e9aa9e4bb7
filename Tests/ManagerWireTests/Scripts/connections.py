# A Listener and a Client that exchange objects, bytes and pickles of all protocols; either may be CPython or ppd.
import os
import sys
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener

KEY = b'the key of the test'


def serve(where, path):
    with Listener(path, authkey=KEY) as listener:
        with open(where + '.new', 'w') as file:
            file.write(path)
        os.rename(where + '.new', where)
        with listener.accept() as connection:
            while True:
                message = connection.recv()
                if message == 'end':
                    break
                if message == 'bytes':
                    connection.send_bytes(connection.recv_bytes())
                else:
                    connection.send(message)
        try:
            listener.accept()
        except AuthenticationError as failure:
            told = str(failure)
        with listener.accept() as connection:
            connection.send(told)


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x


def use(where):
    with open(where) as file:
        path = file.read()
    values = [None, 2 ** 70, -(2 ** 63), 0.1, 'é' * 300, b'\x00\xff' * 200, bytearray(b'abc'), [[]], ((),), {'a': {1, 2}}, frozenset('a'),
              Point(3), [Point(4)] * 2, OSError(2, 'x'), slice(1, 2), Ellipsis, range(4), 'x' * 3000000]
    with Client(path, authkey=KEY) as connection:
        for value in values:
            connection.send(value)
            answer = connection.recv()
            if answer != value and repr(answer) != repr(value):
                print('differs', repr(value)[:60], repr(answer)[:60])
        for protocol in range(6):
            try:
                import pickle
                dumps = pickle.dumps
            except (ImportError, AttributeError):
                break
            for value in values[:-1]:
                connection.send_bytes(dumps(value, protocol))
                answer = connection.recv()
                if answer != value and repr(answer) != repr(value):
                    print('differs in protocol', protocol, repr(value)[:60], repr(answer)[:60])
        connection.send('bytes')
        connection.send_bytes(b'x' * 5000000)
        print(len(connection.recv_bytes()), connection.poll(), connection.poll(0.01))
        connection.send('end')
        try:
            connection.recv()
        except EOFError:
            print('end of file')
    try:
        Client(path, authkey=b'another key')
    except AuthenticationError as failure:
        print(failure)
    with Client(path, authkey=KEY) as connection:
        print(connection.recv())


if __name__ == '__main__':
    if sys.argv[1] == 'server':
        serve(sys.argv[2], sys.argv[3])
    else:
        use(sys.argv[2])
