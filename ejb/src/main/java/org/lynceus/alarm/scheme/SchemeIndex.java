package org.lynceus.alarm.scheme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.schedule.TimeTemplate;

/**
 * Finds the schemes of an event. A question costs one look-up for each source that covers the place
 * (a channel, its device, the sites above), however many schemes there are. Does not change.
 */
public final class SchemeIndex {
  private record Entry(String type, AlarmSource source) {}

  private final Map<Entry, List<AlarmScheme>> entries = new HashMap<>();
  private final Map<Entry, List<AlarmScheme>> firsts = new HashMap<>();
  private final Set<String> types = new HashSet<>();
  private final Map<UUID, AlarmScheme> byId = new HashMap<>();
  private final Map<UUID, TimeTemplate> templates = new HashMap<>();

  /** An index of all schemes; those that are switched off are known by id only. */
  public SchemeIndex(Collection<AlarmScheme> schemes, Collection<TimeTemplate> allTemplates) {
    allTemplates.forEach(template -> templates.put(template.id(), template));
    for (AlarmScheme scheme : schemes) {
      byId.put(scheme.id(), scheme);
      if (scheme.rule().enabled()) {
        enter(entries, scheme, scheme.rule().match().types(), scheme.rule().match().sources());
        OnlyAfter before = scheme.rule().match().onlyAfter();
        if (before != null) {
          enter(firsts, scheme, before.types(), before.sources());
        }
      }
    }
  }

  private void enter(
      Map<Entry, List<AlarmScheme>> into,
      AlarmScheme scheme,
      List<String> types,
      List<AlarmSource> sources) {
    this.types.addAll(types);
    for (String type : types) {
      for (AlarmSource source : sources) {
        into.computeIfAbsent(new Entry(type, source), key -> new ArrayList<>()).add(scheme);
      }
    }
  }

  public @Nullable AlarmScheme scheme(UUID id) {
    return byId.get(id);
  }

  /** Every type of event that a scheme looks at, switched-off ones aside. */
  public Set<String> types() {
    return Collections.unmodifiableSet(types);
  }

  /** Schemes of events of the type at the place, whatever the time; each once. */
  public Set<AlarmScheme> of(String type, EventPlace place) {
    return found(entries, type, place);
  }

  /** Schemes whose own events count only after such an event; each once. */
  public Set<AlarmScheme> after(String type, EventPlace place) {
    return firsts.isEmpty() ? Set.of() : found(firsts, type, place);
  }

  private static Set<AlarmScheme> found(
      Map<Entry, List<AlarmScheme>> in, String type, EventPlace place) {
    Set<AlarmScheme> found = new LinkedHashSet<>();
    for (AlarmSource source : place.sources()) {
      found.addAll(in.getOrDefault(new Entry(type, source), List.of()));
    }
    return found;
  }

  /** Whether the scheme's time template is active then, by its own zone or that of the place. */
  public boolean active(AlarmScheme scheme, EventPlace place, Instant at) {
    TimeTemplate template = templates.get(scheme.rule().match().templateId());
    return template != null && template.active(at, place.zone());
  }
}
