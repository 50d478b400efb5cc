package org.lynceus.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;

/** Reads the log, newest first. Who may read it is asked of {@link AuditReaders}. */
@Stateless
@PermitAll
public class AuditQueries {
  @Inject private Database database;
  @Inject private AuditReaders readers;

  public Page<AuditEntry> page(AuditSearch search, int limit, @Nullable String after) {
    readers.require();
    PageKey key = PageKey.decode(after);
    List<@Nullable Object> values = new ArrayList<>();
    String where = search.where(values);
    if (key != null) {
      where += " and (at, id) < (?, ?)";
      values.add(key.instant());
      values.add(key.number());
    }
    values.add(Limits.page(limit) + 1);
    return Page.cut(
        database.list(
            "select * from audit_entry where " + where + " order by at desc, id desc limit ?",
            AuditEntry::read,
            values.toArray()),
        limit,
        entry -> new PageKey(entry.at().toString(), Long.toString(entry.id())));
  }

  public AuditEntry entry(long id) {
    readers.require();
    AuditEntry entry =
        database.first("select * from audit_entry where id = ?", AuditEntry::read, id);
    if (entry == null) {
      throw DomainException.notFound("audit entry");
    }
    return entry;
  }

  /** The actions that occur, for a choice. */
  public List<String> actions() {
    readers.require();
    return database.list(
        "select distinct action from audit_entry order by 1 limit 1000", row -> row.getString(1));
  }
}
