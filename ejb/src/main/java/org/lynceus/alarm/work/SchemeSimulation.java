package org.lynceus.alarm.work;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.OnlyAfter;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemeIndex;
import org.lynceus.alarm.scheme.SchemeQueries;
import org.lynceus.event.EventQueries;
import org.lynceus.event.StoredEvent;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/**
 * Tries a scheme, or what it is to become, on recorded events. It stands for the moment at which
 * the range ends: a state that lasts then lasts, whatever came later. Writes nothing.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SchemeSimulation {
  /** The longest range. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final int MOST = 50_000;

  /** Of a scheme that is not stored yet. */
  private static final UUID NEW = new UUID(0, 0);

  @Inject private SchemeQueries schemes;
  @Inject private TimeTemplateQueries templates;
  @Inject private EventQueries events;
  @Inject private Places places;
  @Inject private Clock clock;

  /**
   * Runs it on the events of the scheme's types that happened in the range.
   *
   * @param draft what the scheme is to become; null: as it is
   */
  public Simulation run(UUID id, TimeRange range, @Nullable SchemeDraft draft) {
    AlarmScheme stored = schemes.seen(id);
    return run(
        new AlarmScheme(
            id,
            (draft == null ? stored.rule() : draft).switchedOn(),
            stored.changedAt(),
            stored.version()),
        range);
  }

  /** Runs what is to become a new scheme. */
  public Simulation run(SchemeDraft draft, TimeRange range) {
    return run(new AlarmScheme(NEW, draft.switchedOn(), clock.instant(), 0), range);
  }

  private Simulation run(AlarmScheme scheme, TimeRange range) {
    if (range.length().compareTo(LONGEST) > 0) {
      throw DomainException.invalid("/to", "A simulation is of at most seven days.");
    }
    if (!scheme.rule().match().allSources().stream().allMatch(schemes::mayConfigure)) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "This scheme names places whose alarms you may not configure.");
    }
    templates.template(scheme.rule().match().templateId());
    Map<Told, Boolean> told = told(read(range, scheme), scheme.rule().match().allTypes());
    Instant now = clock.instant();
    return Simulation.of(
        told,
        places.of(told.keySet().stream().map(Told::spot).toList()),
        new SchemeIndex(List.of(scheme), templates.all()),
        scheme,
        now.isAfter(range.from()) && now.isBefore(range.to())
            ? new TimeRange(range.from(), now)
            : range);
  }

  private List<StoredEvent> read(TimeRange range, AlarmScheme scheme) {
    Set<String> types = new HashSet<>(scheme.rule().match().allTypes());
    types.addAll(EventMeaning.endsOf(scheme.rule().match().types()));
    @Nullable OnlyAfter before = scheme.rule().match().onlyAfter();
    Duration earlier = before == null ? Duration.ZERO : before.within();
    List<StoredEvent> found =
        events.happened(new TimeRange(range.from().minus(earlier), range.to()), types, MOST + 1);
    if (found.size() > MOST) {
      throw DomainException.invalid(
          "/from", "There are more than " + MOST + " such events; try a shorter time.");
    }
    return found;
  }

  /** What the events say of the types; with whether they came too late to raise anything. */
  private static Map<Told, Boolean> told(List<StoredEvent> events, List<String> types) {
    Map<Told, Boolean> found = new LinkedHashMap<>();
    for (StoredEvent event : events) {
      boolean late =
          event.event().occurredAt().isBefore(event.receivedAt().minus(AlarmStep.LATEST));
      for (Told told : EventMeaning.of(event)) {
        if (types.contains(told.type())) {
          found.put(told, late);
        }
      }
    }
    return found;
  }
}
