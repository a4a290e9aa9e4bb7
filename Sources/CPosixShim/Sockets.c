// Sockets and epoll.
#define _GNU_SOURCE
#include "Sockets.h"
#include "Signals.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>

int ppd_stream_socket(int family) { return socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0); }
int ppd_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

int ppd_set_option(int descriptor, int level, int option, int value) {
  return setsockopt(descriptor, level, option, &value, sizeof value);
}

int ppd_set_timeout(int descriptor, int option, uint64_t nanoseconds) {
  struct timeval time = {(time_t)(nanoseconds / 1000000000u), (suseconds_t)(nanoseconds % 1000000000u / 1000)};
  return setsockopt(descriptor, SOL_SOCKET, option, &time, sizeof time);
}

int ppd_set_blocking(int descriptor, int blocking) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0) return -1;
  return fcntl(descriptor, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

int ppd_connect_error(int descriptor) {
  int error = 0;
  socklen_t size = sizeof error;
  return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size) < 0 ? errno : error;
}

pid_t ppd_peer_process(int descriptor) {
  struct ucred credentials = {0};
  socklen_t size = sizeof credentials;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) < 0) return 0;
  return credentials.pid > 0 ? credentials.pid : 0;
}

ssize_t ppd_send(int descriptor, const void *bytes, size_t count) {
  return send(descriptor, bytes, count, MSG_NOSIGNAL);
}

ssize_t ppd_send_two(int descriptor, const void *first, size_t firstCount, const void *second, size_t secondCount) {
  struct iovec pieces[2] = {{(void *)first, firstCount}, {(void *)second, secondCount}};
  struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
  return sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

unsigned ppd_unix_address(struct sockaddr_un *address, const char *path, size_t count) {
  memset(address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  int isAbstract = count > 0 && path[0] == 0;
  if (count + (isAbstract ? 0 : 1) > sizeof address->sun_path) return 0;
  memcpy(address->sun_path, path, count);
  return (unsigned)(offsetof(struct sockaddr_un, sun_path) + count + (isAbstract ? 0 : 1));
}

int ppd_poll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int ppd_poll_control(int poll, int operation, int descriptor, int wantsRead, int wantsWrite, uint64_t token) {
  static const int operations[] = {EPOLL_CTL_ADD, EPOLL_CTL_MOD, EPOLL_CTL_DEL};
  struct epoll_event event = {.events = (wantsRead ? EPOLLIN | EPOLLRDHUP : 0) | (wantsWrite ? EPOLLOUT : 0)};
  event.data.u64 = token;
  return epoll_ctl(poll, operations[operation], descriptor, &event);
}

/// Waits with no signal unnoticed between a look at the flags and the wait.
static int wait_with_signals(int poll, struct epoll_event *found, int most, uint64_t nanoseconds) {
  struct timespec time = {(time_t)(nanoseconds / 1000000000u), (long)(nanoseconds % 1000000000u)};
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  int count = 0;
  if (!ppd_signal_pending()) {
    count = epoll_pwait2(poll, found, most, nanoseconds == UINT64_MAX ? NULL : &time, &before);
    if (count < 0 && errno == ENOSYS) {
      int milliseconds = nanoseconds >= 2000000000000000ull ? -1 : (int)((nanoseconds + 999999) / 1000000);
      count = epoll_pwait(poll, found, most, milliseconds, &before);
    }
  }
  int error = errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = error;
  return count;
}

int ppd_poll_wait(int poll, struct ppd_poll_event *events, int most, uint64_t nanoseconds) {
  enum { limit = 256 };
  struct epoll_event found[limit];
  if (most > limit) most = limit;
  // A busy program finds something at once, and is spared the care that no signal comes between a look and the wait.
  int count = epoll_wait(poll, found, most, 0);
  if (count == 0 && nanoseconds > 0) count = wait_with_signals(poll, found, most, nanoseconds);
  int error = errno;
  for (int index = 0; index < count; index++) {
    events[index].token = found[index].data.u64;
    events[index].readable = (found[index].events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP)) != 0;
    events[index].writable = (found[index].events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) != 0;
  }
  errno = error;
  return count;
}
