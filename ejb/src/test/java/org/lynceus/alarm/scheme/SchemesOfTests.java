package org.lynceus.alarm.scheme;

import static org.lynceus.shared.TestTransaction.inject;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lynceus.device.Vault;
import org.lynceus.recording.StandbyStore;
import org.lynceus.shared.Database;
import org.lynceus.shared.TestEvents;
import org.lynceus.user.Rights;

/** What schemes need of others, for tests without a container. */
public final class SchemesOfTests {
  private SchemesOfTests() {}

  /** The same about other events. */
  public static SchemeDraft with(SchemeDraft draft, SchemeMatch match) {
    return changed(draft, draft.enabled(), match, draft.to(), draft.actions());
  }

  /** The same, with conditions. */
  public static SchemeDraft with(SchemeDraft draft, SchemeCondition... conditions) {
    SchemeMatch old = draft.match();
    return with(
        draft,
        new SchemeMatch(
            old.sources(), old.types(), old.templateId(), List.of(conditions), old.onlyAfter()));
  }

  /** The same, after something. */
  public static SchemeDraft with(SchemeDraft draft, OnlyAfter rule) {
    SchemeMatch old = draft.match();
    return with(
        draft,
        new SchemeMatch(old.sources(), old.types(), old.templateId(), old.conditions(), rule));
  }

  /** The same, doing this. */
  public static SchemeDraft with(SchemeDraft draft, SchemeAction... actions) {
    return changed(draft, draft.enabled(), draft.match(), draft.to(), List.of(actions));
  }

  /** The same for these users only. */
  public static SchemeDraft to(SchemeDraft draft, List<String> users) {
    SchemeRecipients to = new SchemeRecipients(List.of(), users);
    return changed(draft, draft.enabled(), draft.match(), to, draft.actions());
  }

  /** The same, raising nothing. */
  public static SchemeDraft off(SchemeDraft draft) {
    return changed(draft, false, draft.match(), draft.to(), draft.actions());
  }

  private static SchemeDraft changed(
      SchemeDraft draft,
      boolean enabled,
      SchemeMatch match,
      SchemeRecipients to,
      List<SchemeAction> actions) {
    return new SchemeDraft(
        draft.name(),
        enabled,
        draft.priority(),
        match,
        draft.timing(),
        to,
        draft.procedure(),
        actions);
  }

  /** The part of schemes that cares for actions. */
  public static Object actions(Database database, Rights rights) {
    StandbyStore standby = new StandbyStore();
    inject(standby, "database", database);
    inject(standby, "changed", TestEvents.into(new ArrayList<>()));
    SchemeActions actions = new SchemeActions();
    inject(actions, "database", database);
    inject(actions, "rights", rights);
    inject(actions, "standby", standby);
    inject(actions, "secrets", secrets(database));
    return actions;
  }

  /** Secrets that are sealed by nothing. */
  public static SchemeSecrets secrets(Database database) {
    SchemeSecrets secrets = new SchemeSecrets();
    inject(secrets, "database", database);
    inject(
        secrets,
        "vault",
        new Vault() {
          @Override
          public byte[] seal(UUID id, String secret) {
            return secret.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          }

          @Override
          public String open(UUID id, byte[] sealed) {
            return new String(sealed, java.nio.charset.StandardCharsets.UTF_8);
          }
        });
    return secrets;
  }
}
