// Sockets: what glibc offers only under _GNU_SOURCE or as macros, and epoll(7).
#pragma once
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>

/// socket(2), close-on-exec: a stream of the family. -1 and errno.
int ppd_stream_socket(int family);
/// accept4(2) with `SOCK_CLOEXEC | SOCK_NONBLOCK`.
int ppd_accept(int listener);
/// Sets a socket option whose value is an int. 0, or -1 and errno.
int ppd_set_option(int descriptor, int level, int option, int value);
/// Sets SO_RCVTIMEO or SO_SNDTIMEO. 0, or -1 and errno.
int ppd_set_timeout(int descriptor, int option, uint64_t nanoseconds);
/// Makes a descriptor blocking or not. 0, or -1 and errno.
int ppd_set_blocking(int descriptor, int blocking);
/// The error that a non-blocking connect(2) came to: 0 or an errno.
int ppd_connect_error(int descriptor);
/// The process at the other end of a Unix socket when it was connected; 0 where that is not known.
pid_t ppd_peer_process(int descriptor);
/// send(2) without SIGPIPE.
ssize_t ppd_send(int descriptor, const void *bytes, size_t count);
/// sendmsg(2) of two pieces, without SIGPIPE.
ssize_t ppd_send_two(int descriptor, const void *first, size_t firstCount, const void *second, size_t secondCount);

/// Fills a Unix socket's address; a path that begins with a null byte is one of Linux' abstract names. Returns the
/// address' size, 0 where the path is too long.
unsigned ppd_unix_address(struct sockaddr_un *address, const char *path, size_t count);

/// Waiting for many descriptors. `token` comes back with the event.
struct ppd_poll_event {
  uint64_t token;
  int readable;
  int writable;
};
/// epoll_create1(2), close-on-exec.
int ppd_poll_create(void);
/// Adds (`operation` 0), changes (1) or removes (2) a descriptor. 0, or -1 and errno.
int ppd_poll_control(int poll, int operation, int descriptor, int wantsRead, int wantsWrite, uint64_t token);
/// Waits for at most `nanoseconds` (~0: for ever), not at all while a noted signal is pending. The number of events, at
/// most 256; -1 and errno.
int ppd_poll_wait(int poll, struct ppd_poll_event *events, int most, uint64_t nanoseconds);
