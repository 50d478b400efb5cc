package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.job.Job;
import org.lynceus.job.JobFailedException;
import org.lynceus.job.JobRun;
import org.lynceus.job.JobWork;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.evidence.Manifest;
import org.lynceus.media.playback.ExportPlan;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;

/**
 * Makes exports: a file per channel, then the signed manifest. A file that is finished stays when
 * the job is interrupted or paused; the one under way begins anew.
 */
@ApplicationScoped
public class ExportWork implements JobWork {
  /** The kind of its jobs. */
  public static final String KIND = "EXPORT";

  private static final long SPARE_BYTES = 1_000_000_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Inject private SegmentQueries segments;
  @Inject private RecordedFiles recorded;
  @Inject private DeviceQueries devices;
  @Inject private ExportDirectory directory;
  @Inject private CenterKey key;
  @Inject private Settings settings;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** A stream of the export and its file, null when nothing is recorded of it. */
  private record Part(
      StreamKey stream,
      String name,
      List<Segment> segments,
      @Nullable ExportPlan plan,
      @Nullable String file) {}

  @Override
  public void requireMayHave(Job job) {
    for (UUID channel : ExportRequest.of(job.request()).channelIds()) {
      rights.require(Function.RECORDING_DOWNLOAD, channel);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String work(Job job, JobRun run) {
    ExportRequest request = ExportRequest.of(job.request());
    List<Part> parts = parts(request);
    long total =
        parts.stream()
            .map(Part::plan)
            .filter(Objects::nonNull)
            .mapToLong(ExportPlan::contentLength)
            .sum();
    if (total == 0) {
      throw new JobFailedException(
          new Reason("nothing-recorded", "Nothing is recorded of these cameras in that time."));
    }
    try {
      Path target = Files.createDirectories(directory.of(job.id()));
      requireRoom(target, total);
      List<Manifest.ExportedFile> files = new ArrayList<>();
      long done = 0;
      for (Part part : parts) {
        if (part.plan() != null && part.file() != null) {
          files.add(write(part, part.plan(), part.file(), target, run, done, total));
          done += part.plan().contentLength();
        }
      }
      seal(job, request, parts, files, target);
      return "{}";
    } catch (IOException e) {
      throw new JobFailedException(
          new Reason("disk-failed", "The export cannot be written or read: " + e.getMessage()));
    }
  }

  @Override
  public void discard(Job job) {
    directory.remove(job.id());
  }

  private List<Part> parts(ExportRequest request) {
    Map<UUID, String> names = devices.channelNames();
    List<Part> parts = new ArrayList<>();
    for (UUID channel : request.channelIds()) {
      StreamKey stream = new StreamKey(channel, request.stream());
      String name =
          names.getOrDefault(channel, "removed camera")
              + (request.stream() == StreamKind.SUB ? " (sub)" : "");
      List<Segment> found = segments.recorded(stream, request.range());
      ExportPlan plan = plan(found, request);
      String file =
          plan == null
              ? null
              : name.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]+", "_")
                  + "-"
                  + NAME.format(plan.start())
                  + "-"
                  + channel.toString().substring(24)
                  + ".mp4";
      parts.add(new Part(stream, name, found, plan, file));
    }
    return parts;
  }

  private @Nullable ExportPlan plan(List<Segment> found, ExportRequest request) {
    try {
      return recorded.plan(found, request.range(), request.format());
    } catch (DomainException e) {
      if (e.type() == ProblemType.NOTHING_RECORDED) {
        return null;
      }
      throw e;
    }
  }

  private static void requireRoom(Path target, long total) throws IOException {
    long free = Files.getFileStore(target).getUsableSpace();
    if (free < total + SPARE_BYTES) {
      throw new JobFailedException(
          new Reason(
              "no-room",
              "The export needs "
                  + total / 1_000_000
                  + " MB and 1000 MB in reserve; "
                  + free / 1_000_000
                  + " MB are free in the directory of exports."));
    }
  }

  private static Manifest.ExportedFile write(
      Part part, ExportPlan plan, String name, Path target, JobRun run, long before, long total)
      throws IOException {
    Path file = target.resolve(name);
    if (!Files.exists(file)) {
      Path under = target.resolve(name + ExportDirectory.PART);
      try (OutputStream out = Files.newOutputStream(under)) {
        plan.writeTo(
            Channels.newChannel(
                new CountedOutput(out, count -> run.progress(before + count, total))));
      }
      Files.move(under, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Manifest.ExportedFile(
        part.stream().channel(),
        name,
        Files.size(file),
        org.lynceus.media.store.FileDigest.of(file));
  }

  private void seal(
      Job job,
      ExportRequest request,
      List<Part> parts,
      List<Manifest.ExportedFile> files,
      Path target)
      throws IOException {
    Manifest manifest =
        new Manifest(
            job.by(),
            request.reason(),
            clock.instant(),
            settings.publicUrl(),
            request.range().from(),
            request.range().to(),
            request.format().name(),
            parts.stream().map(part -> channel(part, request.range())).toList(),
            files);
    byte[] json = manifest.toJson();
    Files.write(target.resolve(Manifest.NAME), json);
    Files.write(target.resolve(Manifest.SIGNATURE), key.get().sign(json));
  }

  private Manifest.Channel channel(Part part, TimeRange range) {
    Map<UUID, String> chains = segments.chains(part.segments().stream().map(Segment::id).toList());
    Timeline timeline = segments.recordedTimeline(part.stream(), range);
    List<TimeRange> missing = TimeRange.minus(List.of(range), timeline.spans());
    return new Manifest.Channel(
        part.stream().channel(),
        part.name(),
        part.segments().stream()
            .map(
                s ->
                    new Manifest.Source(
                        s.id(), s.start(), s.end(), s.bytes(), s.sha256(), chains.get(s.id())))
            .toList(),
        missing.stream()
            .flatMap(r -> GapReports.explained(part.stream(), r, timeline.gaps()).stream())
            .map(gap -> new Manifest.Gap(gap.from(), gap.to(), gap.reason().code()))
            .toList());
  }
}
