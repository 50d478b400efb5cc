package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/** The table of uploaded firmwares. */
@ApplicationScoped
@Transactional
public class FirmwareStore {
  @Inject private Database database;

  public void add(Firmware firmware) {
    database.update(
        "insert into device_firmware (id, name, bytes, sha256, node, by_user, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        firmware.id(),
        firmware.name(),
        firmware.bytes(),
        firmware.sha256(),
        firmware.node(),
        firmware.by(),
        firmware.createdAt());
  }

  public @Nullable Firmware find(UUID id) {
    return database.first("select * from device_firmware where id = ?", FirmwareStore::read, id);
  }

  /** The file has arrived whole. */
  public void whole(UUID id, String sha256) {
    database.update("update device_firmware set sha256 = ? where id = ?", sha256, id);
  }

  /** Newest first, also those that have not arrived whole. */
  public List<Firmware> all() {
    return database.list(
        "select * from device_firmware order by created_at desc, id", FirmwareStore::read);
  }

  public void remove(UUID id) {
    database.update("delete from device_firmware where id = ?", id);
  }

  private static Firmware read(ResultSet row) throws SQLException {
    return new Firmware(
        Sql.uuid(row, "id"),
        row.getString("name"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getString("node"),
        row.getString("by_user"),
        Sql.instant(row, "created_at"));
  }
}
