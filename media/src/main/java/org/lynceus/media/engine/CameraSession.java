package org.lynceus.media.engine;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.StreamSource;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.intake.GopAssembler;
import org.lynceus.media.intake.GopListener;
import org.lynceus.media.intake.RtpIntake;
import org.lynceus.media.intake.RunBuilder;
import org.lynceus.media.intake.RunTimes;
import org.lynceus.media.mp4.VideoFormat;
import org.lynceus.media.rtp.SenderClocks;
import org.lynceus.media.rtp.SequenceCounter;
import org.lynceus.media.rtsp.Presentation;
import org.lynceus.media.rtsp.Redirection;
import org.lynceus.media.rtsp.RtspClient;
import org.lynceus.media.rtsp.UdpPorts;

/**
 * One conversation with a camera and what it brings, from connecting to the first failure. Watches
 * for silence. On its loop's thread.
 */
final class CameraSession implements CameraConnection.Owner {
  private static final Duration KEY_FRAME_WAIT = Duration.ofSeconds(30);

  /** The stream a session belongs to. */
  interface Owner extends GopListener {
    StatusBoard statusBoard();

    /** The camera answers as it should. */
    void alive();

    /** The check is done and the session over. */
    void checked();

    /**
     * The session is over.
     *
     * @param steady whether media had flowed for a good while
     */
    void failed(Fault fault, boolean steady);
  }

  private final EngineContext context;
  private final EventLoop loop;
  private final RtspClient.Goal goal;
  private final RunTimes times;
  private final Duration steadyAfter;
  private final Duration connectPatience;
  private final Owner owner;
  private final StreamSource source;
  private CameraConnection connection;
  private int redirections;
  private boolean withheld;
  private @Nullable GopAssembler assembler;
  private @Nullable RunBuilder runs;
  private @Nullable RtpIntake intake;
  private @Nullable SenderClocks reports;
  private @Nullable Presentation presentation;
  private @Nullable VideoFormat format;
  private EventLoop.@Nullable Timer watch;
  private long playNanos;
  private long lastVideoNanos;
  private long lastFrameNanos;
  private boolean anyVideo;
  private @Nullable UUID describedRun;
  private boolean over;

  CameraSession(
      EngineContext context,
      EventLoop loop,
      StreamSource source,
      RtspClient.Goal goal,
      RunTimes times,
      Duration steadyAfter,
      Duration connectPatience,
      Owner owner) {
    this.context = context;
    this.loop = loop;
    this.goal = goal;
    this.times = times;
    this.steadyAfter = steadyAfter;
    this.owner = owner;
    this.source = source;
    this.connectPatience = connectPatience;
    this.connection = connection(source);
  }

  private CameraConnection connection(StreamSource to) {
    return new CameraConnection(
        loop,
        context.resolver(),
        to,
        goal,
        context.options(),
        connectPatience,
        context.random(),
        this);
  }

  void open() {
    connection.open();
  }

  boolean plays() {
    return goal == RtspClient.Goal.PLAY;
  }

  /** The group of pictures under way. */
  @Nullable Gop gop() {
    return assembler == null ? null : assembler.current();
  }

  /** Ends the session without a word to the owner, except for the group of pictures under way. */
  void close() {
    end();
    connection.close();
  }

  @Override
  public void received(int bytes) {
    StatusBoard board = owner.statusBoard();
    board.bytesIn.lazySet(board.bytesIn.get() + bytes);
  }

  @Override
  public void described(Presentation described) throws FaultException {
    presentation = described;
    owner.statusBoard().describe(described.description());
    if (goal == RtspClient.Goal.DESCRIBE) {
      end();
      connection.close();
      owner.checked();
      return;
    }
    VideoFormat newFormat = described.format();
    format = newFormat;
    RunBuilder builder = new RunBuilder(times, context.random(), described.audioConfig());
    runs = builder;
    assembler =
        new GopAssembler(context.pool(), newFormat, builder, new Frames(), System::nanoTime);
    intake = new RtpIntake(described, newFormat, assembler);
  }

