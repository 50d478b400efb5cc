package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.LocalNode;
import org.lynceus.media.store.RecoveryReport;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreRecovery;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeException;
import org.lynceus.media.store.VolumeState;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.Settings;
import org.lynceus.shared.Sql;

/**
 * The volumes of this node. The first start makes a volume in an empty directory and remembers its
 * id in the database; every later start accepts only that one, so a disk that is not mounted is
 * MISSING and nothing is written in its place.
 */
@ApplicationScoped
public class Volumes {
  private static final Logger LOG = System.getLogger(Volumes.class.getName());
  private static final Duration MARGIN = Duration.ofHours(1);

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Inject private Settings settings;
  @Inject private LocalNode node;
  @Inject private SegmentQueries index;
  @Inject private SegmentStore store;
  @Inject private Clock clock;
  private final List<Volume> open = new CopyOnWriteArrayList<>();

  /** Opens and recovers this node's volume; called once, before anything is recorded. */
  public List<Volume> open() {
    if (settings.recordings().isEmpty()) {
      LOG.log(Level.INFO, "LYNCEUS_RECORDINGS is not set: this node records nothing");
      return List.of();
    }
    Path directory = settings.recordings().get().toAbsolutePath().normalize();
    Volume volume = known(directory);
    if (volume.refresh().state() != VolumeState.MISSING) {
      recover(volume);
    }
    open.add(volume);
    return List.copyOf(open);
  }

  public List<Volume> all() {
    return List.copyOf(open);
  }

  /** The volume with this id on this node, null when it is elsewhere or gone. */
  public @Nullable Volume byId(UUID id) {
    return open.stream().filter(volume -> volume.id().equals(id)).findFirst().orElse(null);
  }

  private Volume known(Path directory) {
    @Nullable UUID id = remembered(directory);
    if (id != null) {
      return Volume.expected(directory, id, settings.reserveBytes());
    }
    try {
      Files.createDirectories(directory);
      Volume made =
          isVolume(directory)
              ? Volume.open(directory, settings.reserveBytes())
              : Volume.initialise(directory, UUID.randomUUID(), settings.reserveBytes());
      remember(directory, made.id());
      return made;
    } catch (IOException | VolumeException e) {
      throw new IllegalStateException(
          "The recordings directory " + directory + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static boolean isVolume(Path directory) {
    return Files.isRegularFile(directory.resolve("volume.json"));
  }

  private void recover(Volume volume) {
    @Nullable Instant uncertain = index.uncertainSince(volume.id());
    Instant since = uncertain == null ? Instant.EPOCH : uncertain.minus(MARGIN);
    List<Segment> found = new ArrayList<>();
    try {
      RecoveryReport report = StoreRecovery.recover(volume, since, index::byId, found::add);
      store.saveRecovered(found);
      LOG.log(
          Level.INFO,
          "Volume {0}: {1} files looked at, {2} cut, {3} removed, {4} added to the index",
          volume.id(),
          report.files(),
          report.cut(),
          report.removed(),
          found.size());
    } catch (IOException e) {
      LOG.log(Level.ERROR, "Recovery of volume " + volume.id() + " failed", e);
    }
  }

  private @Nullable UUID remembered(Path directory) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select id from volume where node = ? and directory = ?")) {
      select.setString(1, node.name());
      select.setString(2, directory.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Sql.uuid(row, "id") : null;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private void remember(Path directory, UUID id) {
    String sql =
        "insert into volume (id, node, directory, created_at) values (?, ?, ?, ?)"
            + " on conflict (id) do update set node = excluded.node, directory = excluded.directory";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      Sql.uuid(insert, 1, id);
      insert.setString(2, node.name());
      insert.setString(3, directory.toString());
      Sql.instant(insert, 4, clock.instant());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
