// Output that many processes share.
#define _GNU_SOURCE
#include "SharedOutput.h"
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int ppd_shared_output(int ends[2]) {
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) return -1;
  int yes = 1;
  // With credentials on, the kernel never joins what two processes wrote.
  if (setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes) == 0 && shutdown(ends[0], SHUT_WR) == 0 &&
      fcntl(ends[0], F_SETOWN, getpid()) == 0 && fcntl(ends[0], F_SETFL, O_NONBLOCK | O_ASYNC) == 0) {
    return 0;
  }
  close(ends[0]);
  close(ends[1]);
  return -1;
}

ssize_t ppd_shared_output_read(int descriptor, void *bytes, size_t count, pid_t *writer) {
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(struct ucred))];
  } control;
  struct iovec part = {.iov_base = bytes, .iov_len = count};
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
  *writer = 0;
  ssize_t result = recvmsg(descriptor, &message, MSG_CMSG_CLOEXEC);
  if (result < 0) return result;
  for (struct cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_CREDENTIALS) {
      struct ucred credentials;
      memcpy(&credentials, CMSG_DATA(part), sizeof credentials);
      *writer = credentials.pid;
    }
  }
  return result;
}
