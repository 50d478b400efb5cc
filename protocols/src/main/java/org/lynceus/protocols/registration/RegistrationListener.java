package org.lynceus.protocols.registration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.rtsp.Authenticator;

/**
 * Listens for devices that dial in, signs in to those that are provided for, and keeps their
 * connections. One thread with a selector serves all connections, since nearly all of them are idle
 * nearly always; looking a device up and completing calls happen on the workers, news go out by a
 * thread of their own. So thousands of devices need three threads and the few workers.
 */
public final class RegistrationListener implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int PIECE = 32 << 10;
  private static final int MOST_REJECTIONS = 10_000;

  /** A password that a device rejected, as its record was then. */
  private record Rejection(long version, @Nullable InetAddress onlyFrom) {}

  private final RegistrationOptions options;
  private final RegistrationDirectory directory;
  private final RegistrationWatcher watcher;
  private final Executor workers;
  private final RandomGenerator random;
  private final Complaints complaints = new Complaints();
  private final Doorkeeper doorkeeper;
  private final ServerSocketChannel door;
  private final Selector selector;
  private final SelectionKey doorKey;
  private final Thread thread;
  private final ExecutorService news;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Set<Peer> peers = new HashSet<>();
  private final Map<String, Peer> registered = new ConcurrentHashMap<>();
  private final Map<String, Rejection> rejections =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rejection> eldest) {
          return size() > MOST_REJECTIONS;
        }
      };
  private final Set<String> blocking = new HashSet<>();
  private final ByteBuffer scratch = ByteBuffer.allocate(PIECE);
  private int strangers;
  private volatile boolean closing;

  /**
   * Binds the address; {@link #start} begins to listen.
   *
   * @param workers look up devices and complete calls; a few threads are enough
   * @param random must be a secure one
   */
  public RegistrationListener(
      RegistrationOptions options,
      RegistrationDirectory directory,
      RegistrationWatcher watcher,
      Executor workers,
      ThreadFactory threads,
      RandomGenerator random)
      throws IOException {
    this.options = options;
    this.directory = directory;
    this.watcher = watcher;
    this.workers = workers;
    this.random = random;
    this.doorkeeper =
        new Doorkeeper(options.mostStrangersPerAddress(), options.connectsPerMinute());
    this.selector = Selector.open();
    this.door = ServerSocketChannel.open();
    try {
      door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      door.bind(options.address(), BACKLOG);
      door.configureBlocking(false);
      this.doorKey = door.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      door.close();
      selector.close();
      throw e;
    }
    this.thread = threads.newThread(this::run);
    this.news = Executors.newSingleThreadExecutor(threads);
  }

  public void start() {
    thread.start();
  }

  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) door.getLocalAddress();
  }

  /** How many devices are registered now. */
  public int count() {
    return registered.size();
  }

  /** The device that registered with an id; null when it is not registered now. */
  public @Nullable RegisteredDevice device(String id) {
    Peer peer = registered.get(id);
    return peer == null ? null : peer.device();
  }

  /**
   * A record was changed or removed: a device that could not sign in with it now loses its
   * connection.
   */
  public void changed(String id, @Nullable RegistrationEntry now) {
    later(
        () -> {
          Peer peer = registered.get(id);
          RegistrationEntry then = peer == null ? null : peer.entry();
          if (peer != null && then != null && (now == null || !then.sameAccess(now))) {
            blocking.remove(id);
            peer.close(Loss.CHANGED);
          }
        });
  }

  /** Closes all connections and the door; nobody is told that devices are lost. */
  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    news.shutdown();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  RegistrationOptions options() {
    return options;
  }

  RandomGenerator random() {
    return random;
  }

  Complaints complaints() {
    return complaints;
  }

  Executor workers() {
    return workers;
  }

  /** Does something on the listener's thread. */
  void later(Runnable task) {
    tasks.add(task);
    if (!closing) {
      selector.wakeup();
    }
  }

  /** Tells the watcher, in the order of the calls. */
  void tell(Consumer<RegistrationWatcher> fact) {
    if (closing) {
      return;
    }
    news.execute(
        () -> {
          try {
            fact.accept(watcher);
          } catch (RuntimeException e) {
            complaints.broken(e);
          }
        });
  }

  private void run() {
    try {
      long tick = Math.max(20, Math.min(500, options.patience().toMillis() / 20));
      long swept = System.nanoTime();
      while (!closing) {
        selector.select(this::ready, tick);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          safely(task);
        }
        long now = System.nanoTime();
        if (now - swept >= tick * 1_000_000) {
          swept = now;
          Set.copyOf(peers).forEach(peer -> safely(() -> peer.tick(now)));
        }
      }
    } catch (IOException e) {
      complaints.broken(e);
    } finally {
      shut();
    }
  }

  private void shut() {
    closing = true;
    Set.copyOf(peers).forEach(peer -> peer.close(Loss.STOPPED));
    try {
      door.close();
      selector.close();
    } catch (IOException e) {
      complaints.close(e);
    }
    tasks.forEach(this::safely);
  }

  /** What fails for one device must not end the listener for all. */
  private void safely(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      complaints.broken(e);
    }
  }

  private void ready(SelectionKey key) {
    if (key == doorKey) {
      accept();
      return;
    }
    Peer peer = (Peer) key.attachment();
    try {
      if (key.isValid() && key.isWritable()) {
        peer.flush();
      }
      if (key.isValid() && key.isReadable()) {
        peer.read(scratch);
      }
    } catch (RuntimeException e) {
      complaints.broken(e);
      peer.close(Loss.MALFORMED);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = door.accept();
      if (channel == null) {
        return;
      }
      InetAddress address = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
      if (!doorkeeper.enters(address, System.nanoTime())) {
        complaints.crowded(address);
        channel.close();
        return;
      }
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      Peer peer = new Peer(this, channel, key, address);
      key.attach(peer);
      peers.add(peer);
      strangers++;
      openOrShut();
    } catch (IOException e) {
      complaints.broken(e);
    }
  }

  /** While too many have not signed in, the others wait outside. */
  private void openOrShut() {
    if (doorKey.isValid()) {
      doorKey.interestOps(strangers < options.mostStrangers() ? SelectionKey.OP_ACCEPT : 0);
    }
  }

  void lookUp(Peer peer, ConnectRequest request) {
    try {
      workers.execute(
          () -> {
            try {
              RegistrationEntry entry = directory.find(request.id());
              later(() -> found(peer, request, entry));
            } catch (RuntimeException e) {
              complaints.broken(e);
              later(() -> peer.close(Loss.CLOSED));
            }
          });
    } catch (RejectedExecutionException e) {
      complaints.broken(e);
      peer.close(Loss.CLOSED);
    }
  }

  private void found(Peer peer, ConnectRequest request, @Nullable RegistrationEntry entry) {
    if (peer.isClosed()) {
      return;
    }
    if (entry == null) {
      complaints.unknown(peer.address, request.id());
      tell(told -> told.unknown(request, peer.address));
      peer.close(Loss.CLOSED);
    } else if (refused(entry, peer.address) || registered.size() >= options.mostDevices()) {
      complaints.refused(peer.address, entry.id());
      peer.close(Loss.UNAUTHORIZED);
    } else {
      peer.signIn(entry, new Authenticator(entry.credentials(), false, random));
    }
  }

  private boolean refused(RegistrationEntry entry, InetAddress address) {
    Rejection known = rejections.get(entry.id());
    return known != null
        && known.version == entry.version()
        && (known.onlyFrom == null || known.onlyFrom.equals(address));
  }

  void registered(Peer peer) {
    String id = peer.request().id();
    strangers--;
    doorkeeper.gone(peer.address);
    openOrShut();
    rejections.remove(id);
    Peer before = registered.put(id, peer);
    tell(told -> told.registered(peer.device()));
    if (before != null) {
      before.close(Loss.REPLACED);
    }
  }

  void gone(Peer peer, boolean wasRegistered, Loss loss) {
    peers.remove(peer);
    if (!wasRegistered) {
      strangers--;
      doorkeeper.gone(peer.address);
      openOrShut();
      if (loss == Loss.UNAUTHORIZED && peer.entry() != null) {
        reject(peer, peer.entry());
      }
      return;
    }
    String id = peer.request().id();
    if (loss == Loss.EVENTS_BLOCK) {
      blocking.add(id);
    }
    if (registered.remove(id, peer)) {
      tell(told -> told.lost(peer.device(), loss));
    }
  }

  /** A stranger with the id of a device that is there does not shut the device out. */
  private void reject(Peer peer, RegistrationEntry entry) {
    boolean there = registered.containsKey(entry.id());
    rejections.put(entry.id(), new Rejection(entry.version(), there ? peer.address : null));
    if (!there) {
      tell(told -> told.rejected(entry.id(), peer.address));
    }
  }

  /** Whether the device once answered nothing while it told events. */
  boolean blocks(String id) {
    return blocking.contains(id);
  }

  /** How many connections were closed because they said nothing that could be understood. */
  public long malformed() {
    return complaints.count(Complaints.Kind.MALFORMED);
  }

  /** How many connections were closed because their address has too many. */
  public long crowded() {
    return complaints.count(Complaints.Kind.CROWDED);
  }

  /** How many dialled in with an id that nobody provided for. */
  public long unknown() {
    return complaints.count(Complaints.Kind.UNKNOWN);
  }
}
