package org.lynceus.protocols.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.rtsp.Authenticator;

/**
 * One connection that dialled in: expected to say who it is, looked up, signed in to, registered,
 * closed. One request is under way at a time. Used by the listener's thread only.
 */
final class Peer {
  private static final String LOGIN = "/cgi-bin/api/global/login";
  private static final String KEEP_ALIVE = "/cgi-bin/api/global/keep-alive";
  private static final String ATTACH =
      "/cgi-bin/eventManager.cgi?action=attach&codes=[All]&heartbeat=5";
  private static final int MOST_WAITING = 32;
  private static final int LONGEST_TOKEN = 256;
  private static final byte[] WELCOME =
      "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.ISO_8859_1);

  private enum State {
    EXPECTED,
    LOOKED_UP,
    SIGNING_IN,
    REGISTERED,
    CLOSED
  }

  final InetAddress address;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final RegistrationListener listener;
  private final HttpReader reader = new HttpReader();
  private final ArrayDeque<Exchange> waiting = new ArrayDeque<>();
  private final ArrayDeque<ByteBuffer> out = new ArrayDeque<>();
  private final long keepAlive;
  private State state = State.EXPECTED;
  private long since;
  private @Nullable ConnectRequest request;
  private @Nullable RegistrationEntry entry;
  private @Nullable Authenticator authenticator;
  private @Nullable String token;
  private @Nullable RegisteredDevice device;
  private @Nullable Exchange current;
  private long answered;
  private long parts;
  private long lastPart;
  private boolean listening;

  Peer(
      RegistrationListener listener, SocketChannel channel, SelectionKey key, InetAddress address) {
    this.listener = listener;
    this.channel = channel;
    this.key = key;
    this.address = address;
    this.keepAlive = listener.options().keepAlive().toNanos();
    this.since = System.nanoTime();
  }

