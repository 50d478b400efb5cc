package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;
import org.lynceus.user.ScopeIndex;
import org.lynceus.user.ScopeSource;

/** Tells which device lies at which site, and which channel belongs to which device. */
@ApplicationScoped
public class DeviceScopes implements ScopeSource {
  @Inject private Database database;

  @Override
  public void tell(ScopeIndex.Builder index) {
    database.list(
        "select id, site_id from device",
        row -> index.device(Sql.uuid(row, "id"), Sql.uuid(row, "site_id")));
    database.list(
        "select id, device_id from channel",
        row -> index.channel(Sql.uuid(row, "id"), Sql.uuid(row, "device_id")));
  }
}
