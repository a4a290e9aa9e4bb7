// How messages go from producers to consumers: the counters of `Fifo`, its two section locks with the journals behind
// them, and its wait point.
//
// Process numbers up to PRODUCERS put MESSAGES messages each; those after them take. Checked: messages come in the order in
// which they were put, none twice; what `put` returned for is taken, unless its taker was killed with it; no consumer
// sleeps for ever beside a message.
#define USERS (PRODUCERS + CONSUMERS)
#define TOTAL (PRODUCERS * MESSAGES)
#include "waiting.pml"

typedef Section {
  byte owner;
  WaitPoint crowd
}

Section producing, consuming;
WaitPoint items;
byte tail, head, seenTail;
byte slots[TOTAL + 1];     // the number of the process that put the message
byte returned, taken, lost;
byte wants[USERS + 1];     // the section that a process is in, or about to be in: 1 producing, 2 consuming
byte pending[USERS + 1];   // 1 + the number of the message that a consumer has in its hands

inline enter(section, which) {
  wants[self] = which;
  do
  :: atomic { section.owner == 0 -> section.owner = self; break }
  :: section.owner != 0 && dead[section.owner] ->
    wants[self] = 0;
    recover(section.owner);
    wants[self] = which
  :: section.owner != 0 && !dead[section.owner] ->
    arm(section.crowd, ticket);
    if
    :: atomic { section.owner == 0 -> section.owner = self; break }
    :: else -> sleep(section.crowd, ticket)
    fi
  od
}

inline leave(section) {
  section.owner = 0;
  wants[self] = 0;
  notify(section.crowd, false)
}

inline release(section, process) {
  atomic { done = (section.owner == process); if :: done -> section.owner = 0 :: else fi }
  if :: done -> notify(section.crowd, true) :: else fi
}

inline recover(process) {
  victim = process;
  beginRecovery();
  if
  :: victim != 0 && dead[victim] && !settled[victim] ->
    if
    :: wants[victim] == 1 -> release(producing, victim)
    :: wants[victim] == 2 -> release(consuming, victim)
    :: else
    fi;
    settled[victim] = true
  :: else
  fi;
  victim = 0;
  done = false;
  endRecovery()
}

proctype Producer(byte self) provided (!dead[self]) {
  byte ticket, other, victim, position, number;
  bool done;
  do
  :: number < MESSAGES ->
    enter(producing, 1);
    position = tail;
    slots[position] = self;
    tail = position + 1;
    leave(producing);
    notify(items, false);
    atomic { returned++; number++; position = 0 }
  :: else -> break
  od
}

proctype Consumer(byte self) provided (!dead[self]) {
  byte ticket, other, victim, position;
  bool done;
end:
  do
  :: if
    :: head == seenTail && head == tail -> goto wait
    :: else
    fi;
    enter(consuming, 2);
    position = head;
    if :: position == seenTail -> seenTail = tail :: else fi;
    if
    :: position == seenTail -> leave(consuming); goto wait
    :: else
    fi;
    assert(position < tail && slots[position] != 0);
    atomic {
      // The store that takes the message: from here on it is the consumer's.
      assert(head == position);
      head = position + 1;
      pending[self] = position + 1
    }
    leave(consuming);
progress_taken:
    atomic { pending[self] = 0; taken++; position = 0 };
    goto next;
wait:
    position = 0;
    arm(items, ticket);
    if
    :: head != tail -> ticket = 0
    :: else ->
progress_nothing:
      sleep(items, ticket);
      goto next
    fi;
    // Several messages may have come while one sleeper was woken.
    if :: tail > head + 1 -> notify(items, false) :: else fi;
next:
    skip
  od
}

proctype Killer(byte victim) {
  if
  :: atomic {
      kills < KILLS && !dead[victim] ->
      kills++;
      dead[victim] = true;
      items.asleep[victim] = false;
      producing.crowd.asleep[victim] = false;
      consuming.crowd.asleep[victim] = false;
      if :: pending[victim] != 0 -> lost++ :: else fi
    }
  :: true
  fi
}

/// When nothing can happen any more, and nobody was killed who could have had the last word.
proctype End() {
  timeout -> assert(head == tail && taken == tail && returned == TOTAL)
}

init {
  byte number;
  atomic {
    for (number : 1 .. PRODUCERS) { run Producer(number) }
    for (number : PRODUCERS + 1 .. USERS) { run Consumer(number) }
    if
    :: KILLS > 0 -> for (number : 1 .. USERS) { run Killer(number) }
    :: else -> run End()
    fi
  }
}
