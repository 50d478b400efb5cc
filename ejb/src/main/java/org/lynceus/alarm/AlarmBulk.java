package org.lynceus.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/** Does one thing about many alarms; each is checked and done on its own. */
@ApplicationScoped
public class AlarmBulk {
  /** The most alarms at once. */
  public static final int MOST = 500;

  /** What became of one; a problem says why it was not done. */
  public record Done(UUID id, @Nullable DomainException problem) {}

  @Inject private AlarmService service;

  public List<Done> act(Collection<UUID> ids, AlarmAct act) {
    return ids.stream().distinct().map(id -> one(id, act)).toList();
  }

  private Done one(UUID id, AlarmAct act) {
    try {
      service.actAlone(id, act);
      return new Done(id, null);
    } catch (DomainException e) {
      return new Done(id, e);
    }
  }
}
