package org.lynceus.alarm.work;

import static org.lynceus.shared.TestTransaction.inject;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmNews;
import org.lynceus.alarm.engine.AlarmGroup;
import org.lynceus.alarm.linkage.ActionRows;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.AlarmSource;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemeMatch;
import org.lynceus.alarm.scheme.SchemeQueries;
import org.lynceus.alarm.scheme.SchemeRecipients;
import org.lynceus.alarm.scheme.SchemeService;
import org.lynceus.alarm.scheme.SchemeTiming;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventStore;
import org.lynceus.event.EventQueries;
import org.lynceus.event.EventsOfTests;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Settings;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TestEvents;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.TestRights;

/** The work on alarms with a real database, a clock that the test moves, and no container. */
public final class AlarmsOfTests {
  public static final UUID ALL_DAY = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static long schemes;

  public final TestTransaction transaction = new TestTransaction();
  public final TestRights rights = new TestRights();
  public final List<AuditAct> audited = new ArrayList<>();
  public final List<Object> facts = new ArrayList<>();
  public final AlarmNews news = new AlarmNews();
  public final SchemeService service = new SchemeService();
  public final SchemeQueries schemeQueries = new SchemeQueries();
  final AlarmWork work = new AlarmWork();
  private final AlarmStep step;
  private final DeviceEventStore store;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** The instant is the test's. */
  public final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  /** Every step in a transaction, as the container would. */
  private final class TransactedStep extends AlarmStep {
    @Override
    public boolean events(int limit) {
      return in(() -> step.events(limit));
    }

    @Override
    public void skip(String reason) {
      in(
          () -> {
            step.skip(reason);
            return true;
          });
    }

    @Override
    public int due() {
      return in(step::due);
    }
  }

  public AlarmsOfTests() throws Exception {
    this(new AlarmStep());
  }

  AlarmsOfTests(AlarmStep step) throws Exception {
    this.step = step;
    var database = transaction.database();
    Ids ids = new Ids();
    inject(ids, "clock", clock);
    EventQueries events = new EventQueries();
    inject(events, "database", database);
    SiteQueries sites = new SiteQueries();
    inject(sites, "database", database);
    TimeTemplateQueries templates = new TimeTemplateQueries();
    inject(templates, "database", database);
    inject(schemeQueries, "database", database);
    inject(schemeQueries, "rights", rights);
    inject(service, "database", database);
    inject(service, "queries", schemeQueries);
    inject(service, "templates", templates);
    inject(service, "sites", sites);
    inject(service, "audit", new NotedAudit(audited));
    inject(service, "ids", ids);
    inject(service, "rights", rights);
    inject(service, "clock", clock);
    inject(service, "changed", TestEvents.into(facts));
    inject(service, "actions", SchemesOfTests.actions(database, rights));
    store = EventsOfTests.store(database, clock, facts);
    Places places = new Places();
    inject(places, "database", database);
    inject(places, "sites", sites);
    Settings settings = new Settings();
    inject(settings, "zone", java.util.Optional.of("Europe/Berlin"));
    inject(places, "settings", settings);
    SchemeCache cache = new SchemeCache();
    inject(cache, "database", database);
    inject(cache, "schemes", schemeQueries);
    inject(cache, "templates", templates);
    AlarmStore alarms = new AlarmStore();
    inject(alarms, "database", database);
    inject(news, "outbox", EventsOfTests.outbox(database, clock));
    inject(news, "changed", TestEvents.into(facts));
    Holding holding = new Holding();
    inject(holding, "database", database);
    AlarmWriter writer = new AlarmWriter();
    inject(writer, "database", database);
    inject(writer, "store", alarms);
    inject(writer, "news", news);
    inject(writer, "holding", holding);
    ActionRows actions = new ActionRows();
    inject(actions, "database", database);
    inject(writer, "actions", actions);
    inject(writer, "ids", ids);
    inject(writer, "clock", clock);
    injectStep("database", database);
    injectStep("events", events);
    injectStep("schemes", cache);
    injectStep("places", places);
    injectStep("store", alarms);
    PartStore parts = new PartStore();
    inject(parts, "database", database);
    injectStep("parts", parts);
    injectStep("writer", writer);
    injectStep("clock", clock);
    inject(work, "step", new TransactedStep());
    transaction.execute("delete from alarm_scheme");
    transaction.execute(
        "update alarm_cursor set event_id = (select coalesce(max(id), 0) from device_event)");
  }

  private void injectStep(String field, Object value) throws Exception {
    var found = AlarmStep.class.getDeclaredField(field);
    found.setAccessible(true);
    found.set(step, value);
  }

  public <T> T in(Callable<T> what) {
    try {
      return transaction.run(what);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public Instant now() {
    return now;
  }

  public void at(Instant instant) {
    now = instant;
  }

  /** A draft about the center itself. */
  public static SchemeDraft draft(int merge, int on, int off, String... types) {
    return new SchemeDraft(
        "Scheme " + ++schemes,
        true,
        AlarmPriority.HIGH,
        new SchemeMatch(List.of(AlarmSource.center()), List.of(types), ALL_DAY, List.of(), null),
        new SchemeTiming(merge, 600, on, off),
        new SchemeRecipients(List.of(), List.of()),
        "Look.",
        List.of());
  }

  public AlarmScheme scheme(SchemeDraft draft) {
    return in(() -> service.add(draft));
  }

  /** An event of the center. */
  public static DeviceEvent event(String type, String source, Instant at) {
    return DeviceEvent.ofCenter(UUID.randomUUID(), type, source, null, at);
  }

  public void store(List<DeviceEvent> batch) {
    in(() -> store.store(batch));
  }

  /** Stores and works, as a node does. */
  public void happen(DeviceEvent... batch) {
    store(List.of(batch));
    work.tick();
  }

  public void tick() {
    work.tick();
  }

  /** An alarm as it is stored, or as the rules would have it. */
  record Stored(Instant first, Instant last, @Nullable Instant ended, int count) {
    static Stored of(AlarmGroup group) {
      return new Stored(group.first(), group.last(), group.ended(), group.count());
    }
  }

  /** The alarms of a scheme, by time. */
  List<Stored> stored(AlarmScheme scheme) {
    return in(
        () ->
            transaction
                .database()
                .list(
                    "select * from alarm where scheme_id = ? and not gone"
                        + " order by first_at, last_at, occurrences",
                    row ->
                        new Stored(
                            Sql.instant(row, "first_at"),
                            Sql.instant(row, "last_at"),
                            Sql.instantOrNull(row, "ended_at"),
                            row.getInt("occurrences")),
                    scheme.id()));
  }

  public long count(String sql) throws Exception {
    return transaction.count(sql);
  }
}
