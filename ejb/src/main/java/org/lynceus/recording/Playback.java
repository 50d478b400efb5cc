package org.lynceus.recording;

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
import org.lynceus.device.DeviceQueries;
import org.lynceus.live.Streams;
import org.lynceus.media.engine.StreamFaultException;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.playback.ExportPlan;
import org.lynceus.media.playback.HlsPlaylist;
import org.lynceus.media.playback.Mp4Export;
import org.lynceus.media.playback.NothingRecordedException;
import org.lynceus.media.playback.Snapshot;
import org.lynceus.media.playback.VideoOnlyInit;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.Volume;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Roles;

/**
 * Gives recordings out: playlist, files, clips, pictures. Reads disks, so it has no transaction.
 */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Playback {
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /**
   * Decoding a picture costs about 0.2 s of a core; more than two at once would starve the rest.
   */
  private static final Semaphore DECODERS = new Semaphore(2, true);

  @Inject private SegmentQueries segments;
  @Inject private DeviceQueries devices;
  @Inject private Volumes volumes;
  @Inject private Streams streams;

  /**
   * HLS playlist of the range; addresses are relative to the channel: {@code segments/<id>.mp4} and
   * {@code segments/<id>/init.mp4}.
   */
  public String playlist(UUID channel, TimeRange range) {
    List<Segment> found = segments.segments(channel, range);
    if (found.isEmpty()) {
      throw nothing();
    }
    return HlsPlaylist.of(
        found,
        range.from(),
        range.to(),
        s -> "segments/" + s.id() + ".mp4",
        s -> "segments/" + s.id() + "/init.mp4");
  }

  /** The file of a segment, which exists and lies on a volume of this node. */
  public Path file(UUID channel, UUID segment) {
    return file(segments.segment(channel, segment));
  }

  /** Initialisation segment without the audio that browsers cannot play. */
  public byte[] videoOnlyInit(UUID channel, UUID id) {
    Segment segment = segments.segment(channel, id);
    try (var in = Files.newInputStream(file(segment))) {
      return VideoOnlyInit.of(in.readNBytes(segment.initBytes()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  public ExportPlan export(UUID channel, TimeRange range) {
    try {
      return Mp4Export.plan(
          segments.segments(channel, range), this::file, range.from(), range.to());
    } catch (NothingRecordedException e) {
      throw nothing();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The newest picture of the camera as JPEG. */
  public byte[] snapshot(UUID channel) {
    devices.channel(channel);
    try {
      return decode(streams.keyFrame(channel, PATIENCE).join());
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
  public byte[] snapshot(UUID channel, Instant at) {
    List<Segment> found = segments.segments(channel, new TimeRange(at, at.plusMillis(1)));
    if (found.isEmpty()) {
      throw nothing();
    }
    Segment segment = found.get(0);
    try {
      return decode(Snapshot.keyFrame(segment, file(segment), at));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static byte[] decode(KeyFrame frame) throws IOException {
    DECODERS.acquireUninterruptibly();
    try {
      return Snapshot.jpeg(frame);
    } finally {
      DECODERS.release();
    }
  }

  private Path file(Segment segment) {
    Volume volume = volumes.byId(segment.volume());
    Path file = volume == null ? null : volume.resolve(segment.path());
    if (file == null || !Files.isReadable(file)) {
      String text = "The volume or the file with this recording is not there.";
      throw new DomainException(
          ProblemType.UNAVAILABLE, text, new Reason("volume-missing", text), List.of());
    }
    return file;
  }

  private static DomainException nothing() {
    return new DomainException(
        ProblemType.NOTHING_RECORDED, "Nothing is recorded of this camera in that time.");
  }

  private static DomainException unreadable(IOException e) {
    System.getLogger(Playback.class.getName())
        .log(System.Logger.Level.ERROR, "A recording cannot be read", e);
    return new DomainException(ProblemType.UNAVAILABLE, "The recording cannot be read from disk.");
  }
}
