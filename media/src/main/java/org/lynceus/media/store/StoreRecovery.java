package org.lynceus.media.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * Puts a volume in order after a stop of any kind: cuts torn tails off files, removes files without
 * one whole fragment, forces the result to disk. Run it on each volume before the engine starts.
 */
public final class StoreRecovery {
  private static final System.Logger LOG = System.getLogger(StoreRecovery.class.getName());
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Volume volume;
  private final Function<UUID, @Nullable Segment> lookup;
  private final Consumer<Segment> found;
  private int files;
  private int cut;
  private int removed;
  private int foreign;

  private StoreRecovery(
      Volume volume, Function<UUID, @Nullable Segment> lookup, Consumer<Segment> found) {
    this.volume = volume;
    this.lookup = lookup;
    this.found = found;
  }

  /**
   * Walks the directories of the hours since an instant (and one hour more).
   *
   * @param lookup the index's row of a segment id, or null
   * @param found receives each segment whose row is missing, not closed or of another length,
   *     marked recovered and closed
   * @return how many files were looked at, cut and removed
   */
  public static RecoveryReport recover(
      Volume volume,
      Instant since,
      Function<UUID, @Nullable Segment> lookup,
      Consumer<Segment> found)
      throws IOException {
    StoreRecovery recovery = new StoreRecovery(volume, lookup, found);
    StoreWalk.visit(volume, Directories.hour(since.minus(MARGIN)), recovery::visit);
    return new RecoveryReport(recovery.files, recovery.cut, recovery.removed, recovery.foreign);
  }

  /**
   * Puts one file in order, whatever the index says of it.
   *
   * @return the segment as closed and recovered, null when the file is gone because it held not one
   *     whole fragment, was missing, or is not one of this store (then it is left alone)
   */
  public static @Nullable Segment settle(Volume volume, String path) throws IOException {
    StoreRecovery recovery = new StoreRecovery(volume, id -> null, segment -> {});
    if (!Files.exists(volume.resolve(path))) {
      return null;
    }
    try {
      return recovery.settled(path, SegmentFile.read(volume.directory(), path));
    } catch (MalformedException notOurs) {
      LOG.log(System.Logger.Level.WARNING, "Not a recording: {0}", path);
      return null;
    }
  }

  private boolean visit(String path) throws IOException {
    files++;
    try {
      SegmentFile.Content content = SegmentFile.read(volume.directory(), path);
      Segment segment = content.segment();
      Segment row = segment == null ? null : lookup.apply(segment.id());
      if (row != null && row.closed() && row.bytes() == content.fileBytes()) {
        return true;
      }
      Segment settled = settled(path, content);
      if (settled != null) {
        found.accept(settled);
      }
    } catch (MalformedException notOurs) {
      foreign++;
      LOG.log(System.Logger.Level.WARNING, "Not a recording: {0}", path);
    }
    return true;
  }

  private @Nullable Segment settled(String path, SegmentFile.Content content) throws IOException {
    Segment segment = content.segment();
    if (segment == null) {
      remove(path);
      return null;
    }
    if (content.torn()) {
      cut(path, segment.bytes());
    }
    return segment.recovered(FileDigest.of(volume.resolve(path)));
  }

  private void remove(String path) throws IOException {
    Path file = volume.resolve(path);
    Files.delete(file);
    Directories.force(Objects.requireNonNull(file.getParent()));
    removed++;
    LOG.log(System.Logger.Level.DEBUG, "Removed a recording without a whole fragment: {0}", path);
  }

  private void cut(String path, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(volume.resolve(path), StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
    cut++;
    LOG.log(System.Logger.Level.DEBUG, "Cut the torn end off a recording: {0}", path);
  }
}
