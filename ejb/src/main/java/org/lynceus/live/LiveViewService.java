package org.lynceus.live;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Saved walls and tours. One sees one's own and the shared ones; only the owner changes them, an
 * administrator may remove shared ones. Those of others that are not shared do not exist for one. A
 * channel that one may not watch is an empty pane.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.LIVE_VIEW)
public class LiveViewService {
  private static final Set<Integer> SIZES = Set.of(1, 4, 6, 8, 9, 13, 16, 25, 36, 64);
  private static final int MOST = 500;
  private static final int MOST_STEPS = 100;
  private static final String SEEN = " where (owner = ? or shared)";

  @Resource private SessionContext context;
  @Inject private Database database;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Rights rights;

  /** What a user wants of a wall. */
  public record ViewDraft(
      String name,
      @Nullable String folder,
      boolean shared,
      int size,
      List<@Nullable UUID> channelIds) {
    ViewDraft checked() {
      if (!SIZES.contains(size)) {
        throw DomainException.invalid("/size", "A wall has " + SIZES + " panes.");
      }
      if (channelIds.size() > 64) {
        throw DomainException.invalid("/channelIds", "A wall has at most 64 panes.");
      }
      String trimmed =
          folder == null || folder.isBlank() ? null : Limits.text("/folder", folder, 1, 100);
      return new ViewDraft(Limits.name(name), trimmed, shared, size, channelIds);
    }

    String channels() {
      return channelIds.stream()
          .map(id -> id == null ? "" : id.toString())
          .collect(Collectors.joining(","));
    }
  }

  /** What a user wants of a tour. */
  public record TourDraft(String name, boolean shared, List<LiveTour.Step> steps) {}

  public List<LiveView> views() {
    return database.list(
        "select * from live_view" + SEEN + " order by lower(coalesce(folder, '')), lower(name)",
        this::view,
        caller());
  }

  public LiveView addView(ViewDraft asked) {
    ViewDraft draft = asked.checked();
    requireFew("live_view");
    UUID id = ids.next();
    requireFree(id, draft);
    database.update(
        "insert into live_view (id, owner, name, folder, shared, size, channels,"
            + " version) values (?, ?, ?, ?, ?, ?, ?, 1)",
        id,
        caller(),
        draft.name(),
        draft.folder(),
        draft.shared(),
        draft.size(),
        draft.channels());
    return noted("live.view.add", null, view(id));
  }

  public LiveView changeView(UUID id, long version, ViewDraft asked) {
    ViewDraft draft = asked.checked();
    LiveView before = view(id);
    requireOwn(before.owner());
    requireFree(id, draft);
    Limits.changed(
        database.update(
            "update live_view set name = ?, folder = ?, shared = ?, size = ?, channels = ?,"
                + " version = version + 1 where id = ? and version = ?",
            draft.name(),
            draft.folder(),
            draft.shared(),
            draft.size(),
            draft.channels(),
            id,
            version),
        "view");
    return noted("live.view.change", before, view(id));
  }

  /** Removes a view, and its steps from tours. */
  public void removeView(UUID id) {
    LiveView before = view(id);
    requireOwnOrAdmin(before.owner());
    database.update("delete from live_view where id = ?", id);
    audit.note(AuditAct.of("live.view.remove", "live-view", id, before.name()).was(before));
  }

  public List<LiveTour> tours() {
    return database.list(
        "select * from live_tour" + SEEN + " order by lower(name)", this::tour, caller());
  }

  public LiveTour addTour(TourDraft draft) {
    requireFew("live_tour");
    UUID id = ids.next();
    String name = freeTour(id, draft.name());
    database.update(
        "insert into live_tour (id, owner, name, shared, version)" + " values (?, ?, ?, ?, 1)",
        id,
        caller(),
        name,
        draft.shared());
    saveSteps(id, draft);
    return noted("live.tour.add", null, tour(id));
  }

  public LiveTour changeTour(UUID id, long version, TourDraft draft) {
    LiveTour before = tour(id);
    requireOwn(before.owner());
    String name = freeTour(id, draft.name());
    Limits.changed(
        database.update(
            "update live_tour set name = ?, shared = ?, version = version + 1 where id = ?"
                + " and version = ?",
            name,
            draft.shared(),
            id,
            version),
        "tour");
    database.update("delete from live_tour_step where tour_id = ?", id);
    saveSteps(id, draft);
    return noted("live.tour.change", before, tour(id));
  }

  public void removeTour(UUID id) {
    LiveTour before = tour(id);
    requireOwnOrAdmin(before.owner());
    database.update("delete from live_tour where id = ?", id);
    audit.note(AuditAct.of("live.tour.remove", "live-tour", id, before.name()).was(before));
  }

