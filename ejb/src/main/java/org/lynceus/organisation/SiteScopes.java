package org.lynceus.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;
import org.lynceus.user.ScopeIndex;
import org.lynceus.user.ScopeSource;

/** Tells which site lies below which. */
@ApplicationScoped
public class SiteScopes implements ScopeSource {
  @Inject private Database database;

  @Override
  public void tell(ScopeIndex.Builder index) {
    database.list(
        "select id, parent_id from site",
        row -> index.site(Sql.uuid(row, "id"), row.getObject("parent_id", java.util.UUID.class)));
  }
}
