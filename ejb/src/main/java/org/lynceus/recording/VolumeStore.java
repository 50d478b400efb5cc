package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.LocalNode;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/** The table of volumes. */
@ApplicationScoped
@Transactional
public class VolumeStore {
  @Inject private Database database;
  @Inject private LocalNode node;
  @Inject private Clock clock;

  /** A row; see the columns' comments. */
  public record Row(
      UUID id,
      String name,
      String node,
      Path directory,
      @Nullable UUID groupId,
      @Nullable Long quotaBytes,
      @Nullable Long reserveBytes,
      long version) {}

  public List<Row> all() {
    return database.list("select * from volume order by node, lower(name), id", VolumeStore::row);
  }

  public List<Row> ofThisNode() {
    return database.list("select * from volume where node = ?", VolumeStore::row, node.name());
  }

  public @Nullable Row atDirectory(Path directory) {
    return database.first(
        "select * from volume where node = ? and directory = ?",
        VolumeStore::row,
        node.name(),
        directory.toString());
  }

  public @Nullable Row byId(UUID id) {
    return database.first("select * from volume where id = ?", VolumeStore::row, id);
  }

  /** Adds a volume of this node; one that moved here from another node is taken over. */
  public void add(
      UUID id,
      Path directory,
      String name,
      @Nullable UUID group,
      @Nullable Long quota,
      @Nullable Long reserve) {
    database.update(
        "insert into volume (id, node, directory, created_at, name, group_id, quota_bytes,"
            + " reserve_bytes) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
            + " node = excluded.node, directory = excluded.directory",
        id,
        node.name(),
        directory.toString(),
        clock.instant(),
        name,
        group,
        quota,
        reserve);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        Sql.uuid(row, "id"),
        row.getString("name"),
        row.getString("node"),
        Path.of(row.getString("directory")),
        row.getObject("group_id", UUID.class),
        row.getObject("quota_bytes", Long.class),
        row.getObject("reserve_bytes", Long.class),
        row.getLong("version"));
  }
}
