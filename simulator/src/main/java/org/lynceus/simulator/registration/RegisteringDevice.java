package org.lynceus.simulator.registration;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.rtsp.DigestGuard;

/**
 * A device that dials in: says its id, lets the center sign in by digest (MD5) and answers over the
 * same connection; dials again with growing pauses after each loss. Used by the thread of {@link
 * RegisteringDevices} only.
 */
final class RegisteringDevice {
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();
  private static final long HEARTBEAT = Duration.ofSeconds(5).toNanos();
  private static final String BOUNDARY = "myboundary";

  final DialSettings settings;
  private final Selector selector;
  private final RandomGenerator random;
  private final DigestGuard guard;
  private final CgiAnswers cgi;
  private final ByteBuffer in = ByteBuffer.allocate(2048);
  private final StringBuilder heard = new StringBuilder();
  private @Nullable SocketChannel channel;
  private @Nullable SelectionKey key;
  private @Nullable ByteBuffer out;
  private String password;
  private @Nullable String token;
  private boolean welcomed;
  private boolean attached;
  private boolean silent;
  private boolean oneThing;
  private boolean gone;
  private int dials;
  private int tries;
  private int keepAlives;
  private int rejected;
  private long due = System.nanoTime();

  RegisteringDevice(DialSettings settings, Selector selector, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.selector = selector;
    this.random = random;
    this.guard = new DigestGuard(System::nanoTime, Duration.ofMinutes(1), random);
    this.cgi = new CgiAnswers(settings.id(), clock);
    this.password = settings.password();
  }

  DeviceState state() {
    return new DeviceState(
        settings.id(), token != null, dials, keepAlives, rejected, attached, cgi.head.last());
  }

  /** Dials when it is time to, tells that it is alive. */
  void tick(long now) {
    if (gone || now < due) {
      return;
    }
    if (channel == null) {
      dial();
    } else if (attached && !silent) {
      part("Heartbeat");
      due = now + HEARTBEAT;
    } else {
      due = Long.MAX_VALUE;
    }
  }

  private void dial() {
    dials++;
    due = Long.MAX_VALUE;
    try {
      SocketChannel made = SocketChannel.open();
      channel = made;
      made.configureBlocking(false);
      if (settings.from() != null) {
        made.bind(new InetSocketAddress(settings.from(), 0));
      }
      made.connect(settings.center());
      key = made.register(selector, SelectionKey.OP_CONNECT, this);
    } catch (IOException e) {
      lose();
    }
  }

  void ready() {
    SelectionKey known = key;
    if (known == null || !known.isValid()) {
      return;
    }
    try {
      if (known.isConnectable() && known.isValid()) {
        connected(known);
      } else {
        if (known.isWritable()) {
          flush();
        }
        if (known.isValid() && known.isReadable()) {
          read();
        }
      }
    } catch (IOException e) {
      lose();
    }
  }

