package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DialledCalls;
import org.lynceus.live.Ffmpeg;
import org.lynceus.live.Streams;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.engine.StreamFaultException;
import org.lynceus.media.engine.StreamState;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.playback.ExportPlan;
import org.lynceus.media.playback.HlsPlaylist;
import org.lynceus.media.playback.KeyFrameClip;
import org.lynceus.media.playback.NothingRecordedException;
import org.lynceus.media.playback.Snapshot;
import org.lynceus.media.playback.VideoOnlyInit;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Roles;

/**
 * Gives recordings out: playlist, files, clips, pictures. Reads disks, so it has no transaction.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Playback {
  private static final System.Logger LOG = System.getLogger(Playback.class.getName());
  private static final int WIDEST = 8192;

  /** How far key frames are looked for, step by step: most clips lie near. */
  private static final List<Duration> REACHES =
      List.of(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ofDays(31));

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /**
   * Decoding a picture costs about 0.2 s of a core; more than two at once would starve the rest.
   */
  private static final Semaphore DECODERS = new Semaphore(2, true);

  @Inject private SegmentQueries segments;
  @Inject private DeviceQueries devices;
  @Inject private DialledCalls dialled;
  @Inject private RecordedFiles files;
  @Inject private TranscodedParts transcoded;
  @Inject private Streams streams;
  @Inject private AuditLog audit;
  @Inject private Ffmpeg ffmpeg;

  /**
   * HLS playlist of the range; addresses are relative to the channel: {@code segments/<id>.mp4} and
   * {@code segments/<id>/init.mp4}.
   */
  public String playlist(StreamKey stream, TimeRange range, VideoVariant variant) {
    List<Segment> found = segments.segments(stream, range);
    if (found.isEmpty()) {
      throw RecordedFiles.nothing();
    }
    if (variant == VideoVariant.H264
        && !found.stream().allMatch(segment -> segment.codecs().startsWith("avc1"))) {
      transcoded.require();
      return TranscodedPlaylist.of(found, range);
    }
    return HlsPlaylist.of(
        found,
        range.from(),
        range.to(),
        s -> "segments/" + s.id() + ".mp4",
        s -> "segments/" + s.id() + "/init.mp4");
  }

  /** A part of a recording as H.264, as the playlist of that variant names it. */
  public TranscodedPart transcoded(UUID channel, UUID segment, int first, int count) {
    return transcoded.part(segments.segment(channel, segment), first, count);
  }

  /** The file of a segment, which exists and lies on a volume of this node. */
  public Path file(UUID channel, UUID segment) {
    return files.file(segments.segment(channel, segment));
  }

  /** Initialisation segment without the audio that browsers cannot play. */
  public byte[] videoOnlyInit(UUID channel, UUID id) {
    Segment segment = segments.segment(channel, id);
    try (var in = Files.newInputStream(files.file(segment))) {
      return VideoOnlyInit.of(in.readNBytes(segment.initBytes()));
    } catch (IOException e) {
      throw RecordedFiles.unreadable(e);
    }
  }

  /** The range as one file; the caller's reason is audited. */
  public ExportPlan export(
      StreamKey stream, TimeRange range, ExportFormat format, @Nullable String reason) {
    String name = devices.channel(Function.RECORDING_DOWNLOAD, stream.channel()).name();
    String why = Limits.text("reason", reason == null ? "" : reason, 3, 1000);
    ExportPlan plan = files.plan(segments.segments(stream, range), range, format);
    audit.note(
        AuditAct.of(
                "recording.export",
                "channel",
                stream.channel(),
                name + ", " + range.from() + " to " + range.to())
            .because(why));
    return plan;
  }

  /**
   * The newest picture of the camera as JPEG. A device that dialled in is asked for one itself
   * unless its streams come: behind a router often nothing else is to be had.
   */
  public byte[] snapshot(StreamKey stream) {
    return picture(devices.channel(Function.LIVE_VIEW, stream.channel()), stream, WIDEST);
  }

  /** The same for the center's own work, at most so many pixels wide. */
  @PermitAll
  public byte[] picture(UUID channel, int width) {
    return picture(devices.known(channel), new StreamKey(channel, StreamKind.MAIN), width);
  }

  private byte[] picture(ChannelRecord channel, StreamKey stream, int width) {
    StreamStatus status = streams.status(stream);
    if (channel.dialsIn() && (status == null || status.state() != StreamState.ONLINE)) {
      return dialled.ask(channel.deviceId(), device -> device.snapshot(channel.number()));
    }
    try {
      return decode(streams.keyFrame(stream, PATIENCE).join(), width);
    } catch (CompletionException e) {
      if (e.getCause() instanceof StreamFaultException fault) {
        throw new DomainException(
            ProblemType.UNAVAILABLE, fault.fault().text(), Reason.of(fault.fault()), List.of());
      }
      throw e;
    } catch (IOException e) {
      throw new DomainException(
          ProblemType.UNAVAILABLE, "The picture of this camera cannot be decoded on the server.");
    }
  }

  /** The recorded picture at or just before an instant as JPEG. */
  public byte[] snapshot(StreamKey stream, Instant at) {
    return snapshot(stream, at, WIDEST);
  }

  private byte[] snapshot(StreamKey stream, Instant at, int width) {
    List<Segment> found = segments.segments(stream, new TimeRange(at, at.plusMillis(1)));
    if (found.isEmpty()) {
      throw RecordedFiles.nothing();
    }
    Segment segment = found.get(0);
    try {
      if (segment.codecs().startsWith("hvc1") || segment.codecs().startsWith("hev1")) {
        KeyFrameClip.Clip clip = KeyFrameClip.of(found, files::file, at, true, 1, 1);
        return helped(clip, width);
      }
      return decode(Snapshot.keyFrame(segment, files.file(segment), at), width);
    } catch (NothingRecordedException e) {
      throw RecordedFiles.nothing();
    } catch (IOException e) {
      throw RecordedFiles.unreadable(e);
    }
  }

  /** The same, at most so many pixels wide. */
  public byte[] thumbnail(StreamKey stream, Instant at, int width) {
    if (width < 80 || width > 640) {
      throw DomainException.invalid("width", "A thumbnail is 80 to 640 pixels wide.");
    }
    return snapshot(stream, at, width);
  }

  /** Key frames for fast and backward play; see {@link KeyFrameClip}. */
  public KeyFrameClip.Clip keyFrames(
      StreamKey stream, Instant from, boolean backward, int count, double speed) {
    if (count < 1 || count > 100 || !(speed >= 1 && speed <= 64)) {
      throw DomainException.invalid("count", "Ask for 1 to 100 key frames at a speed of 1 to 64.");
    }
    for (Duration reach : REACHES) {
      TimeRange range =
          backward
              ? new TimeRange(from.minus(reach), from.plusMillis(1))
              : new TimeRange(from, from.plus(reach));
      List<Segment> found = segments.segments(stream, range);
      try {
        KeyFrameClip.Clip clip = KeyFrameClip.of(found, files::file, from, backward, count, speed);
        if (clip.next() != null || reach == REACHES.get(REACHES.size() - 1)) {
          return clip;
        }
      } catch (NothingRecordedException e) {
        LOG.log(System.Logger.Level.TRACE, "Nothing within {0}", reach);
      } catch (IOException e) {
        throw RecordedFiles.unreadable(e);
      }
    }
    throw RecordedFiles.nothing();
  }

  private byte[] helped(KeyFrameClip.Clip clip, int width) throws IOException {
    if (ffmpeg.state() != Ffmpeg.State.READY) {
      String text = "A picture of H.265 needs the ffmpeg helper: " + ffmpeg.detail() + ".";
      throw new DomainException(
          ProblemType.UNAVAILABLE, text, new Reason("no-helper", text), List.of());
    }
    DECODERS.acquireUninterruptibly();
    try {
      return ffmpeg.picture(clip.mp4(), width);
    } finally {
      DECODERS.release();
    }
  }

  private static byte[] decode(KeyFrame frame, int width) throws IOException {
    DECODERS.acquireUninterruptibly();
    try {
      return Snapshot.jpeg(frame, width);
    } finally {
      DECODERS.release();
    }
  }
}
