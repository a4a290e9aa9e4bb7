// What the models share: processes that are killed at any step, wait points, and the lock of recovery.
//
// USERS processes take part, numbered from 1; 0 is nobody. KILLS of them may be killed. A killed process takes no step
// any more, and the kernel has marked it. Sleepers look again by themselves once somebody was killed, as the runtime has
// them do now and then: before that a notification must reach whoever it is for.

bool dead[USERS + 1];
bool settled[USERS + 1];
byte kills;
byte recoverer;

typedef WaitPoint {
  byte sequence;
  bool armed;
  bool asleep[USERS + 1]
}

/// Announces a sleeper.
inline arm(point, ticket) {
  atomic { point.armed = true; ticket = point.sequence }
}

/// Sleeps unless there was a notification since `arm`. WOKEN_BY_SIGNAL is what else may end the sleep.
inline sleep(point, ticket) {
  atomic {
    if
    :: point.sequence == ticket && point.armed -> point.asleep[self] = true
    :: else
    fi
  }
  if
  :: atomic { !point.asleep[self] -> ticket = 0 }
  :: atomic { kills > 0 && point.asleep[self] -> point.asleep[self] = false; ticket = 0 }
  fi
}

/// Wakes a sleeper, or all, if there may be any: the look, the new word and the call to the system are a step each.
inline notify(point, all) {
  if
  :: point.armed ->
    atomic { point.armed = false; point.sequence = (point.sequence + 1) % 4 }
    wake(point, all)
  :: else
  fi
}

inline wake(point, all) {
  atomic {
    if
    :: all ->
      other = 1;
      do
      :: other <= USERS -> point.asleep[other] = false; other++
      :: else -> break
      od
    :: else ->
      if
      :: point.asleep[1] -> point.asleep[1] = false
#if USERS > 1
      :: point.asleep[2] -> point.asleep[2] = false
#endif
#if USERS > 2
      :: point.asleep[3] -> point.asleep[3] = false
#endif
#if USERS > 3
      :: point.asleep[4] -> point.asleep[4] = false
#endif
      :: else
      fi
    fi;
    other = 0
  }
}

/// Only one process at a time settles the affairs of the dead; from one that died at it the next takes over.
inline beginRecovery() {
  do
  :: atomic { recoverer == 0 || dead[recoverer] -> recoverer = self; break }
  od
}

inline endRecovery() { recoverer = 0 }