  private void connected(SelectionKey known) throws IOException {
    if (channel != null && channel.finishConnect()) {
      known.interestOps(SelectionKey.OP_READ);
      String body =
          "{\"DevClass\":\"IPC\",\"DeviceID\":\"%s\",\"ServerIP\":\"%s\"}"
              .formatted(settings.id(), settings.center().getAddress().getHostAddress());
      say(
          "POST /cgi-bin/api/autoRegist/connect HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(settings.center().getHostString(), body.length(), body));
    }
  }

  private void read() throws IOException {
    SocketChannel open = channel;
    if (open == null || open.read(in) < 0) {
      lose();
      return;
    }
    in.flip();
    heard.append(StandardCharsets.ISO_8859_1.decode(in));
    in.clear();
    int end = heard.indexOf("\r\n\r\n");
    while (end >= 0 && channel != null) {
      String head = heard.substring(0, end);
      heard.delete(0, end + 4);
      if (head.startsWith("HTTP/1.1 200")) {
        welcomed = true;
      } else if (!silent && !(attached && oneThing)) {
        request(head.split("\r\n"));
      }
      end = heard.indexOf("\r\n\r\n");
    }
  }

  private void request(String[] lines) {
    String[] words = lines[0].split(" ");
    String target = words.length > 1 ? words[1] : "";
    if (target.equals("/cgi-bin/api/global/login")) {
      login(words[0], target, header(lines, "Authorization"));
    } else if (token == null || !header(lines, "X-cgi-token").equals(token)) {
      answer(403, "text/plain", "Forbidden".getBytes(StandardCharsets.UTF_8), "");
    } else if (target.equals("/cgi-bin/api/global/keep-alive")) {
      keepAlives++;
      answer(200, "application/json", "{}".getBytes(StandardCharsets.UTF_8), "");
    } else if (target.startsWith("/cgi-bin/eventManager.cgi?action=attach")) {
      attached = true;
      due = System.nanoTime();
      say(
          "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary="
              + BOUNDARY
              + "\r\n\r\n");
    } else {
      CgiAnswers.Answer answer = cgi.answer(target);
      answer(answer.status(), answer.type(), answer.body(), "");
      if (cgi.rebooting) {
        cgi.rebooting = false;
        lose();
      }
    }
  }

  private void login(String method, String target, String authorization) {
    DigestGuard.Verdict verdict =
        guard.judge(method, target, authorization, settings.user(), password);
    if (welcomed && verdict == DigestGuard.Verdict.WELCOME) {
      token = Long.toHexString(random.nextLong());
      tries = 0;
      keepAlives = 0;
      answer(
          200,
          "application/json",
          ("{\"Token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8),
          "");
      return;
    }
    if (!authorization.isEmpty()) {
      rejected++;
    }
    String md5 = guard.challenges(verdict == DigestGuard.Verdict.STALE).get(1);
    answer(401, "text/plain", new byte[0], "WWW-Authenticate: " + md5 + "\r\n");
  }

  private static String header(String[] lines, String name) {
    for (String line : lines) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  private void answer(int status, String type, byte[] body, String more) {
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(status, status == 200 ? "OK" : "Refused", type, body.length, more);
    ByteBuffer whole = ByteBuffer.allocate(head.length() + body.length);
    whole.put(head.getBytes(StandardCharsets.ISO_8859_1)).put(body).flip();
    send(whole);
  }

  private void part(String text) {
    say(
        "--%s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
            .formatted(BOUNDARY, text.length(), text));
  }

  private void say(String text) {
    send(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private void send(ByteBuffer bytes) {
    ByteBuffer before = out;
    out =
        before == null
            ? bytes
            : ByteBuffer.allocate(before.remaining() + bytes.remaining())
                .put(before)
                .put(bytes)
                .flip();
    try {
      flush();
    } catch (IOException e) {
      lose();
    }
  }

  private void flush() throws IOException {
    SocketChannel open = channel;
    SelectionKey known = key;
    if (open == null || known == null || out == null) {
      return;
    }
    open.write(out);
    boolean more = out.hasRemaining();
    out = more ? out : null;
    known.interestOps(SelectionKey.OP_READ | (more ? SelectionKey.OP_WRITE : 0));
  }

  /** Its connection is gone; dials again after a pause. */
  void lose() {
    hangUp();
    long base = settings.redial().toNanos() << Math.min(10, tries++);
    due =
        System.nanoTime()
            + (long) (Math.min(base, LONGEST_PAUSE) * (0.5 + 0.5 * random.nextDouble()));
  }

  private void hangUp() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It is gone either way; the simulated device dials again.
      System.err.println("closing a connection failed: " + e.getMessage());
    }
    channel = null;
    key = null;
    out = null;
    token = null;
    welcomed = false;
    attached = false;
    heard.setLength(0);
  }

  void stop() {
    gone = true;
    hangUp();
  }

  void fire(String code, String action, int index) {
    if (attached && !silent) {
      part("Code=" + code + ";action=" + action + ";index=" + index);
    }
  }

  /** Stays connected and says nothing more, or talks again. */
  void silence(boolean now) {
    silent = now;
  }

  /** While events are told, nothing else is answered. */
  void doOneThing(boolean now) {
    oneThing = now;
  }

  void expect(String newPassword) {
    password = newPassword;
  }

  void skew(Duration ahead) {
    cgi.skew(ahead);
  }
}
