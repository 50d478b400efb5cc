package org.lynceus.audit;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did, or was refused to do: the action (domain and verb, for example {@code
 * device.change}), the thing it was done to (kind, id, and a name for people), the person's reason,
 * and the thing before and after. Before and after are records, maps or lists; {@link AuditJson}
 * writes them without secrets.
 */
public record AuditAct(
    String action,
    String kind,
    @Nullable String id,
    String name,
    @Nullable String reason,
    @Nullable Object before,
    @Nullable Object after,
    Result result) {

  /** Whether it was done. */
  public enum Result {
    DONE,
    REFUSED
  }

  /** An act on a thing; the id may be of any type that has a text. */
  public static AuditAct of(String action, String kind, @Nullable Object id, String name) {
    return new AuditAct(
        action, kind, id == null ? null : id.toString(), name, null, null, null, Result.DONE);
  }

  public AuditAct because(@Nullable String why) {
    return new AuditAct(action, kind, id, name, why, before, after, result);
  }

  public AuditAct was(@Nullable Object state) {
    return new AuditAct(action, kind, id, name, reason, state, after, result);
  }

  public AuditAct is(@Nullable Object state) {
    return new AuditAct(action, kind, id, name, reason, before, state, result);
  }

  public AuditAct refused() {
    return new AuditAct(action, kind, id, name, reason, before, after, Result.REFUSED);
  }
}
