package org.lynceus.media.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.intake.RunTimes;
import org.lynceus.media.rtsp.RtspClient;

/**
 * The life of one stream on its loop's thread: whether to pull media, only to ask if the camera is
 * there, or to wait before the next try. A sub stream that nobody wants is left alone. Holds at
 * most one connection.
 */
final class CameraStream implements CameraSession.Owner {
  private static final Duration LINGER = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LEAST_WAIT = Duration.ofMillis(50);
  private static final Duration STEADY = Duration.ofSeconds(10);

  private final EngineContext context;
  private final EventLoop loop;
  private final IdleChecks checks;
  private final RandomGenerator random;
  private final StatusBoard board;
  private final RecordingLedger ledger;
  private final Recorder recorder;
  private final LiveFanout live = new LiveFanout();
  private final KeyFrameWaiters waiters;
  private final Backoff backoff;
  private final RunTimes times;
  private StreamSource source;
  private @Nullable CameraSession session;
  private EventLoop.@Nullable Timer retry;
  private EventLoop.@Nullable Timer linger;
  private long lastTryNanos;
  private boolean lost;
  private boolean stopped;
  private boolean queued;
  private boolean checking;
  private @Nullable RecordWish wished;

  CameraStream(EngineContext context, EventLoop loop, IdleChecks checks, StreamSource source) {
    this.context = context;
    this.loop = loop;
    this.checks = checks;
    this.random = context.random();
    this.source = source;
    this.board = new StatusBoard(source.key(), context.clock(), context.events());
    this.ledger = new RecordingLedger(source.key(), context.clock(), board, context.index());
    this.recorder = new Recorder(context, loop, ledger, board);
    this.waiters = new KeyFrameWaiters(context.resolver(), context.clock());
    this.backoff = new Backoff(context.options(), context.random());
    this.times = new RunTimes(context.clock());
  }

  EventLoop loop() {
    return loop;
  }

  StatusBoard board() {
    return board;
  }

  void start() {
    if (source.key().kind() == StreamKind.MAIN) {
      checks.joined();
    }
    if (rests()) {
      board.state(StreamState.IDLE, null);
    } else {
      board.tell();
      connect();
    }
  }

  void stop() {
    stopped = true;
    if (source.key().kind() == StreamKind.MAIN) {
      checks.left();
    }
    drop();
    recorder.stop();
    Fault fault = new Fault(FaultCode.INTERNAL, "The stream was removed");
    live.state(StreamState.OFFLINE, fault);
    waiters.fail(fault);
  }

  void replace(StreamSource newSource) {
    if (stopped || newSource.equals(source)) {
      return;
    }
    source = newSource;
    again();
  }

  /** Connects at once, whatever there was. */
  void again() {
    if (!stopped) {
      drop();
      backoff.reset();
      connect();
    }
  }

  /** Takes a wish from any thread; the same one again costs nothing. */
  synchronized void wish(RecordWish wish) {
    if (!wish.equals(wished)) {
      wished = wish;
      loop.execute(() -> record(wish));
    }
  }

  private void record(RecordWish wish) {
    if (stopped || wish.equals(recorder.wish())) {
      return;
    }
    boolean begins = wish.on() && !recorder.wish().on();
    recorder.wish(wish);
    Fault fault = board.status().fault();
    if (begins && fault != null) {
      ledger.interrupted(fault, times.lastEnd());
    }
    wishesChanged();
  }

  void add(Viewer viewer) {
    if (stopped) {
      viewer.offer(
          new LiveMessage.State(
              StreamState.OFFLINE, new Fault(FaultCode.INTERNAL, "The stream was removed")));
      return;
    }
    StreamStatus now = board.status();
    live.add(viewer, now.state(), now.fault(), gop());
    board.viewers.incrementAndGet();
    wishesChanged();
  }

  void remove(Viewer viewer) {
    live.remove(viewer);
    board.viewers.decrementAndGet();
    wishesChanged();
  }

  void await(CompletableFuture<KeyFrame> future, Duration patience) {
    KeyFrameWaiters.Waiter waiter = waiters.new Waiter(future);
    Gop gop = gop();
    if (gop != null) {
      waiters.add(waiter);
      waiters.arrived(gop);
      return;
    }
    if (stopped) {
      waiter.fail(new Fault(FaultCode.INTERNAL, "The stream was removed"));
      return;
    }
    waiters.add(waiter);
    loop.after(patience, () -> giveUp(waiter));
    wishesChanged();
  }

  /** The camera may be back: what waits for a try of its own has it now. */
  void hurry() {
    if (!stopped && session == null && !shy() && board.state() == StreamState.OFFLINE) {
      connect();
    }
  }

  /** Called now and then. */
  void tick() {
    ledger.tick();
  }

  @Override
  public StatusBoard statusBoard() {
    return board;
  }

  @Override
  public void alive() {
    lost = false;
    backoff.reached();
    if (board.state() != StreamState.ONLINE) {
      board.state(StreamState.ONLINE, null);
      live.state(StreamState.ONLINE, null);
    }
  }

