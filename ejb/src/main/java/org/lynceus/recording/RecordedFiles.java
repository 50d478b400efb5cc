package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lynceus.media.playback.ExportPlan;
import org.lynceus.media.playback.FragmentedExport;
import org.lynceus.media.playback.Mp4Export;
import org.lynceus.media.playback.NothingRecordedException;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.Volume;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TimeRange;

/** The way from rows of the index to files of this node, and what is refused on it. */
@ApplicationScoped
public class RecordedFiles {
  private static final System.Logger LOG = System.getLogger(RecordedFiles.class.getName());

  @Inject private Volumes volumes;

  /** The file of a segment, which exists and lies on a volume of this node. */
  public Path file(Segment segment) {
    Volume volume = volumes.byId(segment.volume());
    Path file = volume == null ? null : volume.resolve(segment.path());
    if (file == null || !Files.isReadable(file)) {
      String text = "The volume or the file with this recording is not there.";
      throw new DomainException(
          ProblemType.UNAVAILABLE, text, new Reason("volume-missing", text), List.of());
    }
    return file;
  }

  /** A range of segments as one file. */
  public ExportPlan plan(List<Segment> found, TimeRange range, ExportFormat format) {
    try {
      return format == ExportFormat.CLASSIC
          ? Mp4Export.plan(found, this::file, range.from(), range.to())
          : FragmentedExport.plan(found, this::file, range.from(), range.to());
    } catch (NothingRecordedException e) {
      throw nothing();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static DomainException nothing() {
    return new DomainException(
        ProblemType.NOTHING_RECORDED, "Nothing is recorded of this camera in that time.");
  }

  static DomainException unreadable(IOException e) {
    LOG.log(Level.ERROR, "A recording cannot be read", e);
    return new DomainException(ProblemType.UNAVAILABLE, "The recording cannot be read from disk.");
  }
}
