package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.cluster.Lease;
import org.lynceus.cluster.LeaseStore;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.evidence.SegmentChain;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TestTransaction;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;

class SegmentStorePersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestTransaction transaction = new TestTransaction();
  private final LeaseStore leases = new LeaseStore();
  private final SegmentStore store = new SegmentStore();
  private final Database database = transaction.database();
  private final SegmentChains chains = new SegmentChains();
  private final SegmentQueries queries = new SegmentQueries();
  private final UUID channel = UUID.randomUUID();
  private final UUID volume = UUID.randomUUID();
  private Lease lease;

  @BeforeEach
  void inject() throws Exception {
    TestTransaction.inject(leases, "database", database);
    TestTransaction.inject(store, "database", database);
    TestTransaction.inject(store, "leases", leases);
    TestTransaction.inject(chains, "database", database);
    TestTransaction.inject(store, "chains", chains);
    TestTransaction.inject(queries, "database", database);
    TestTransaction.inject(
        queries,
        "devices",
        new DeviceQueries() {
          @Override
          public ChannelRecord channel(Function function, UUID id) {
            return new ChannelRecord(
                id, id, id, 1, "Gate", "H264", null, null, null, null, false, false, false);
          }
        });
    lease =
        transaction.run(() -> leases.claim(List.of(Lease.ofRecording(channel)), "a/1", "a")).get(0);
  }

  private StreamKey main() {
    return new StreamKey(channel, StreamKind.MAIN);
  }

  private StreamKey sub() {
    return new StreamKey(channel, StreamKind.SUB);
  }

  private Segment segment(Instant start, int seconds, boolean closed) {
    return segment(StreamKind.MAIN, start, seconds, closed);
  }

  private Segment segment(StreamKind kind, Instant start, int seconds, boolean closed) {
    return new Segment(
        UUID.randomUUID(),
        channel,
        kind,
        volume,
        "2026/11/22/12/" + channel + "-" + kind.word() + "-" + start.toEpochMilli() + ".mp4",
        start,
        seconds * 1_000_000L,
        1000,
        closed,
        false,
        "avc1.64001f",
        1280,
        720,
        700,
        UUID.randomUUID(),
        0,
        List.of(new Fragment(700, 300, 0, 0, seconds * 1_000_000)),
        closed ? "ab".repeat(32) : null);
  }

  private void save(List<Segment> segments, List<Gap> gaps) throws Exception {
    assertThat(transaction.run(() -> store.save(segments, gaps, List.of(lease))))
        .containsExactly(lease.resource());
  }

  private List<Segment> read(Instant from, Instant to) throws Exception {
    return transaction.run(() -> queries.segments(main(), new TimeRange(from, to)));
  }

  @Test
  void aSegmentComesBackAsItWasSaved() throws Exception {
    Segment saved = segment(NOON, 60, true);
    save(List.of(saved), List.of());
    assertThat(read(NOON.plusSeconds(30), NOON.plusSeconds(31))).containsExactly(saved);
  }

  @Test
  void aSegmentGrowsUnderTheSameId() throws Exception {
    Segment open = segment(NOON, 10, false);
    save(List.of(open), List.of());
    Segment longer = segment(NOON, 20, true);
    Segment grown =
        new Segment(
            open.id(),
            channel,
            open.kind(),
            volume,
            open.path(),
            NOON,
            longer.durationMicros(),
            2000,
            true,
            false,
            open.codecs(),
            1280,
            720,
            700,
            open.run(),
            0,
            longer.fragments(),
            longer.sha256());
    save(List.of(grown), List.of());
    assertThat(read(NOON, NOON.plusSeconds(60))).containsExactly(grown);
  }

  @Test
  void theRangeIsHalfOpen() throws Exception {
    save(List.of(segment(NOON, 60, true)), List.of());
    assertThat(read(NOON.plusSeconds(60), NOON.plusSeconds(90))).isEmpty();
    assertThat(read(NOON.minusSeconds(60), NOON)).isEmpty();
    assertThat(read(NOON.plusSeconds(59), NOON.plusSeconds(90))).hasSize(1);
  }

  @Test
  void aNodeThatLostTheLeaseWritesNothing() throws Exception {
    transaction.execute(
        "update lease set holder = 'b/1', node = 'b', epoch = epoch + 1 where resource = '"
            + lease.resource()
            + "'");
    assertThat(
            transaction.run(
                () -> store.save(List.of(segment(NOON, 60, true)), List.of(), List.of(lease))))
        .isEmpty();
    assertThat(read(NOON, NOON.plusSeconds(60))).isEmpty();
  }

  @Test
  void theTimelineHasSpansAndGapsWithTheirReason() throws Exception {
    Gap gap =
        new Gap(
            channel,
            StreamKind.MAIN,
            NOON.plusSeconds(120),
            NOON.plusSeconds(180),
            new Reason("no-data", "The camera sends nothing."));
    save(
        List.of(
            segment(NOON, 60, true),
            segment(NOON.plusSeconds(60), 60, true),
            segment(NOON.plusSeconds(180), 60, true)),
        List.of(gap));
    Timeline timeline =
        transaction.run(
            () -> queries.timeline(main(), new TimeRange(NOON, NOON.plusSeconds(3600))));
    assertThat(timeline.spans())
        .containsExactly(
            new TimeRange(NOON, NOON.plusSeconds(120)),
            new TimeRange(NOON.plusSeconds(180), NOON.plusSeconds(240)));
    assertThat(timeline.gaps()).containsExactly(gap);
  }

  @Test
  void aGapThatLastsIsOneRow() throws Exception {
    Reason reason = new Reason("refused", "Nothing listens there.");
    save(List.of(), List.of(new Gap(channel, StreamKind.MAIN, NOON, NOON.plusSeconds(60), reason)));
    save(
        List.of(), List.of(new Gap(channel, StreamKind.MAIN, NOON, NOON.plusSeconds(120), reason)));
    Timeline timeline =
        transaction.run(
            () -> queries.timeline(main(), new TimeRange(NOON, NOON.plusSeconds(3600))));
    assertThat(timeline.gaps()).extracting(Gap::to).containsExactly(NOON.plusSeconds(120));
  }

  @Test
  void recordedDaysAreThoseOfTheZone() throws Exception {
    Instant lateInUtc = Instant.parse("2026-11-22T23:59:30Z");
    save(List.of(segment(lateInUtc, 60, true)), List.of());
    YearMonth november = YearMonth.of(2026, 11);
    assertThat(
            transaction.run(
                () -> queries.recordedDays(main(), november, ZoneId.of("Asia/Shanghai"))))
        .containsExactly(LocalDate.of(2026, 11, 23));
    assertThat(transaction.run(() -> queries.recordedDays(main(), november, ZoneId.of("UTC"))))
        .containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));
  }

  @Test
  void recoveryLooksBackToTheOldestFileThatWasNotClosed() throws Exception {
    assertThat(transaction.run(() -> java.util.Optional.ofNullable(queries.uncertainSince(volume))))
        .isEmpty();
    save(List.of(segment(NOON, 60, false), segment(NOON.plusSeconds(600), 60, true)), List.of());
    assertThat(transaction.run(() -> queries.uncertainSince(volume))).isEqualTo(NOON);
  }

  @Test
  void accountedUntilIsTheEndOfFootageOrGap() throws Exception {
    save(
        List.of(segment(NOON, 60, true)),
        List.of(
            new Gap(
                channel,
                StreamKind.MAIN,
                NOON.plusSeconds(60),
                NOON.plusSeconds(90),
                new Reason("closed", "x"))));
    assertThat(transaction.run(() -> queries.accountedUntil(List.of(channel))))
        .containsExactly(Map.entry(main(), NOON.plusSeconds(90)));
  }

  @Test
  void closedSegmentsAreChainedPerDayInOrderOfArrivalAndOnlyOnce() throws Exception {
    Instant day = Instant.parse("2026-11-22T00:00:00Z");
    Segment first = segment(day.plusSeconds(60), 60, true);
    Segment second = segment(day.plusSeconds(120), 60, true);
    Segment stillOpen = segment(day.plusSeconds(180), 60, false);
    Segment tomorrow = segment(day.plusSeconds(86_400), 60, true);
    save(List.of(first, second, stillOpen), List.of());
    save(List.of(second, tomorrow), List.of());

    String before = SegmentChain.start(first.key(), LocalDate.parse("2026-11-22"));
    String one = SegmentChain.next(before, SegmentChain.Link.of(first));
    String two = SegmentChain.next(one, SegmentChain.Link.of(second));
    String next =
        SegmentChain.next(
            SegmentChain.start(first.key(), LocalDate.parse("2026-11-23")),
            SegmentChain.Link.of(tomorrow));
    assertThat(
            transaction.run(
                () ->
                    queries.chains(
                        List.of(first.id(), second.id(), stillOpen.id(), tomorrow.id()))))
        .containsOnly(
            Map.entry(first.id(), one),
            Map.entry(second.id(), two),
            Map.entry(tomorrow.id(), next));
  }

  @Test
  void mainAndSubStreamAreToldApartAndRetentionTakesBoth() throws Exception {
    Segment main = segment(NOON, 60, true);
    Segment sub = segment(StreamKind.SUB, NOON.plusSeconds(30), 60, true);
    Reason reason = new Reason("offline", "x");
    save(
        List.of(main, sub),
        List.of(new Gap(channel, StreamKind.SUB, NOON, NOON.plusSeconds(30), reason)));
    TimeRange range = new TimeRange(NOON, NOON.plusSeconds(600));
    assertThat(transaction.run(() -> queries.segments(main(), range))).containsExactly(main);
    assertThat(transaction.run(() -> queries.segments(sub(), range))).containsExactly(sub);
    assertThat(transaction.run(() -> queries.timeline(main(), range)).gaps()).isEmpty();
    Timeline timeline = transaction.run(() -> queries.timeline(sub(), range));
    assertThat(timeline.spans()).containsExactly(new TimeRange(sub.start(), sub.end()));
    assertThat(timeline.gaps()).extracting(Gap::stream).containsExactly(StreamKind.SUB);
    assertThat(transaction.run(() -> queries.accountedUntil(List.of(channel))))
        .containsOnly(Map.entry(main(), main.end()), Map.entry(sub(), sub.end()));
    YearMonth december = YearMonth.of(2026, 12);
    assertThat(transaction.run(() -> queries.recordedDays(sub(), december, ZoneOffset.UTC)))
        .isEmpty();
    assertThat(
            transaction.run(
                () -> queries.recordedDays(sub(), december.minusMonths(1), ZoneOffset.UTC)))
        .hasSize(1);

    RetentionStore retention = new RetentionStore();
    TestTransaction.inject(retention, "database", database);
    TestTransaction.inject(retention, "clock", Clock.fixed(NOON, ZoneOffset.UTC));
    List<RetentionChoice.Candidate> old =
        transaction.run(() -> retention.endedBefore(volume, channel, NOON.plusSeconds(600), 10));
    assertThat(old).extracting(RetentionChoice.Candidate::id).containsExactly(main.id(), sub.id());
    transaction.run(
        () -> {
          retention.begin(old, DeletionReason.EXPIRED);
          retention.finish(List.of(main.id(), sub.id()), Map.of());
          return true;
        });
    assertThat(
            transaction.count(
                "select count(distinct stream) from segment_deletion where files = 1 and"
                    + " channel_id = '"
                    + channel
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void whatIsBeingDeletedIsNotShownAndThenLogged() throws Exception {
    RetentionStore retention = new RetentionStore();
    TestTransaction.inject(retention, "database", database);
    TestTransaction.inject(retention, "clock", Clock.fixed(NOON, ZoneOffset.UTC));
    Segment old = segment(NOON, 60, true);
    Segment young = segment(NOON.plusSeconds(60), 60, true);
    Segment open = segment(NOON.plusSeconds(120), 60, false);
    save(List.of(young, old, open), List.of());
    List<RetentionChoice.Candidate> candidates =
        transaction.run(() -> retention.oldest(volume, 10));
    assertThat(candidates)
        .extracting(RetentionChoice.Candidate::id)
        .containsExactly(old.id(), young.id());

    transaction.run(
        () -> {
          retention.begin(List.of(candidates.get(0)), DeletionReason.SPACE);
          return true;
        });
    TimeRange range = new TimeRange(NOON, NOON.plusSeconds(600));
    assertThat(transaction.run(() -> queries.segments(main(), range)))
        .extracting(Segment::id)
        .containsExactly(young.id(), open.id());
    assertThat(transaction.run(() -> retention.begun(volume, 10)))
        .containsExactly(new RetentionStore.Begun(old.id(), old.path()));

    transaction.run(
        () -> {
          retention.finish(List.of(old.id(), young.id()), Map.of(channel, "Gate"));
          return true;
        });
    assertThat(transaction.run(() -> queries.byId(old.id()))).isNull();
    assertThat(transaction.run(() -> queries.byId(young.id()))).isNotNull();
    assertThat(
            transaction.count(
                "select count(*) from segment_deletion where channel_id = '"
                    + channel
                    + "' and channel_name = 'Gate' and files = 1 and bytes = 1000 and reason ="
                    + " 'SPACE' and day = '2026-11-22'"))
        .isEqualTo(1);
  }

  @Test
  void aRowWithoutFileBecomesAGapAndATruthReplacesItsRow() throws Exception {
    IndexRepair repair = new IndexRepair();
    TestTransaction.inject(repair, "database", database);
    TestTransaction.inject(repair, "store", store);
    Segment lost = segment(NOON, 60, true);
    Segment wrong = segment(NOON.plusSeconds(60), 60, true);
    save(List.of(lost, wrong), List.of());
    transaction.run(
        () -> {
          repair.forget(lost.id());
          repair.replace(List.of(wrong.recovered("cd".repeat(32))));
          return true;
        });
    Timeline timeline =
        transaction.run(() -> queries.timeline(main(), new TimeRange(NOON, NOON.plusSeconds(120))));
    assertThat(timeline.spans())
        .containsExactly(new TimeRange(NOON.plusSeconds(60), NOON.plusSeconds(120)));
    assertThat(timeline.gaps()).extracting(g -> g.reason().code()).containsExactly("file-missing");
    assertThat(transaction.run(() -> queries.byId(wrong.id())))
        .matches(s -> s.recovered() && "cd".repeat(32).equals(s.sha256()));
  }
}
