package org.lynceus.alarm.linkage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Role;
import org.lynceus.user.Roles;

/** The caller's own notices. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
public class NoticeService {
  private static final int MOST = 50;
  private static final String READ =
      "insert into alarm_notice_read (notice_id, username) select n.id, ?";
  private static final String HIS =
      " from alarm_notice n left join alarm_notice_read r on r.notice_id = n.id and r.username = ?"
          + " where (n.to_roles && ?::uuid[] or ? = any(n.to_users))";

  @Inject private Database database;
  @Inject private Rights rights;

  /** The newest {@value #MOST}, newest first. */
  public List<AlarmNotice> notices() {
    return database.list(
        "select n.id, n.alarm_id, n.at, n.text, r.notice_id is not null as was_read"
            + HIS
            + " order by n.at desc limit "
            + MOST,
        row ->
            new AlarmNotice(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "alarm_id"),
                Sql.instant(row, "at"),
                row.getString("text"),
                row.getBoolean("was_read")),
        name(),
        roles(),
        name());
  }

  /** All of them are read. */
  public void read() {
    database.update(
        READ + HIS + " and r.notice_id is null on conflict do nothing",
        name(),
        name(),
        roles(),
        name());
  }

  /** One of them is read; one that is not his does not exist. */
  public void read(UUID id) {
    if (database.number("select count(*)" + HIS + " and n.id = ?", name(), roles(), name(), id)
        == 0) {
      throw DomainException.notFound("notice");
    }
    database.update(
        READ + HIS + " and n.id = ? on conflict do nothing", name(), name(), roles(), name(), id);
  }

  private String name() {
    return rights.caller().name().toLowerCase(Locale.ROOT);
  }

  private List<UUID> roles() {
    return rights.roles().stream().map(Role::id).toList();
  }
}