  boolean isRegistered() {
    return state == State.REGISTERED;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  ConnectRequest request() {
    return Objects.requireNonNull(request);
  }

  @Nullable RegistrationEntry entry() {
    return entry;
  }

  RegisteredDevice device() {
    return Objects.requireNonNull(device);
  }

  void read(ByteBuffer scratch) {
    try {
      int count = channel.read(scratch.clear());
      if (count < 0) {
        close(Loss.CLOSED);
        return;
      }
      reader.put(scratch.flip());
      take();
    } catch (IOException e) {
      close(Loss.CLOSED);
    } catch (MalformedException e) {
      listener.complaints().malformed(address, e);
      close(Loss.MALFORMED);
    }
  }

  private void take() throws MalformedException {
    HttpMessage next;
    List<CgiEvent> events = new ArrayList<>();
    while (state != State.CLOSED && (next = reader.next()) != null) {
      if (state == State.EXPECTED) {
        request = ConnectRequest.of(next);
        state = State.LOOKED_UP;
        since = System.nanoTime();
        reader.swapRoles();
        listener.lookUp(this, request);
      } else if (next.part()) {
        part(next, events);
      } else if (next.answer()) {
        answer(next);
      } else {
        throw new MalformedException("a request where an answer was due");
      }
    }
    if (!events.isEmpty() && device != null) {
      RegisteredDevice told = device;
      listener.tell(watcher -> watcher.told(told, events));
    }
  }

  private void part(HttpMessage part, List<CgiEvent> events) {
    parts++;
    lastPart = System.nanoTime();
    if (listening) {
      CgiEvent.of(part.text()).ifPresent(events::add);
    }
  }

  private void answer(HttpMessage answer) throws MalformedException {
    int status = answer.status();
    Exchange asked = current;
    if (asked == null || status / 100 == 1) {
      return;
    }
    Authenticator signs = Objects.requireNonNull(authenticator);
    List<String> challenges = answer.all("www-authenticate");
    if (status == 401 && !challenges.isEmpty()) {
      try {
        signs.challenged(challenges);
        asked.challenged = true;
        transmit(asked);
      } catch (FaultException e) {
        current = null;
        asked.end(null, e.fault());
        next();
      }
      return;
    }
    if (status != 401) {
      signs.accepted(answer.header("authentication-info"));
    }
    answered = System.nanoTime();
    current = null;
    asked.end(answer, null);
    next();
  }

  /** The directory knows the device: signs in. */
  void signIn(RegistrationEntry found, Authenticator signs) {
    if (state != State.LOOKED_UP) {
      return;
    }
    entry = found;
    authenticator = signs;
    state = State.SIGNING_IN;
    if (found.answered()) {
      write(ByteBuffer.wrap(WELCOME));
    }
    ask(new Exchange("POST", LOGIN, listener.options().patience(), this::signedIn));
  }

  private void signedIn(@Nullable HttpMessage answer, @Nullable Fault fault) {
    if (state != State.SIGNING_IN) {
      return;
    }
    if (answer == null) {
      boolean rejected = fault != null && fault.code() == FaultCode.UNAUTHORIZED;
      close(rejected ? Loss.UNAUTHORIZED : Loss.SIGN_IN_TIMEOUT);
      return;
    }
    try {
      int status = answer.status();
      if (status == 401 || status == 403) {
        close(Loss.UNAUTHORIZED);
        return;
      }
      String told = status == 200 ? FlatJson.read(answer.text()).getOrDefault("Token", "") : "";
      if (!told.matches("[!-~]{1," + LONGEST_TOKEN + "}")) {
        throw new MalformedException("signing in gave no token");
      }
      token = told;
      register();
    } catch (MalformedException e) {
      listener.complaints().malformed(address, e);
      close(Loss.MALFORMED);
    }
  }

  private void register() {
    state = State.REGISTERED;
    long now = System.nanoTime();
    // Not all keep-alives at once after a storm.
    answered = now - (long) (keepAlive * 0.5 * listener.random().nextDouble());
    device = new RegisteredDevice(this, listener);
    listener.registered(this);
  }

  /** Asks the device to tell its events over this connection. */
  void listen() {
    if (state != State.REGISTERED || listening) {
      return;
    }
    if (listener.blocks(request().id())) {
      listener.tell(watcher -> watcher.eventsOffline(device(), Loss.EVENTS_BLOCK));
      return;
    }
    ask(
        new Exchange(
            "GET",
            ATTACH,
            listener.options().patience(),
            (answer, fault) -> {
              listening = answer != null && answer.first().contains(" 200") && answer.beginsParts();
              lastPart = System.nanoTime();
              boolean now = listening;
              listener.tell(
                  watcher -> {
                    if (now) {
                      watcher.eventsOnline(device());
                    } else {
                      watcher.eventsOffline(device(), Loss.EVENTS_REFUSED);
                    }
                  });
            }));
  }

  void ask(Exchange exchange) {
    if (state == State.CLOSED || waiting.size() == MOST_WAITING) {
      boolean closed = state == State.CLOSED;
      exchange.end(
          null,
          closed
              ? new Fault(FaultCode.CLOSED, "The device is not registered any longer.")
              : new Fault(FaultCode.TIMEOUT, "Too much is asked of this device at once."));
      return;
    }
    exchange.sent = System.nanoTime();
    waiting.add(exchange);
    next();
  }

  private void next() {
    if (current != null || state == State.CLOSED) {
      return;
    }
    Exchange first = waiting.poll();
    if (first != null) {
      current = first;
      transmit(first);
    }
  }

  private void transmit(Exchange exchange) {
    exchange.sent = System.nanoTime();
    exchange.partsWhenSent = parts;
    Authenticator signs = authenticator;
    // The token stands for the password once there is one.
    String authorization =
        signs == null || token != null && !exchange.challenged
            ? null
            : signs.header(exchange.method, exchange.target);
    write(ByteBuffer.wrap(exchange.head(request().id(), token, authorization)));
  }

  void write(ByteBuffer bytes) {
    out.add(bytes);
    flush();
  }

  void flush() {
    try {
      while (!out.isEmpty()) {
        channel.write(out.element());
        if (out.element().hasRemaining()) {
          key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
          return;
        }
        out.remove();
      }
      key.interestOps(SelectionKey.OP_READ);
    } catch (IOException e) {
      close(Loss.CLOSED);
    }
  }

  /** What time alone brings: silence ends a step, a keep-alive is due, a device is lost. */
  void tick(long now) {
    if (state == State.EXPECTED || state == State.LOOKED_UP) {
      if (now - since > listener.options().patience().toNanos()) {
        close(Loss.SIGN_IN_TIMEOUT);
      }
      return;
    }
    waiting.removeIf(exchange -> late(exchange, now));
    Exchange under = current;
    if (under != null) {
      late(under, now);
      if (state == State.REGISTERED && now - under.sent > keepAlive * RegistrationOptions.MISSES) {
        boolean talks = parts > under.partsWhenSent;
        close(listening && talks ? Loss.EVENTS_BLOCK : Loss.HEARTBEAT_LOST);
      }
    } else if (state == State.REGISTERED && now - answered > keepAlive) {
      Duration all = listener.options().keepAlive().multipliedBy(RegistrationOptions.MISSES + 1);
      ask(new Exchange("POST", KEEP_ALIVE, all, this::stillThere));
    }
    if (listening && now - lastPart > keepAlive * RegistrationOptions.MISSES) {
      listening = false;
      listener.tell(watcher -> watcher.eventsOffline(device(), Loss.HEARTBEAT_LOST));
      listen();
    }
  }

  private static boolean late(Exchange exchange, long now) {
    if (exchange.overdue(now)) {
      exchange.end(null, new Fault(FaultCode.TIMEOUT, "The device does not answer in time."));
      return true;
    }
    return false;
  }

  /** A device that denies the session has forgotten it, for example by a restart. */
  private void stillThere(@Nullable HttpMessage answer, @Nullable Fault fault) {
    if (state == State.REGISTERED && (answer == null || !answer.first().contains(" 200"))) {
      close(Loss.CLOSED);
    }
  }

  void close(Loss loss) {
    if (state == State.CLOSED) {
      return;
    }
    boolean wasRegistered = state == State.REGISTERED;
    state = State.CLOSED;
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      listener.complaints().close(e);
    }
    listener.gone(this, wasRegistered, loss);
    BiConsumer<Exchange, Loss> told =
        (exchange, why) -> exchange.end(null, new Fault(FaultCode.CLOSED, why.text()));
    if (current != null) {
      told.accept(current, loss);
    }
    waiting.forEach(exchange -> told.accept(exchange, loss));
    waiting.clear();
    out.clear();
  }
}
