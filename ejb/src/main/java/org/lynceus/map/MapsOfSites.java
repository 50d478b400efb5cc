package org.lynceus.map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lynceus.organisation.SiteRemoved;
import org.lynceus.shared.Database;

/** Puts the maps of a site that is removed at its parent. */
@ApplicationScoped
public class MapsOfSites {
  @Inject private Database database;

  void siteRemoved(@Observes SiteRemoved removed) {
    database.update(
        "update map set site_id = ?, version = version + 1 where site_id = ?",
        removed.parentId(),
        removed.siteId());
  }
}
