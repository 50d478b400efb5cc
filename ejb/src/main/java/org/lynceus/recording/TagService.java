package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.ChannelFilter;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Tags on recordings. One's own may be removed by oneself, any by an administrator. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class TagService {
  private static final int MOST_OF_A_RANGE = 10_000;

  @Resource private SessionContext context;
  @Inject private Database database;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** Tags of a channel in a range, in order of time. */
  public List<Tag> tags(UUID channel, TimeRange range) {
    devices.channel(Function.RECORDING_PLAY, channel);
    return database.list(
        "select * from recording_tag where channel_id = ? and at >= ? and at < ? order by at limit "
            + MOST_OF_A_RANGE,
        TagService::tag,
        channel,
        range.from(),
        range.to());
  }

  /** Tags of all channels whose name or note holds the text, newest moment first. */
  @Needs(Function.RECORDING_PLAY)
  public Page<Tag> search(@Nullable String q, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    String like = "%" + (q == null ? "" : Sql.literally(q.strip())) + "%";
    ChannelFilter seen =
        ChannelFilter.channels("channel_id", rights.scope(Function.RECORDING_PLAY));
    List<Tag> rows =
        database.list(
            "select * from recording_tag where (name ilike ? or note ilike ?)"
                + " and (at, id) < (?, ?) and "
                + seen.sql()
                + " order by at desc, id desc limit ?",
            TagService::tag,
            seen.between(
                List.of(
                    like,
                    like,
                    key == null ? Instant.parse("9999-12-31T00:00:00Z") : key.instant(),
                    key == null ? new UUID(-1, -1) : key.uuid()),
                Limits.page(limit) + 1));
    return Page.cut(rows, limit, t -> new PageKey(t.at().toString(), t.id().toString()));
  }

  public Tag add(UUID channel, Instant at, String name, @Nullable String note) {
    devices.channel(Function.RECORDING_TAG, channel);
    Tag tag =
        new Tag(
            ids.next(),
            channel,
            at,
            Limits.text("/name", name, 1, 50),
            note == null || note.isBlank() ? null : Limits.text("/note", note, 1, 1000),
            context.getCallerPrincipal().getName(),
            clock.instant());
    database.update(
        "insert into recording_tag (id, channel_id, at, name, note, by_user, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        tag.id(),
        channel,
        at,
        tag.name(),
        tag.note(),
        tag.by(),
        tag.createdAt());
    audit.note(AuditAct.of("recording.tag.add", "channel", channel, tag.name()).is(tag));
    return tag;
  }

  public void remove(UUID id) {
    Tag tag = database.first("select * from recording_tag where id = ?", TagService::tag, id);
    Permits permits = rights.permits();
    if (tag == null || !permits.sees(tag.channelId())) {
      throw DomainException.notFound("tag");
    }
    if (!tag.by().equals(context.getCallerPrincipal().getName())
        && !permits.mayAtChannel(Function.RECORDING_CONFIGURE, tag.channelId())) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "Only " + tag.by() + " or an administrator may remove this tag.");
    }
    database.update("delete from recording_tag where id = ?", id);
    audit.note(
        AuditAct.of("recording.tag.remove", "channel", tag.channelId(), tag.name()).was(tag));
  }

  private static Tag tag(ResultSet row) throws SQLException {
    return new Tag(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "channel_id"),
        Sql.instant(row, "at"),
        row.getString("name"),
        row.getString("note"),
        row.getString("by_user"),
        Sql.instant(row, "created_at"));
  }
}
