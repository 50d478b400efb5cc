package org.lynceus.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Reads the tree of sites. One sees the sites where one may do anything, and those above them, so
 * that each is in its place.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SiteQueries {
  @Inject private Database database;
  @Inject private Rights rights;

  /**
   * The part of the tree that the caller sees.
   *
   * @param q part of a name: only sites with it and those above them
   */
  public SiteTree tree(@Nullable String q) {
    SiteTree seen = seen(read(database));
    if (q == null || q.isBlank()) {
      return seen;
    }
    String part = q.strip().toLowerCase(Locale.ROOT);
    return cut(
        seen,
        seen.withAncestors(
            seen.depthFirst().stream()
                .filter(site -> site.name().toLowerCase(Locale.ROOT).contains(part))
                .map(Site::id)
                .toList()));
  }

  /** The whole tree; for the center's own work. */
  @PermitAll
  public SiteTree whole() {
    return read(database);
  }

  public Site site(UUID id) {
    Site found = tree(null).site(id);
    if (found == null) {
      throw DomainException.notFound("site");
    }
    return found;
  }

  /** The sites directly below one, in order, of those at which the caller sees channels. */
  public List<Site> below(UUID parent, Set<UUID> withChannels) {
    return database
        .list(
            "select * from site where parent_id = ? order by position, id",
            SiteQueries::site,
            parent)
        .stream()
        .filter(site -> withChannels.contains(site.id()))
        .toList();
  }

  /** Refuses a site that does not exist. */
  public void requireKnown(UUID id) {
    if (database.number("select count(*) from site where id = ?", id) == 0) {
      throw DomainException.notFound("site");
    }
  }

  private SiteTree seen(SiteTree all) {
    Permits permits = rights.permits();
    return permits.visible().all() ? all : cut(all, all.withAncestors(permits.sitesSeen()));
  }

  private static SiteTree cut(SiteTree tree, Set<UUID> kept) {
    return new SiteTree(
        tree.depthFirst().stream().filter(site -> kept.contains(site.id())).toList());
  }

  static SiteTree read(Database database) {
    List<Site> all = database.list("select * from site", SiteQueries::site);
    return new SiteTree(all);
  }

  private static Site site(ResultSet row) throws SQLException {
    String zone = row.getString("zone");
    return new Site(
        Sql.uuid(row, "id"),
        row.getObject("parent_id", UUID.class),
        row.getString("name"),
        zone == null ? null : ZoneId.of(zone),
        row.getInt("position"),
        row.getLong("version"));
  }
}