  private LiveView noted(String action, @Nullable LiveView before, LiveView after) {
    audit.note(AuditAct.of(action, "live-view", after.id(), after.name()).was(before).is(after));
    return after;
  }

  private LiveTour noted(String action, @Nullable LiveTour before, LiveTour after) {
    audit.note(AuditAct.of(action, "live-tour", after.id(), after.name()).was(before).is(after));
    return after;
  }

  private LiveView view(UUID id) {
    LiveView found =
        database.first("select * from live_view" + SEEN + " and id = ?", this::view, caller(), id);
    if (found == null) {
      throw DomainException.notFound("view");
    }
    return found;
  }

  private LiveTour tour(UUID id) {
    LiveTour found =
        database.first("select * from live_tour" + SEEN + " and id = ?", this::tour, caller(), id);
    if (found == null) {
      throw DomainException.notFound("tour");
    }
    return found;
  }

  private void saveSteps(UUID tour, TourDraft draft) {
    if (draft.steps().isEmpty() || draft.steps().size() > MOST_STEPS) {
      throw DomainException.invalid("/steps", "A tour has 1 to " + MOST_STEPS + " steps.");
    }
    List<Object[]> rows = new ArrayList<>();
    for (LiveTour.Step step : draft.steps()) {
      if (step.dwellSeconds() < 3 || step.dwellSeconds() > 3600) {
        throw DomainException.invalid(
            "/steps/" + rows.size() + "/dwellSeconds", "A step is shown for 3 to 3600 seconds.");
      }
      view(step.viewId());
      rows.add(new Object[] {tour, rows.size() + 1, step.viewId(), step.dwellSeconds()});
    }
    database.batch(
        "insert into live_tour_step (tour_id, number, view_id, dwell_seconds) values (?, ?, ?, ?)",
        rows);
  }

  private void requireFew(String table) {
    if (database.number("select count(*) from " + table + " where owner = ?", caller()) >= MOST) {
      throw new DomainException(
          ProblemType.CONFLICT, "You have " + MOST + " already; remove some first.");
    }
  }

  private void requireFree(UUID id, ViewDraft draft) {
    if (database.number(
            "select count(*) from live_view where owner = ? and lower(name) = lower(?)"
                + " and lower(coalesce(folder, '')) = lower(?) and id <> ?",
            caller(),
            draft.name(),
            draft.folder() == null ? "" : draft.folder(),
            id)
        > 0) {
      throw DomainException.invalid("/name", "You have a view of this name in this folder.");
    }
  }

  private String freeTour(UUID id, String name) {
    String trimmed = Limits.name(name);
    if (database.number(
            "select count(*) from live_tour where owner = ? and lower(name) = lower(?) and id <> ?",
            caller(),
            trimmed,
            id)
        > 0) {
      throw DomainException.invalid("/name", "You have a tour of this name.");
    }
    return trimmed;
  }

  private void requireOwn(String owner) {
    if (!owner.equals(caller())) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "Only its owner " + owner + " may change this; save a copy.");
    }
  }

  private void requireOwnOrAdmin(String owner) {
    if (!rights.permits().may(Function.SYSTEM_CONFIGURE)) {
      requireOwn(owner);
    }
  }

  private String caller() {
    return context.getCallerPrincipal().getName();
  }

  private LiveView view(ResultSet row) throws SQLException {
    List<@Nullable UUID> channels = new ArrayList<>();
    Permits permits = rights.permits();
    for (String text : row.getString("channels").split(",", -1)) {
      @Nullable UUID id = text.isEmpty() ? null : UUID.fromString(text);
      channels.add(id != null && permits.mayAtChannel(Function.LIVE_VIEW, id) ? id : null);
    }
    return new LiveView(
        Sql.uuid(row, "id"),
        row.getString("owner"),
        row.getString("owner").equals(caller()),
        row.getString("name"),
        row.getString("folder"),
        row.getBoolean("shared"),
        row.getInt("size"),
        channels,
        row.getLong("version"));
  }

  private LiveTour tour(ResultSet row) throws SQLException {
    UUID id = Sql.uuid(row, "id");
    return new LiveTour(
        id,
        row.getString("owner"),
        row.getString("owner").equals(caller()),
        row.getString("name"),
        row.getBoolean("shared"),
        database.list(
            "select view_id, dwell_seconds from live_tour_step where tour_id = ? order by number",
            step -> new LiveTour.Step(Sql.uuid(step, "view_id"), step.getInt("dwell_seconds")),
            id),
        row.getLong("version"));
  }
}
