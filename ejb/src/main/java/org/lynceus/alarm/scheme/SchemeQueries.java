package org.lynceus.alarm.scheme;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.schedule.TimeTemplateUse;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads alarm schemes. One sees those with a source at which one may configure alarms. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SchemeQueries {
  private static final String SELECT = "select * from alarm_scheme";

  @Inject private Database database;
  @Inject private Rights rights;

  /** All schemes by name. */
  @PermitAll
  public List<AlarmScheme> all() {
    Map<UUID, List<AlarmSource>> sources = sources(null);
    return database.list(SELECT + " order by lower(name)", row -> scheme(row, sources));
  }

  /** The whole scheme; for those who check the rights of its sources. */
  @PermitAll
  public AlarmScheme scheme(UUID id) {
    Map<UUID, List<AlarmSource>> sources = sources(id);
    AlarmScheme found = database.first(SELECT + " where id = ?", row -> scheme(row, sources), id);
    if (found == null) {
      throw DomainException.notFound("alarm scheme");
    }
    return found;
  }

  /** Those of which the caller may configure a source. */
  public List<AlarmScheme> seen() {
    return all().stream().filter(this::sees).toList();
  }

  /** One of them. */
  public AlarmScheme seen(UUID id) {
    AlarmScheme found = scheme(id);
    if (!sees(found)) {
      throw DomainException.notFound("alarm scheme");
    }
    return found;
  }

  /** Schemes that follow a time template. */
  @PermitAll
  public List<TimeTemplateUse.Use> uses(UUID template) {
    return database.list(
        "select id, name from alarm_scheme where template_id = ? order by lower(name)",
        row -> new TimeTemplateUse.Use("alarm-scheme", Sql.uuid(row, "id"), row.getString("name")),
        template);
  }

  /** Whether the caller may configure alarms of the source. */
  @PermitAll
  public boolean mayConfigure(AlarmSource source) {
    Permits permits = rights.permits();
    UUID id = source.objectId();
    if (id == null) {
      return permits.mayEverywhere(Function.ALARM_CONFIGURE);
    }
    return switch (source.kind()) {
      case CHANNEL -> permits.mayAtChannel(Function.ALARM_CONFIGURE, id);
      case DEVICE, INPUT -> permits.mayAtDevice(Function.ALARM_CONFIGURE, id);
      case SITE -> permits.mayAtSite(Function.ALARM_CONFIGURE, id);
      case CENTER -> permits.mayEverywhere(Function.ALARM_CONFIGURE);
    };
  }

  private boolean sees(AlarmScheme scheme) {
    return rights.permits().mayEverywhere(Function.ALARM_CONFIGURE)
        || scheme.rule().match().sources().stream().anyMatch(this::mayConfigure);
  }

  private Map<UUID, List<AlarmSource>> sources(@Nullable UUID scheme) {
    Map<UUID, List<AlarmSource>> found = new HashMap<>();
    database.list(
        "select * from alarm_scheme_source where ?::uuid is null or scheme_id = ?"
            + " order by kind, object_id, part",
        row ->
            found
                .computeIfAbsent(Sql.uuid(row, "scheme_id"), key -> new ArrayList<>())
                .add(
                    new AlarmSource(
                        AlarmSource.Kind.valueOf(row.getString("kind")),
                        row.getObject("object_id", UUID.class),
                        row.getString("part"))),
        scheme,
        scheme);
    return found;
  }

  private static AlarmScheme scheme(ResultSet row, Map<UUID, List<AlarmSource>> sources)
      throws SQLException {
    UUID id = Sql.uuid(row, "id");
    return new AlarmScheme(
        id,
        new SchemeDraft(
            row.getString("name"),
            row.getBoolean("enabled"),
            AlarmPriority.valueOf(row.getString("priority")),
            new SchemeMatch(
                sources.getOrDefault(id, List.of()),
                List.of((String[]) row.getArray("types").getArray()),
                Sql.uuid(row, "template_id"),
                ConditionJson.read(row.getString("conditions")),
                OnlyAfterJson.read(row.getString("only_after"))),
            new SchemeTiming(
                row.getInt("merge_seconds"),
                row.getInt("cap_seconds"),
                row.getInt("delay_on_seconds"),
                row.getInt("delay_off_seconds")),
            new SchemeRecipients(
                List.of((UUID[]) row.getArray("to_roles").getArray()),
                List.of((String[]) row.getArray("to_users").getArray())),
            row.getString("procedure"),
            ActionJson.readAll(row.getString("actions"))),
        Sql.instant(row, "changed_at"),
        row.getLong("version"));
  }
}
