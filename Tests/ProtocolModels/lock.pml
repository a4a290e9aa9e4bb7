// How a lock passes from process to process: `OwnedWord`, its wait point, and what recovery does for it.
//
// Each process takes the lock once, and may give up waiting, by a signal or a deadline, GIVE_UPS times in all. Checked:
// never two owners; nobody sleeps for ever; after a kill nobody looks again and again at a lock that nobody has.
#include "waiting.pml"

WaitPoint point;
byte owner, first;
byte held[USERS + 1];  // how many locks a process has or is about to have: what recovery goes by
byte inside;           // living owners
byte givenUp;

inline compareExchange(word, expected, desired, done) {
  atomic { done = (word == expected); if :: done -> word = desired :: else fi }
}

inline take() {
  atomic { mine = (owner == 0); if :: mine -> owner = self; inside++ :: else fi }
}

/// Has a process that waits no longer not come first; others may have left the lock to it.
inline forget(process) {
  compareExchange(first, process, 0, done);
  if :: done -> notify(point, true) :: else fi
}

inline recover(process) {
  beginRecovery();
  if
  :: !settled[process] ->
    if
    :: held[process] > 0 ->
      compareExchange(owner, process, 0, done);
      if :: done -> notify(point, first != 0) :: else fi;
      forget(process);
      held[process] = 0
    :: else
    fi;
    settled[process] = true
  :: else
  fi;
  done = false;
  endRecovery()
}

inline tryToAcquire() {
  mine = false;
  seen = owner;
  if
  :: seen == 0 ->
    next = first;
    if
    :: next == 0 || next == self -> take()
    :: else ->
      if :: dead[next] -> recover(next) :: else fi;
      if :: first == 0 -> take() :: else fi
    fi;
    next = 0
  :: seen != 0 && dead[seen] -> recover(seen)
  :: else
  fi;
  seen = 0
}

proctype User(byte self) provided (!dead[self]) {
  byte seen, next, ticket, other;
  bool mine, done;
  held[self]++;
  if :: first == 0 -> take() :: else fi;
  if
  :: mine -> goto owned
  :: else
  fi;
  do
  :: arm(point, ticket);
    tryToAcquire();
    if
    :: mine -> break
    :: else
    fi;
    // It has waited long enough to come first, or has not.
    if
    :: compareExchange(first, 0, self, done); done = false
    :: true
    fi;
    sleep(point, ticket);
    if
    :: atomic { givenUp < GIVE_UPS -> givenUp++ }
      forget(self);
      held[self]--;
      // The notification that came here may have been meant for one.
      point.armed = true;
      notify(point, false);
      goto gone
    :: true
    fi
  od;
  compareExchange(first, self, 0, done);
owned:
  assert(inside == 1);
progress:
  atomic { owner = 0; inside-- }
  held[self]--;
  notify(point, first != 0);
gone:
  skip
}

proctype Killer(byte victim) {
  if
  :: atomic {
      kills < KILLS && !dead[victim] ->
      kills++;
      dead[victim] = true;
      point.asleep[victim] = false;
      if :: owner == victim -> inside-- :: else fi
    }
  :: true
  fi
}

init {
  byte number;
  atomic {
    for (number : 1 .. USERS) { run User(number); if :: KILLS > 0 -> run Killer(number) :: else fi }
  }
}
