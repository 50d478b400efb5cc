package org.lynceus.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.RightsChanged;
import org.lynceus.user.Roles;

/**
 * Changes the tree of sites, one change at a time in the whole cluster (the root's row is locked),
 * so that two moves at once cannot make a circle. Moving a site moves the rights at it: who may
 * change the tree at both ends decides who sees what is there.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ORGANISATION_CONFIGURE)
public class SiteService {
  private static final int MOST = 50_000;

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private Ids ids;
  @Inject private AuditLog audit;
  @Inject private Event<SiteRemoved> removed;
  @Inject private Event<RightsChanged> changed;

  /** Adds a site as the last one below another. */
  public Site add(UUID parent, String name, @Nullable ZoneId zone) {
    SiteTree tree = locked();
    require(tree, parent);
    if (!tree.roomBelow(parent)) {
      throw tooDeep("/parentId");
    }
    if (tree.size() >= MOST) {
      throw new DomainException(ProblemType.CONFLICT, "There are " + MOST + " sites already.");
    }
    UUID id = ids.next();
    database.update(
        "insert into site (id, parent_id, name, zone, position, version) values (?, ?, ?, ?, ?, 1)",
        id,
        parent,
        Limits.name(name),
        zone == null ? null : zone.getId(),
        tree.children(parent).size());
    return done("organisation.site.add", null, id);
  }

  /** Names it and sets its zone; null: that of its parent. */
  public Site change(UUID id, long version, String name, @Nullable ZoneId zone) {
    Site before = require(locked(), id);
    Limits.changed(
        database.update(
            "update site set name = ?, zone = ?, version = version + 1 where id = ? and version = ?",
            Limits.name(name),
            zone == null ? null : zone.getId(),
            id,
            version),
        "site");
    return done("organisation.site.change", before, id);
  }

  /**
   * Moves a site with all below it.
   *
   * @param position among the children of the new parent, from 0; more than there are: the last
   */
  public Site move(UUID id, long version, UUID parent, int position) {
    SiteTree tree = locked();
    Site site = require(tree, id);
    UUID from = parentOf(site);
    require(tree, from);
    require(tree, parent);
    if (tree.circular(id, parent)) {
      throw DomainException.invalid("/parentId", "A site cannot be put below itself.");
    }
    if (!tree.fitsBelow(id, parent)) {
      throw tooDeep("/parentId");
    }
    if (position < 0) {
      throw DomainException.invalid("/position", "The first position is 0.");
    }
    Limits.changed(
        database.update(
            "update site set parent_id = ?, version = version + 1 where id = ? and version = ?",
            parent,
            id,
            version),
        "site");
    List<UUID> order = new ArrayList<>(tree.children(parent).stream().map(Site::id).toList());
    order.remove(id);
    order.add(Math.min(position, order.size()), id);
    arrange(order);
    return done("organisation.site.move", site, id);
  }

  /** Removes a site; the sites below it and its devices go to its parent. */
  public void remove(UUID id, long version) {
    SiteTree tree = locked();
    Site site = require(tree, id);
    UUID parent = parentOf(site);
    require(tree, parent);
    removed.fire(new SiteRemoved(id, parent));
    List<UUID> order = new ArrayList<>();
    for (Site sibling : tree.children(parent)) {
      if (sibling.id().equals(id)) {
        tree.children(id).forEach(child -> order.add(child.id()));
      } else {
        order.add(sibling.id());
      }
    }
    database.update("update site set parent_id = ? where parent_id = ?", parent, id);
    Limits.changed(
        database.update("delete from site where id = ? and version = ?", id, version), "site");
    arrange(order);
    audit.note(AuditAct.of("organisation.site.remove", "site", id, site.name()).was(site));
    changed.fire(new RightsChanged());
  }

  private SiteTree locked() {
    database.first("select 1 from site where parent_id is null for update", row -> true);
    return SiteQueries.read(database);
  }

  private Site require(SiteTree tree, UUID id) {
    rights.requireSite(Function.ORGANISATION_CONFIGURE, id);
    Site site = tree.site(id);
    if (site == null) {
      throw DomainException.notFound("site");
    }
    return site;
  }

  private static UUID parentOf(Site site) {
    UUID parent = site.parentId();
    if (parent == null) {
      throw new DomainException(ProblemType.CONFLICT, "The root stays where it is.");
    }
    return parent;
  }

  private void arrange(List<UUID> order) {
    List<Object[]> rows = new ArrayList<>();
    for (UUID id : order) {
      rows.add(new Object[] {rows.size(), id, rows.size()});
    }
    database.batch(
        "update site set position = ? where id = ? and position <> ?", List.copyOf(rows));
  }

  private Site done(String action, @Nullable Site before, UUID id) {
    SiteTree tree = SiteQueries.read(database);
    Site site = Objects.requireNonNull(tree.site(id));
    String path = String.join(" / ", tree.path(id).stream().map(Site::name).toList());
    audit.note(AuditAct.of(action, "site", id, path).was(before).is(site));
    changed.fire(new RightsChanged());
    return site;
  }

  private static DomainException tooDeep(String pointer) {
    return DomainException.invalid(
        pointer, "A tree of sites has at most " + SiteTree.DEEPEST + " levels.");
  }
}
