# A server behind a Unix socket, a client that is killed while it holds objects, and one that counts what is left.
import os
import signal
import sys
import time
from multiprocessing.managers import SyncManager

manager = SyncManager(address=sys.argv[2], authkey=b'the key of the test')
if __name__ == '__main__':
    if sys.argv[1] == 'server':
        manager.get_server().serve_forever()
    manager.connect()
    if sys.argv[1] == 'hold':
        held = [manager.list([n]) for n in range(3)]
        held += [iter(manager.dict(a=1)) for n in range(2)]
        print(manager._number_of_objects(), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    else:
        end = time.time() + 30
        while manager._number_of_objects() > 0 and time.time() < end:
            time.sleep(0.02)
        print(manager._number_of_objects())
