/*
 * The least a recorder of RTSP over TCP can do: one thread reads what the sockets have and writes it to one file per
 * camera, without looking at it. The engine's CPU is compared with this.
 * Usage: floor <port> <cameras> <directory>; prints "ready" when all cameras play.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static char buffer[256 * 1024];
static char (*alive)[512];

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* Sends a request and reads the whole answer into buffer. */
static void ask(int fd, const char *request) {
  size_t length = 0;
  if (write(fd, request, strlen(request)) != (ssize_t)strlen(request)) fail("write");
  while (1) {
    ssize_t n = read(fd, buffer + length, sizeof buffer - 1 - length);
    if (n <= 0) fail("read");
    length += n;
    buffer[length] = 0;
    char *end = strstr(buffer, "\r\n\r\n");
    if (!end) continue;
    char *body = strstr(buffer, "Content-Length:");
    if (!body || length >= (size_t)(end + 4 - buffer) + strtoul(body + 15, NULL, 10)) break;
  }
  if (strncmp(buffer, "RTSP/1.0 200", 12) != 0) {
    fprintf(stderr, "refused: %.200s\n", buffer);
    exit(1);
  }
}

static int play(int port, int camera) {
  char request[8192], url[256], track[4096];
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to) != 0) fail("connect");
  snprintf(url, sizeof url, "rtsp://127.0.0.1:%d/camera/%d", port, camera);
  snprintf(request, sizeof request, "DESCRIBE %s RTSP/1.0\r\nCSeq: 1\r\n\r\n", url);
  ask(fd, request);
  char *media = strstr(buffer, "m=video");
  char *control = media ? strstr(media, "a=control:") : NULL;
  if (!control || sscanf(control + 10, "%255[^\r\n]", request) != 1) fail("no control");
  if (strncmp(request, "rtsp://", 7) == 0) snprintf(track, sizeof track, "%s", request);
  else snprintf(track, sizeof track, "%s/%s", url, request);
  snprintf(request, sizeof request,
           "SETUP %s RTSP/1.0\r\nCSeq: 2\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n", track);
  ask(fd, request);
  char *session = strstr(buffer, "Session:");
  char id[128];
  if (!session || sscanf(session + 8, " %127[^;\r\n]", id) != 1) fail("no session");
  snprintf(request, sizeof request, "PLAY %s RTSP/1.0\r\nCSeq: 3\r\nSession: %s\r\n\r\n", url, id);
  if (write(fd, request, strlen(request)) < 0) fail("play");
  snprintf(alive[camera - 1], sizeof alive[0], "OPTIONS %s RTSP/1.0\r\nCSeq: 4\r\nSession: %s\r\n\r\n", url, id);
  return fd;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int port = atoi(argv[1]), cameras = atoi(argv[2]), poll = epoll_create1(0);
  int *files = calloc(cameras, sizeof *files), *sockets = calloc(cameras, sizeof *sockets);
  alive = calloc(cameras, sizeof *alive);
  for (int i = 0; i < cameras; i++) {
    char name[512];
    snprintf(name, sizeof name, "%s/camera-%d.rtp", argv[3], i + 1);
    files[i] = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    sockets[i] = play(port, i + 1);
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
    if (files[i] < 0 || epoll_ctl(poll, EPOLL_CTL_ADD, sockets[i], &event) != 0) fail("setup");
  }
  puts("ready");
  fflush(stdout);
  time_t last = time(NULL);
  while (1) {
    struct epoll_event events[64];
    if (time(NULL) - last >= 20) {
      last = time(NULL);
      for (int i = 0; i < cameras; i++)
        if (write(sockets[i], alive[i], strlen(alive[i])) < 0) fail("keep alive");
    }
    int count = epoll_wait(poll, events, 64, -1);
    for (int i = 0; i < count; i++) {
      int camera = events[i].data.u32;
      ssize_t n = read(sockets[camera], buffer, sizeof buffer);
      if (n <= 0) fail("camera gone");
      if (write(files[camera], buffer, n) != n) fail("write");
    }
  }
}