  @Override
  public int openPorts(boolean video) throws FaultException {
    return connection.openPorts(video);
  }

  @Override
  public void overUdp(boolean video, UdpPorts server) throws FaultException {
    connection.overUdp(video, server);
  }

  @Override
  public void redirected(URI to) throws FaultException {
    StreamSource next = Redirection.follow(source, to, ++redirections);
    withheld = source.credentials() != null && next.credentials() == null;
    connection.close();
    connection = connection(next);
    connection.open();
  }

  @Override
  public void playing(@Nullable Long videoTime, @Nullable Long audioTime, boolean audio) {
    if (runs != null) {
      runs.sameMoment(videoTime, audioTime);
      reports = videoTime == null && presentation != null ? senderClocks(presentation) : null;
    }
    playNanos = System.nanoTime();
    lastFrameNanos = playNanos;
    connection.playing();
    watch = loop.after(context.options().firstDataTimeout(), this::watch);
  }

  private static @Nullable SenderClocks senderClocks(Presentation described) {
    return described.audioConfig() == null
        ? null
        : new SenderClocks(described.audioConfig().sampleRate());
  }

  @Override
  public void control(boolean video, ByteBuffer buffer, int from, int to) {
    if (reports != null && runs != null && reports.take(video, buffer, from, to)) {
      runs.sameMoment(reports.videoMoment(), reports.audioMoment());
    }
  }

  @Override
  public void media(boolean video, ByteBuffer buffer, int from, int to) throws FaultException {
    if (over || intake == null) {
      return;
    }
    if (intake.packet(video, buffer, from, to) && video) {
      if (!anyVideo) {
        anyVideo = true;
        owner.alive();
      }
      lastVideoNanos = System.nanoTime();
    }
  }

  @Override
  public void failed(Fault reason) {
    if (!over) {
      Fault fault = redirections > 0 ? Redirection.explained(reason, withheld) : reason;
      boolean steady = anyVideo && lastVideoNanos - playNanos > steadyAfter.toNanos();
      end();
      owner.failed(fault, steady);
    }
  }

  @Override
  public @Nullable SequenceCounter videoSequence() {
    return intake == null ? null : intake.videoSequence();
  }

  @Override
  public int videoSource() {
    return intake == null ? 0 : intake.videoSource();
  }

  private void watch() {
    long now = System.nanoTime();
    EngineOptions options = context.options();
    if (over) {
      return;
    }
    if (!anyVideo) {
      connection.fail(
          new Fault(FaultCode.NO_DATA, "The camera accepts the session and sends no video"));
    } else if (now - lastVideoNanos > options.dataTimeout().toNanos()) {
      connection.fail(new Fault(FaultCode.NO_DATA, "The camera stopped sending video"));
    } else if (now - lastFrameNanos > KEY_FRAME_WAIT.toNanos()) {
      connection.fail(new Fault(FaultCode.MALFORMED, "The camera sends video without key frames"));
    } else {
      watch = loop.after(options.dataTimeout().dividedBy(4), this::watch);
    }
  }

  private void end() {
    over = true;
    if (watch != null) {
      watch.cancel();
    }
    if (assembler != null) {
      assembler.reset();
    }
  }

  /** Passes on what the assembler makes. */
  private final class Frames implements GopListener {
    @Override
    public void frame(Gop gop, int index) {
      lastFrameNanos = System.nanoTime();
      if (!gop.run().id().equals(describedRun) && presentation != null && format != null) {
        describedRun = gop.run().id();
        owner.statusBoard().describe(presentation.described(format));
      }
      owner.frame(gop, index);
    }

    @Override
    public void complete(Gop gop) {
      owner.complete(gop);
    }

    @Override
    public void lost(Instant from, Fault reason) {
      owner.lost(from, reason);
    }
  }
}
