package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lynceus.organisation.SiteRemoved;
import org.lynceus.shared.Database;

/** Puts the devices of a site that is removed at its parent. */
@ApplicationScoped
public class DevicesOfSites {
  @Inject private Database database;

  void siteRemoved(@Observes SiteRemoved removed) {
    database.update(
        "update device set site_id = ?, version = version + 1 where site_id = ?",
        removed.parentId(),
        removed.siteId());
  }
}
