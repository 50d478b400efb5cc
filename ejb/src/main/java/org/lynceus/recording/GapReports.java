package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKey;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * The daily report of gaps: the plan of the day, less what is on the volumes. Every second that was
 * planned and is not there is in the report; where no reason was noted, it says so.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.RECORDING_PLAY)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class GapReports {
  private static final Duration NEGLIGIBLE = Duration.ofMillis(1500);
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

  @Inject private RulesQueries rules;
  @Inject private SegmentQueries segments;
  @Inject private DeviceQueries devices;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** The report of a day, today's until now; by the plans as they are now. */
  public GapReport report(LocalDate day, ZoneId zone) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    Instant settled = clock.instant().minus(ON_ITS_WAY);
    if (!begin.isBefore(settled)) {
      throw DomainException.invalid("day", "This day has not begun yet.");
    }
    TimeRange range = new TimeRange(begin, end.isBefore(settled) ? end : settled);
    RecordingRules loaded = rules.load();
    Map<UUID, String> names = devices.channelNames();
    Permits permits = rights.permits();
    List<GapReport.OfChannel> channels = new ArrayList<>();
    for (StreamKey stream : loaded.streams()) {
      @Nullable String name = names.get(stream.channel());
      if (name != null && permits.mayAtChannel(Function.RECORDING_PLAY, stream.channel())) {
        channels.add(of(stream, name, loaded.continuous(stream, range), range));
      }
    }
    channels.sort(
        Comparator.comparing(GapReport.OfChannel::channelName)
            .thenComparing(channel -> channel.stream().kind()));
    return new GapReport(day, zone, channels);
  }

  private GapReport.OfChannel of(
      StreamKey stream, String name, List<TimeRange> planned, TimeRange range) {
    Timeline timeline = segments.timeline(stream, range);
    List<Gap> gaps = new ArrayList<>();
    for (TimeRange missing : TimeRange.minus(planned, timeline.spans())) {
      if (missing.length().compareTo(NEGLIGIBLE) > 0) {
        gaps.addAll(explained(stream, missing, timeline.gaps()));
      }
    }
    return new GapReport.OfChannel(stream, name, length(planned), length(timeline.spans()), gaps);
  }

  /** The missing range, split by the reasons that were noted for it. */
  static List<Gap> explained(StreamKey stream, TimeRange missing, List<Gap> noted) {
    List<Gap> gaps = new ArrayList<>();
    List<TimeRange> left = List.of(missing);
    for (Gap gap : noted) {
      TimeRange range = new TimeRange(gap.from(), gap.to()).cut(missing);
      if (range != null) {
        List<TimeRange> others = TimeRange.minus(left, List.of(range));
        TimeRange.minus(left, others).forEach(r -> gaps.add(gap(stream, r, gap.reason())));
        left = others;
      }
    }
    Reason unknown =
        new Reason("unknown", "No reason was noted: switched off then, or deleted since.");
    left.stream()
        .filter(r -> r.length().compareTo(NEGLIGIBLE) > 0)
        .forEach(r -> gaps.add(gap(stream, r, unknown)));
    gaps.sort(Comparator.comparing(Gap::from));
    return gaps;
  }

  private static Gap gap(StreamKey stream, TimeRange range, Reason reason) {
    return new Gap(stream.channel(), stream.kind(), range.from(), range.to(), reason);
  }

  private static Duration length(List<TimeRange> ranges) {
    return ranges.stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
  }
}
