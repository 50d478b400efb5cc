package org.lynceus.alarm.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.recording.StandbyStore;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;

/**
 * What the actions of a scheme need before an alarm comes: whoever puts one into a scheme may do it
 * himself, the cameras to be recorded keep their last seconds, and web calls have a secret to be
 * signed with.
 */
@ApplicationScoped
class SchemeActions {
  /** Until a recording begins some seconds pass; they are kept, too. */
  private static final int SLACK = 5;

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private StandbyStore standby;
  @Inject private SchemeSecrets secrets;

  /** Refuses what the caller may not do himself. */
  void check(List<SchemeAction> actions) {
    for (SchemeAction action : actions) {
      @Nullable Function needs = action.kind().needs();
      if (needs != null) {
        rights.require(needs);
        action.channels().forEach(channel -> rights.require(needs, channel));
      }
      if (action.kind() == ActionKind.WEBHOOK) {
        rights.requireEverywhere(Function.ALARM_CONFIGURE);
      }
      if (database.number("select count(*) from role where id = any(?)", action.toRoles())
          < action.toRoles().size()) {
        throw DomainException.invalid("/actions", "There is no such role.");
      }
    }
  }

  /** Keeps what the actions need. */
  void prepare(UUID scheme, SchemeDraft draft) {
    Map<UUID, Integer> kept = new HashMap<>();
    for (SchemeAction action : draft.actions()) {
      if (draft.enabled() && action.kind() == ActionKind.RECORD && action.before() > 0) {
        List<UUID> cameras = action.channels().isEmpty() ? own(draft) : action.channels();
        cameras.forEach(camera -> kept.merge(camera, action.before() + SLACK, Math::max));
      }
    }
    standby.keep(scheme, kept);
    boolean calls =
        draft.actions().stream().anyMatch(action -> action.kind() == ActionKind.WEBHOOK);
    if (calls) {
      secrets.ensure(scheme);
    }
  }

  void forget(UUID scheme) {
    standby.keep(scheme, Map.of());
  }

  /** The cameras that are sources themselves, or of devices that are; not those of whole sites. */
  private List<UUID> own(SchemeDraft draft) {
    List<UUID> sources =
        draft.match().sources().stream()
            .filter(
                source ->
                    source.kind() == AlarmSource.Kind.CHANNEL
                        || source.kind() == AlarmSource.Kind.DEVICE)
            .map(AlarmSource::objectId)
            .filter(java.util.Objects::nonNull)
            .toList();
    return database.list(
        "select id from channel where id = any(?) or device_id = any(?)",
        row -> Sql.uuid(row, "id"),
        sources,
        sources);
  }
}
