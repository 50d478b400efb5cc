package org.lynceus.recording;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lynceus.media.StreamKind;
import org.lynceus.schedule.TimeTemplateUse;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads recording plans. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PlanQueries {
  private static final String SELECT =
      """
      select p.*, array(select c.channel_id from recording_plan_channel c where c.plan_id = p.id
        order by 1) as channels from recording_plan p
      """;

  @Inject private Database database;
  @Inject private Rights rights;

  /** All plans by name. */
  @PermitAll
  public List<RecordingPlan> all() {
    return database.list(SELECT + " order by lower(p.name)", PlanQueries::plan);
  }

  /** Those that name one of the channels, with these channels only. */
  @PermitAll
  public List<RecordingPlan> naming(Collection<UUID> channels) {
    return database.list(
        """
        select p.*, array_agg(c.channel_id order by c.channel_id) as channels
        from recording_plan_channel c join recording_plan p on p.id = c.plan_id
        where c.channel_id = any(?) group by p.id order by lower(p.name)
        """,
        PlanQueries::plan,
        channels);
  }

  /** Those that name a channel the caller sees, with these channels only. */
  public List<RecordingPlan> seen() {
    Permits permits = rights.permits();
    return all().stream()
        .map(plan -> plan.with(plan.channelIds().stream().filter(permits::sees).toList()))
        .filter(plan -> !plan.channelIds().isEmpty() || permits.visible().all())
        .toList();
  }

  /** One of them. */
  public RecordingPlan seen(UUID id) {
    return seen().stream()
        .filter(plan -> plan.id().equals(id))
        .findFirst()
        .orElseThrow(() -> DomainException.notFound("recording plan"));
  }

  /** The whole plan; for those who check the rights of its channels. */
  @PermitAll
  public RecordingPlan plan(UUID id) {
    RecordingPlan found = database.first(SELECT + " where p.id = ?", PlanQueries::plan, id);
    if (found == null) {
      throw DomainException.notFound("recording plan");
    }
    return found;
  }

  /** Plans that follow a time template. */
  @PermitAll
  public List<TimeTemplateUse.Use> uses(UUID template) {
    return database.list(
        "select id, name from recording_plan where template_id = ? order by lower(name)",
        row ->
            new TimeTemplateUse.Use("recording-plan", Sql.uuid(row, "id"), row.getString("name")),
        template);
  }

  private static RecordingPlan plan(ResultSet row) throws SQLException {
    return new RecordingPlan(
        Sql.uuid(row, "id"),
        row.getString("name"),
        row.getBoolean("enabled"),
        Sql.uuid(row, "template_id"),
        RecordingKind.valueOf(row.getString("kind")),
        StreamKind.valueOf(row.getString("stream")),
        Duration.ofSeconds(row.getInt("pre_seconds")),
        Duration.ofSeconds(row.getInt("post_seconds")),
        List.of((UUID[]) row.getArray("channels").getArray()),
        Sql.instant(row, "changed_at"),
        row.getLong("version"));
  }
}
