package org.lynceus.simulator.rtsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.clip.Clip;

/**
 * The RTSP server of all simulated cameras at {@code rtsp://127.0.0.1:<port>/camera/<n>} (sub
 * streams under {@code /sub}; {@code /redirect/<n>} sends clients there): one thread selects,
 * answers and sends each frame when it is due. Other threads speak to a camera only through {@link
 * #ask}. A client that is silent for longer than the session timeout is dropped, as real cameras
 * do.
 */
public final class RtspServer implements AutoCloseable {
  private static final int MAXIMUM_CLIENTS = 4096;
  private static final long SILENCE = (RtspSession.TIMEOUT_SECONDS + 5) * 1_000_000_000L;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final Map<Integer, Camera> cameras = new TreeMap<>();
  private final Map<Integer, Camera> subStreams = new TreeMap<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Datagrams datagrams;
  private final Clock clock;
  private final DigestGuard guard;
  private final RandomGenerator random;
  private final Thread thread;
  private volatile boolean stopping;
  private long nextSweep = System.nanoTime();

  /**
   * Binds at once; port 0 takes a free one. The clips' order gives the cameras their numbers, from
   * 1.
   */
  public RtspServer(RtspOptions options, List<Clip> clips, Clock clock, RandomGenerator random)
      throws IOException {
    this.random = random;
    this.clock = clock;
    this.datagrams = new Datagrams(random);
    this.guard = new DigestGuard(System::nanoTime, options.nonceLifetime(), random);
    Camera.Login login =
        options.password() == null ? null : new Camera.Login(options.user(), options.password());
    for (Clip clip : clips) {
      int number = cameras.size() + 1;
      cameras.put(number, new Camera(number, clip, login, clock, random, System.nanoTime()));
    }
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress("127.0.0.1", options.port()), 256);
    server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    thread = new Thread(this::run, "rtsp-cameras");
  }

  /** Starts the thread; call once. */
  public void start() {
    thread.start();
  }

  public int port() {
    return server.socket().getLocalPort();
  }

  /** What all cameras are doing. */
  public List<CameraStatus> status() {
    return onThread(all -> all.values().stream().map(CameraStatus::of).toList());
  }

  /** Does the act at the camera; false when there is no such camera. */
  public boolean ask(int number, CameraAct act) {
    return onThread(
        all -> {
          Camera camera = all.get(number);
          if (camera != null) {
            act.apply(camera);
            Camera sub = subStreams.get(number);
            if (sub != null) {
              sub.login = camera.login;
              if (camera.offline && !sub.offline) {
                sub.goOffline();
              }
            }
          }
          return camera != null;
        });
  }

  /** Does the act at the camera's sub stream; false when there is no such camera. */
  public boolean askSub(int number, CameraAct act) {
    return onThread(
        all -> {
          Camera sub = new Streams().find(number, true);
          if (sub != null) {
            act.apply(sub);
          }
          return sub != null;
        });
  }

  /**
   * The newest frames the camera sent with a number above {@code since}, oldest first (at most the
   * last minute).
   */
  public List<SentFrame> framesSince(int number, long since) {
    return onThread(
        all -> {
          Camera camera = all.get(number);
          return camera == null
              ? List.of()
              : camera.sent.stream().filter(frame -> frame.frame() > since).toList();
        });
  }

  /** What a camera heard, as JSON; null: there is no such camera, or it is deaf. */
  public @Nullable String heard(int number) {
    return onThread(
            all -> {
              Camera camera = all.get(number);
              return Optional.ofNullable(
                  camera == null || camera.heard == null ? null : camera.heard.status());
            })
        .orElse(null);
  }

  private <T> T onThread(Function<Map<Integer, Camera>, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    tasks.add(() -> answer.complete(question.apply(cameras)));
    selector.wakeup();
    return answer.join();
  }

  private void run() {
    try {
      while (!stopping) {
        long wait = sendDue(System.nanoTime());
        selector.select(this::handle, Math.max(1, wait / 1_000_000));
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the cameras' selector failed", e);
    }
  }

  /** Sends what is due; answers the nanoseconds until the next frame. */
  private long sendDue(long now) {
    long next = now + 1_000_000_000L;
    next = Math.min(sendDue(cameras.values(), now, next), sendDue(subStreams.values(), now, next));
    if (now - nextSweep >= 0) {
      nextSweep = now + 1_000_000_000L;
      sweep(now);
    }
    return next - now;
  }

  private static long sendDue(Iterable<Camera> streams, long now, long latest) {
    long next = latest;
    for (Camera stream : streams) {
      if (stream.due() <= now) {
        stream.send(now);
      }
      next = Math.min(next, stream.due());
    }
    return next;
  }

  private void sweep(long now) {
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof RtspConnection connection
          && now - connection.lastHeard > SILENCE) {
        connection.close();
      }
    }
  }

  private void handle(SelectionKey key) {
    if (key.attachment() instanceof RtspConnection connection) {
      if (key.isValid() && key.isWritable()) {
        connection.write();
      }
      if (key.isValid() && key.isReadable()) {
        connection.read(System.nanoTime());
      }
    } else {
      accept();
    }
  }

  private void accept() {
    try {
      SocketChannel client = server.accept();
      if (client == null) {
        return;
      }
      if (selector.keys().size() > MAXIMUM_CLIENTS) {
        client.close();
        return;
      }
      client.configureBlocking(false);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = client.register(selector, SelectionKey.OP_READ);
      key.attach(
          new RtspConnection(
              key,
              client,
              new RtspSession(new Streams(), guard, random),
              datagrams,
              System.nanoTime()));
    } catch (IOException e) {
      System.getLogger(RtspServer.class.getName())
          .log(System.Logger.Level.WARNING, "a client could not be accepted", e);
    }
  }

  /** Ends the thread and closes every connection. */
  @Override
  public void close() throws IOException {
    stopping = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : List.copyOf(selector.keys())) {
      if (key.attachment() instanceof RtspConnection connection) {
        connection.close();
      }
    }
    server.close();
    datagrams.close();
    selector.close();
  }

  /** Main streams, and sub streams that are made when they are first asked for. */
  private final class Streams implements RtspSession.Site {
    @Override
    public @Nullable Camera find(int number, boolean sub) {
      Camera main = cameras.get(number);
      if (main == null || !sub) {
        return main;
      }
      Camera small = subStreams.get(number);
      if (small == null) {
        small = new Camera(number, subClip(), main.login, clock, random, System.nanoTime());
        subStreams.put(number, small);
      }
      small.login = main.login;
      small.network = main.network;
      small.offline = main.offline;
      return small;
    }

    @Override
    public int udpPort() {
      try {
        return datagrams.port();
      } catch (IOException closed) {
        throw new UncheckedIOException(closed);
      }
    }

    private Clip subClip() {
      try {
        return Clip.small();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
