package org.lynceus.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A tree of 10,000 sites: 100 regions of 99 sites each, besides the root that is there. Devices are
 * put at five sites of each region.
 */
final class FleetSites {
  private static final UUID ROOT = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final int REGIONS = 100;
  private static final int SITES = 99;
  private static final int WITH_DEVICES = 5;

  private FleetSites() {}

  static UUID region(int number) {
    return new UUID(0x8000, number);
  }

  /** Writes them; answers those for devices, region by region. */
  static List<UUID> write(Connection db) throws SQLException {
    List<UUID> forDevices = new ArrayList<>();
    try (PreparedStatement site =
        db.prepareStatement(
            "insert into site (id, parent_id, name, position, version) values (?, ?, ?, ?, 1)")) {
      for (int r = 0; r < REGIONS; r++) {
        add(site, region(r), ROOT, "Region " + r, r);
        for (int s = 0; s < SITES; s++) {
          UUID id = new UUID(0x9000 + r, s);
          add(site, id, region(r), "Site " + r + "-" + s, s);
          if (s < WITH_DEVICES) {
            forDevices.add(id);
          }
        }
      }
      site.executeBatch();
    }
    return forDevices;
  }

  private static void add(PreparedStatement site, UUID id, UUID parent, String name, int position)
      throws SQLException {
    site.setObject(1, id);
    site.setObject(2, parent);
    site.setString(3, name);
    site.setInt(4, position);
    site.addBatch();
  }
}
