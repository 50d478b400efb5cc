package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;

/** Where devices were told to go, until the center has found them there. */
@ApplicationScoped
@Transactional
public class DeviceMoves {
  @Inject private Database database;
  @Inject private Clock clock;

  public void begin(UUID device, URI url) {
    database.update(
        "insert into device_move (device_id, url, begun_at) values (?, ?, ?)"
            + " on conflict (device_id) do update set url = excluded.url,"
            + " begun_at = excluded.begun_at",
        device,
        url.toString(),
        clock.instant());
  }

  public @Nullable URI to(UUID device) {
    return database.first(
        "select url from device_move where device_id = ?",
        row -> URI.create(row.getString("url")),
        device);
  }

  public void end(UUID device) {
    database.update("delete from device_move where device_id = ?", device);
  }
}
