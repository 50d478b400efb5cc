package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.job.Job;
import org.lynceus.job.JobFailedException;
import org.lynceus.job.JobRun;
import org.lynceus.job.JobWork;
import org.lynceus.live.Streams;
import org.lynceus.media.evidence.SegmentChain;
import org.lynceus.media.store.Finding;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreCheck;
import org.lynceus.media.store.StoreScan;
import org.lynceus.media.store.Volume;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;

/**
 * Compares a volume with the index both ways, repairs what can be repaired, or makes the index anew
 * from the disk. Recording goes on meanwhile: files being written are left out.
 */
@ApplicationScoped
public class CheckWork implements JobWork {
  /** The kind of its jobs. */
  public static final String KIND = "CHECK";

  private static final int PAGE = 500;
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

  @Inject private Rights rights;
  @Inject private Volumes volumes;
  @Inject private SegmentQueries segments;
  @Inject private IndexRepair repair;
  @Inject private Streams streams;
  @Inject private Clock clock;

  @Override
  public void requireMayHave(Job job) {
    rights.require(Function.SYSTEM_CONFIGURE);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String work(Job job, JobRun run) {
    CheckRequest request = CheckRequest.of(job.request());
    Volume volume = volumes.byId(request.volume());
    if (volume == null) {
      throw new JobFailedException(
          new Reason("volume-missing", "The volume is not at this node any more."));
    }
    try {
      if (request.rebuild()) {
        rebuild(volume, request, run);
      }
      return new Check(volume, request, run).result().toJson();
    } catch (IOException | UncheckedIOException e) {
      throw new JobFailedException(
          new Reason("disk-failed", "The volume cannot be read: " + e.getMessage()));
    }
  }

  @Override
  public void discard(Job job) {
    // Nothing but the row is left of a check.
  }

  private void rebuild(Volume volume, CheckRequest request, JobRun run) throws IOException {
    List<Segment> batch = new ArrayList<>();
    StoreScan.rebuild(
        volume,
        new StoreScan.Options(
            path -> streams.isOpen(volume.id(), path),
            request.deep(),
            (files, bytes) -> run.progress(files, 0),
            () -> false),
        segment -> {
          batch.add(segment);
          if (batch.size() == PAGE) {
            repair.replace(batch);
            batch.clear();
          }
        });
    repair.replace(batch);
  }

  /** One check under way. */
  private final class Check {
    private final Volume volume;
    private final CheckRequest request;
    private final JobRun run;
    private final List<CheckResult.Found> first = new ArrayList<>();
    private long count;
    private long repaired;

    Check(Volume volume, CheckRequest request, JobRun run) {
      this.volume = volume;
      this.request = request;
      this.run = run;
    }

    CheckResult result() throws IOException {
      long files =
          StoreCheck.run(
              volume,
              new Rows(volume.id()),
              new StoreCheck.Options(
                  path -> streams.isOpen(volume.id(), path),
                  clock.instant().minus(ON_ITS_WAY),
                  request.deep(),
                  (looked, bytes) -> run.progress(looked, 0),
                  () -> false),
              this::handle);
      if (request.deep()) {
        chains();
      }
      return new CheckResult(files, count, repaired, first);
    }

    /** Repairs at once, so that a check of a large volume keeps nothing in memory. */
    private void handle(Finding finding) {
      try {
        note(finding.code().word(), finding.path(), finding.detail(), repair(finding));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void note(String code, String path, String detail, boolean done) {
      count++;
      repaired += done ? 1 : 0;
      if (first.size() < CheckResult.MOST) {
        first.add(new CheckResult.Found(code, path, detail, done));
      }
    }

    private boolean repair(Finding finding) throws IOException {
      if (!request.repair()) {
        return false;
      }
      @Nullable UUID id = finding.segment();
      @Nullable Segment truth = finding.truth();
      return switch (finding.code()) {
        case FILE_WITHOUT_ROW, LENGTH_DIFFERS, ROW_DIFFERS -> truth != null && replace(truth);
        case TORN -> settle(finding.path(), id);
        case ROW_WITHOUT_FILE -> id != null && forget(id);
        case DIGEST_DIFFERS, FOREIGN_FILE, OVERLAP -> false;
      };
    }

    private boolean replace(Segment truth) {
      repair.replace(List.of(truth));
      return true;
    }

    private boolean settle(String path, @Nullable UUID id) throws IOException {
      Segment settled = StoreCheck.settle(volume, path);
      return settled != null ? replace(settled) : id == null || forget(id);
    }

    private boolean forget(UUID id) {
      repair.forget(id);
      return true;
    }

    /**
     * Each link is calculated again from the one before it; the first of what is left is trusted.
     */
    private void chains() {
      IndexRepair.ChainRow last = null;
      List<IndexRepair.ChainRow> page;
      do {
        page = repair.chained(volume.id(), last, PAGE);
        for (IndexRepair.ChainRow row : page) {
          verify(row);
          last = row;
        }
      } while (page.size() == PAGE);
    }

    private void verify(IndexRepair.ChainRow row) {
      long place = Math.floorMod(row.number(), SegmentChains.DAY);
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(row.number(), SegmentChains.DAY));
      org.lynceus.media.StreamKey stream =
          new org.lynceus.media.StreamKey(row.link().channel(), row.link().kind());
      String before =
          place == 1 ? SegmentChain.start(stream, day) : repair.valueAt(row, row.number() - 1);
      if (before != null && !SegmentChain.next(before, row.link()).equals(row.value())) {
        note(
            "chain-differs",
            row.link().segment().toString(),
            "The chain of digests does not fit here: this row or the one before was changed",
            false);
      }
    }
  }

  /** All rows of a volume in byte order of their paths, page by page. */
  private final class Rows implements Iterator<Segment> {
    private final UUID volume;
    private List<Segment> page;
    private int at;

    Rows(UUID volume) {
      this.volume = volume;
      this.page = segments.ofVolume(volume, "", PAGE);
    }

    @Override
    public boolean hasNext() {
      if (at == page.size() && page.size() == PAGE) {
        page = segments.ofVolume(volume, page.get(PAGE - 1).path(), PAGE);
        at = 0;
      }
      return at < page.size();
    }

    @Override
    public Segment next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.get(at++);
    }
  }
}
