package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.Vault;
import org.lynceus.device.config.EncoderChange;
import org.lynceus.device.config.StreamChange;
import org.lynceus.device.config.StreamRole;
import org.lynceus.media.Credentials;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;

/** The tables of batches. A password lies there sealed, until the last device was tried. */
@ApplicationScoped
@Transactional
public class BatchStore {
  private static final String BATCH =
      """
      select b.*, i.total, i.done, i.failed from device_batch b, lateral (
        select count(*) as total, count(*) filter (where state = 'DONE') as done,
          count(*) filter (where state = 'FAILED') as failed
        from device_batch_item where batch_id = b.id) i
      where b.id = ?
      """;

  @Inject private Database database;
  @Inject private Vault vault;

  /** Stores a batch, and forgets those older than a week. */
  public void add(UUID id, BatchOrder order, String by, Instant now, List<BatchItem> items) {
    database.update("delete from device_batch where created_at < ?", now.minusSeconds(7 * 86_400L));
    String password = order.password();
    database.update(
        "insert into device_batch (id, act, by_user, created_at, username, secret,"
            + " password_length, firmware_id, place) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        order.act(),
        by,
        now,
        order.username(),
        password == null ? null : vault.seal(id, password),
        order.length(),
        order.firmware(),
        order.place());
    StreamChange encoders = order.encoders();
    if (encoders != null) {
      setEncoders(id, encoders);
    }
    database.batch(
        "insert into device_batch_item (batch_id, number, device_id, name, state, reason_code,"
            + " reason_text) values (?, ?, ?, ?, ?, ?, ?)",
        items.stream().map(item -> row(id, item)).toList());
  }

  private void setEncoders(UUID id, StreamChange encoders) {
    EncoderChange change = encoders.change();
    database.update(
        "update device_batch set stream = ?, codec = ?, width = ?, height = ?, frame_rate = ?,"
            + " bit_rate = ?, key_interval = ?, constant_bit_rate = ? where id = ?",
        encoders.stream(),
        change.codec(),
        change.width(),
        change.height(),
        change.frameRate(),
        change.bitRate(),
        change.keyInterval(),
        change.constantBitRate(),
        id);
  }

  private static @Nullable StreamChange encoders(ResultSet row) throws SQLException {
    String stream = row.getString("stream");
    return stream == null
        ? null
        : new StreamChange(
            StreamRole.valueOf(stream),
            new EncoderChange(
                row.getString("codec"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                null,
                row.getObject("frame_rate", Double.class),
                row.getObject("bit_rate", Integer.class),
                row.getObject("key_interval", Integer.class),
                null,
                row.getObject("constant_bit_rate", Boolean.class)));
  }

  private static @Nullable Object[] row(UUID id, BatchItem item) {
    Reason reason = item.reason();
    return new @Nullable Object[] {
      id,
      item.number(),
      item.deviceId(),
      item.name(),
      item.state(),
      reason == null ? null : reason.code(),
      reason == null ? null : reason.text()
    };
  }

  public void started(UUID id, UUID job) {
    database.update("update device_batch set job_id = ? where id = ?", job, id);
  }

  public @Nullable DeviceBatch find(UUID id) {
    return database.first(BATCH, BatchStore::read, id);
  }

  /** The user and password of the order, null when it has none any more. */
  public @Nullable Credentials credentials(UUID id) {
    return database.first(
        "select username, secret from device_batch where id = ? and username is not null"
            + " and secret is not null",
        row -> new Credentials(row.getString("username"), vault.open(id, row.getBytes("secret"))),
        id);
  }

  public List<BatchItem> items(UUID id, int after, int limit) {
    return database.list(
        "select * from device_batch_item where batch_id = ? and number > ? order by number limit ?",
        BatchStore::readItem,
        id,
        after,
        limit);
  }

  /** Takes the next device, null when none is left. From now on it is never taken again. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public @Nullable BatchItem take(UUID id) {
    return database.first(
        """
        update device_batch_item i set state = 'RUNNING'
        from (select batch_id, number from device_batch_item
          where batch_id = ? and state = 'WAITING' order by number limit 1
          for update skip locked) n
        where i.batch_id = n.batch_id and i.number = n.number returning i.*
        """,
        BatchStore::readItem,
        id);
  }

  /** Notes what became of a device; null: it worked. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void ended(UUID id, int number, @Nullable Reason reason) {
    database.update(
        "update device_batch_item set state = ?, reason_code = ?, reason_text = ?"
            + " where batch_id = ? and number = ? and state = 'RUNNING'",
        reason == null ? BatchState.DONE : BatchState.FAILED,
        reason == null ? null : reason.code(),
        reason == null ? null : reason.text(),
        id,
        number);
  }

  /** Devices in this state will not be tried any more. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void giveUp(UUID id, BatchState state, Reason reason) {
    database.update(
        "update device_batch_item set state = 'FAILED', reason_code = ?, reason_text = ?"
            + " where batch_id = ? and state = ?",
        reason.code(),
        reason.text(),
        id,
        state);
  }

  /** The password of the order is not needed any more. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void forgetSecret(UUID id) {
    database.update("update device_batch set secret = null where id = ?", id);
  }

  private static DeviceBatch read(ResultSet row) throws SQLException {
    String place = row.getString("place");
    return new DeviceBatch(
        Sql.uuid(row, "id"),
        BatchAct.valueOf(row.getString("act")),
        row.getString("by_user"),
        Sql.instant(row, "created_at"),
        row.getObject("job_id", UUID.class),
        row.getObject("password_length", Integer.class),
        row.getObject("firmware_id", UUID.class),
        place == null ? null : OverlayPosition.valueOf(place),
        encoders(row),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("failed"));
  }

  private static BatchItem readItem(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    return new BatchItem(
        row.getInt("number"),
        Sql.uuid(row, "device_id"),
        row.getString("name"),
        BatchState.valueOf(row.getString("state")),
        code == null ? null : new Reason(code, row.getString("reason_text")));
  }
}
