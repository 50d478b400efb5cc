package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.media.store.Volume;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Volumes of this node and groups of volumes. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class VolumeService {
  private static final long LEAST_QUOTA = 100_000_000;

  @Inject private VolumeStore table;
  @Inject private Volumes volumes;
  @Inject private Database database;
  @Inject private Settings settings;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Rights rights;
  @Inject private Event<PlansChanged> changed;

  /** What a user wants of a volume; null quota and reserve: what the disk has, the default. */
  public record Draft(
      String name, @Nullable UUID groupId, @Nullable Long quotaBytes, @Nullable Long reserveBytes) {
    Draft checked() {
      if (quotaBytes != null && quotaBytes < LEAST_QUOTA) {
        throw DomainException.invalid("/quotaBytes", "The quota is at least 100 MB.");
      }
      if (reserveBytes != null && reserveBytes < 0) {
        throw DomainException.invalid("/reserveBytes", "The reserve cannot be negative.");
      }
      return new Draft(Limits.name(name), groupId, quotaBytes, reserveBytes);
    }
  }

  /** The volumes of all nodes. */
  @Needs(Function.SYSTEM_READ)
  public List<VolumeRecord> volumes() {
    return table.all().stream().map(this::record).toList();
  }

  @Needs(Function.SYSTEM_READ)
  public VolumeRecord volume(UUID id) {
    return record(row(id));
  }

  /** Whether a volume may be set up so: the directory, which is below an allowed one and free. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public Path place(String directory, Draft draft) {
    requireGroup(draft.groupId());
    Path path = allowed(directory);
    if (table.atDirectory(path) != null) {
      throw DomainException.invalid("/directory", "This directory is a volume already.");
    }
    return path;
  }

  /** Adds a volume that is in the directory. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public VolumeRecord add(UUID id, Path directory, Draft draft) {
    table.add(
        id, directory, draft.name(), draft.groupId(), draft.quotaBytes(), draft.reserveBytes());
    changed.fire(new PlansChanged());
    VolumeRecord added = volume(id);
    audit.note(
        AuditAct.of("recording.volume.add", "volume", id, directory.toString()).is(added.row()));
    return added;
  }

  @Needs(Function.SYSTEM_CONFIGURE)
  public VolumeRecord change(UUID id, long version, Draft asked) {
    Draft draft = asked.checked();
    requireGroup(draft.groupId());
    VolumeStore.Row before = row(id);
    Limits.changed(
        database.update(
            "update volume set name = ?, group_id = ?, quota_bytes = ?, reserve_bytes = ?,"
                + " version = version + 1 where id = ? and version = ?",
            draft.name(),
            draft.groupId(),
            draft.quotaBytes(),
            draft.reserveBytes(),
            id,
            version),
        "volume");
    changed.fire(new PlansChanged());
    VolumeRecord after = volume(id);
    audit.note(
        AuditAct.of("recording.volume.change", "volume", id, draft.name())
            .was(before)
            .is(after.row()));
    return after;
  }

  /** Forgets a volume without recordings; its directory stays as it is. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public void remove(UUID id, long version) {
    VolumeStore.Row row = row(id);
    if (database.number(
            "select count(*) from (select 1 from segment where volume_id = ? limit 1) x", id)
        > 0) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "There are recordings on this volume; it can be removed when retention has deleted them.");
    }
    Limits.changed(
        database.update("delete from volume where id = ? and version = ?", id, version), "volume");
    audit.note(
        AuditAct.of("recording.volume.remove", "volume", id, row.directory().toString()).was(row));
    changed.fire(new PlansChanged());
  }

  /** Channels are bound to them, so who may do that sees their names. */
  public List<VolumeGroup> groups() {
    rights.requireAny(Function.SYSTEM_READ, Function.RECORDING_CONFIGURE);
    return database.list(
        "select * from volume_group order by lower(name)",
        row -> new VolumeGroup(Sql.uuid(row, "id"), row.getString("name"), row.getLong("version")));
  }

  @Needs(Function.SYSTEM_CONFIGURE)
  public VolumeGroup addGroup(String name) {
    VolumeGroup group = new VolumeGroup(ids.next(), freeName(name, new UUID(0, 0)), 1);
    database.update(
        "insert into volume_group (id, name, version) values (?, ?, 1)", group.id(), group.name());
    audit.note(
        AuditAct.of("recording.group.add", "volume-group", group.id(), group.name()).is(group));
    return group;
  }

  @Needs(Function.SYSTEM_CONFIGURE)
  public VolumeGroup renameGroup(UUID id, long version, String name) {
    requireGroup(id);
    String free = freeName(name, id);
    Limits.changed(
        database.update(
            "update volume_group set name = ?, version = version + 1 where id = ? and version = ?",
            free,
            id,
            version),
        "volume group");
    VolumeGroup group = new VolumeGroup(id, free, version + 1);
    audit.note(AuditAct.of("recording.group.rename", "volume-group", id, free).is(group));
    return group;
  }

  @Needs(Function.SYSTEM_CONFIGURE)
  public void removeGroup(UUID id, long version) {
    requireGroup(id);
    if (database.number("select count(*) from volume where group_id = ?", id) > 0
        || database.number("select count(*) from channel_retention where volume_group_id = ?", id)
            > 0) {
      throw new DomainException(
          ProblemType.CONFLICT, "Volumes or channels belong to this group; move them first.");
    }
    Limits.changed(
        database.update("delete from volume_group where id = ? and version = ?", id, version),
        "volume group");
    audit.note(AuditAct.of("recording.group.remove", "volume-group", id, id.toString()));
  }

  private VolumeStore.Row row(UUID id) {
    VolumeStore.Row row = table.byId(id);
    if (row == null) {
      throw DomainException.notFound("volume");
    }
    return row;
  }

  private VolumeRecord record(VolumeStore.Row row) {
    Volume volume = volumes.byId(row.id());
    return new VolumeRecord(
        row,
        volume == null ? null : volume.status(),
        edge(row.id(), "asc"),
        edge(row.id(), "desc"));
  }

  private java.time.@Nullable Instant edge(UUID volume, String order) {
    return database.first(
        "select start_at from segment where volume_id = ? order by start_at " + order + " limit 1",
        row -> Sql.instant(row, "start_at"),
        volume);
  }

  private void requireGroup(@Nullable UUID id) {
    if (id != null && groups().stream().noneMatch(group -> group.id().equals(id))) {
      throw DomainException.notFound("volume group");
    }
  }

  private String freeName(String name, UUID id) {
    String trimmed = Limits.name(name);
    if (groups().stream().anyMatch(g -> g.name().equalsIgnoreCase(trimmed) && !g.id().equals(id))) {
      throw DomainException.invalid("/name", "Another volume group has this name.");
    }
    return trimmed;
  }

  private Path allowed(String directory) {
    Path path = Path.of(directory.strip());
    if (!path.isAbsolute()) {
      throw DomainException.invalid("/directory", "Give an absolute directory of the server.");
    }
    Path normal = path.normalize();
    if (settings.volumeRoots().stream()
        .noneMatch(root -> normal.startsWith(root) && !normal.equals(root))) {
      throw DomainException.invalid(
          "/directory",
          "Volumes must lie below one of "
              + settings.volumeRoots()
              + "; more are allowed by the setting LYNCEUS_VOLUME_ROOTS.");
    }
    return normal;
  }
}