  @Override
  public void checked() {
    session = null;
    checkEnded();
    alive();
    backoff.reset();
    retryAfter(idlePeriod());
    if (wantsMedia()) {
      connect();
    }
  }

  @Override
  public void failed(Fault fault, boolean steady) {
    session = null;
    checkEnded();
    lost = true;
    if (steady) {
      backoff.reset();
    }
    board.state(StreamState.OFFLINE, fault);
    live.state(StreamState.OFFLINE, fault);
    recorder.end();
    ledger.interrupted(fault, times.lastEnd());
    if (fault.code() == FaultCode.UNAUTHORIZED) {
      waiters.fail(fault);
    }
    Duration wait = backoff.next(fault);
    if (!wantsMedia()) {
      wait = checks.period(wait);
    }
    retryAfter(fault.code() == FaultCode.TIMEOUT && backoff.hurries() ? sinceTry(wait) : wait);
  }

  /** A wait that began with the last try: what took long itself need not be waited for again. */
  private Duration sinceTry(Duration wait) {
    Duration rest = wait.minusNanos(System.nanoTime() - lastTryNanos);
    return rest.compareTo(LEAST_WAIT) > 0 ? rest : LEAST_WAIT;
  }

  @Override
  public void frame(Gop gop, int index) {
    board.framesIn.lazySet(board.framesIn.get() + 1);
    live.frame(gop, index);
    if (index == 0) {
      waiters.arrived(gop);
    }
  }

  @Override
  public void complete(Gop gop) {
    live.complete(gop);
    recorder.take(gop);
  }

  @Override
  public void lost(Instant from, Fault reason) {
    recorder.lost(from, reason);
  }

  private void giveUp(KeyFrameWaiters.Waiter waiter) {
    Fault fault = board.status().fault();
    waiters.remove(
        waiter,
        fault != null
            ? fault
            : new Fault(FaultCode.NO_DATA, "The camera sent no key frame in time"));
    wishesChanged();
  }

  private @Nullable Gop gop() {
    return session == null ? null : session.gop();
  }

  private boolean wantsMedia() {
    return recorder.wantsMedia() || live.watched() || waiters.any();
  }

  private void wishesChanged() {
    if (stopped) {
      return;
    }
    if (!wantsMedia()) {
      if (session != null && session.plays() && linger == null) {
        linger = loop.after(LINGER, this::lingered);
      }
      return;
    }
    if (session != null ? !session.plays() : mayTryNow()) {
      drop();
      connect();
    }
  }

  /** Whether this is a sub stream that nobody wants: then it is not even asked for. */
  private boolean rests() {
    return source.key().kind() == StreamKind.SUB && !wantsMedia();
  }

  private boolean mayTryNow() {
    return !shy()
        && (board.state() == StreamState.ONLINE
            || board.state() == StreamState.IDLE
            || System.nanoTime() - lastTryNanos > SOON.toNanos());
  }

  /** Whether the password was rejected: then only time or a change brings the next try. */
  private boolean shy() {
    return backoff.last() == FaultCode.UNAUTHORIZED;
  }

  private Duration idlePeriod() {
    return Backoff.jitter(checks.period(context.options().idleCheck()), random);
  }

  private void lingered() {
    linger = null;
    if (!stopped && !wantsMedia() && session != null && session.plays()) {
      drop();
      if (rests()) {
        connect();
      } else {
        retryAfter(idlePeriod());
      }
    }
  }

  private void connect() {
    cancelRetry();
    if (stopped || session != null) {
      return;
    }
    if (rests()) {
      lost = false;
      board.state(StreamState.IDLE, null);
      return;
    }
    if (wantsMedia()) {
      open(RtspClient.Goal.PLAY);
    } else if (!queued) {
      queued = true;
      checks.ask(this::check);
    }
  }

  /** It is this stream's turn to be asked; false when that is not wanted any more. */
  private boolean check() {
    queued = false;
    if (stopped || session != null) {
      return false;
    }
    if (wantsMedia()) {
      connect();
      return false;
    }
    checking = true;
    open(RtspClient.Goal.DESCRIBE);
    return true;
  }

  private void checkEnded() {
    if (checking) {
      checking = false;
      checks.ended();
    }
  }

  private void open(RtspClient.Goal goal) {
    if (lost) {
      board.reconnects.incrementAndGet();
    }
    lastTryNanos = System.nanoTime();
    Duration patience = context.options().connectTimeout();
    boolean hurries = backoff.hurries() && patience.compareTo(SOON) > 0;
    session =
        new CameraSession(
            context, loop, source, goal, times, STEADY, hurries ? SOON : patience, this);
    session.open();
  }

  private void drop() {
    cancelRetry();
    CameraSession open = session;
    session = null;
    checkEnded();
    if (open != null) {
      open.close();
      recorder.end();
    }
  }

  private void retryAfter(Duration wait) {
    cancelRetry();
    retry = loop.after(wait, this::connect);
  }

  private void cancelRetry() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }
}
