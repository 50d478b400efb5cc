package org.lynceus.device;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditLog;
import org.lynceus.cluster.ClusterNode;
import org.lynceus.cluster.NodeStore;
import org.lynceus.job.Job;
import org.lynceus.job.JobService;
import org.lynceus.job.JobUnit;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Brings in many devices: judges the rows first, then orders the job. An import is one's own. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class DeviceImportService {
  /** The most rows of an import. */
  public static final int MOST_ROWS = 5_000;

  @Resource private SessionContext context;
  @Inject private ImportStore store;
  @Inject private DeviceQueries devices;
  @Inject private JobService jobs;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Rights rights;
  @Inject private SiteQueries sites;
  @Inject private NodeStore nodes;

  /** Stores the rows with a verdict on each; adds nothing and asks no device. */
  public DeviceImport check(
      @Nullable String fileName, List<String> columns, List<ImportLine> lines) {
    rights.require(Function.DEVICE_CONFIGURE);
    if (lines.isEmpty() || lines.size() > MOST_ROWS) {
      throw DomainException.invalid(
          "/items",
          "An import has 1 to " + MOST_ROWS + " rows; this one has " + lines.size() + ".");
    }
    Map<Integer, UUID> places = places(lines);
    Map<Integer, Reason> wrong =
        ImportVerdicts.of(
            lines,
            devices.atAddresses(addresses(lines)).keySet(),
            places.keySet(),
            nodes.all().stream().map(ClusterNode::name).toList());
    UUID id = ids.next();
    store.add(id, fileName, columns, caller(), clock.instant(), lines, wrong, places);
    return find(id);
  }

  /** The sites of the rows, by number; only those where the caller may add devices. */
  private Map<Integer, UUID> places(List<ImportLine> lines) {
    SitePaths paths = new SitePaths(sites.tree(null));
    Permits permits = rights.permits();
    Map<Integer, UUID> places = new HashMap<>();
    for (ImportLine line : lines) {
      UUID site = paths.site(line.site());
      if (site != null && permits.mayAtSite(Function.DEVICE_CONFIGURE, site)) {
        places.put(line.number(), site);
      }
    }
    return places;
  }

  private static List<String> addresses(List<ImportLine> lines) {
    return lines.stream()
        .map(
            line -> {
              try {
                return line.draft().url().toString();
              } catch (DomainException wrong) {
                return null;
              }
            })
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Orders the job that asks the devices of the good rows and adds what answers. */
  public DeviceImport start(UUID id) {
    rights.require(Function.DEVICE_CONFIGURE);
    DeviceImport known = find(id);
    store.sites(id).forEach(site -> rights.requireSite(Function.DEVICE_CONFIGURE, site));
    if (known.jobId() != null) {
      throw new DomainException(ProblemType.CONFLICT, "This import was started already.");
    }
    if (known.totals().ready() == 0) {
      throw new DomainException(ProblemType.CONFLICT, "No row of this import can be used.");
    }
    String title =
        known.totals().ready()
            + (known.fileName() == null ? " devices from a search" : " of " + known.fileName());
    Job job = jobs.add(ImportWork.KIND, title, id.toString(), JobUnit.ROWS);
    if (!store.started(id, job.id())) {
      throw new DomainException(ProblemType.CONFLICT, "This import was started already.");
    }
    audit.note("device.import", title, null, null);
    return find(id);
  }

  public DeviceImport find(UUID id) {
    DeviceImport known = store.find(id);
    if (known == null || !known.by().equals(caller())) {
      throw DomainException.notFound("import");
    }
    return known;
  }

  /** Rows by number. */
  public Page<ImportRow> rows(
      UUID id, @Nullable ImportState state, int limit, @Nullable String after) {
    find(id);
    PageKey key = PageKey.decode(after);
    int from = key == null ? 0 : (int) Math.min(Integer.MAX_VALUE, key.number());
    return Page.cut(
        store.rows(id, state, from, Limits.page(limit) + 1),
        limit,
        row -> new PageKey("", Integer.toString(row.number())));
  }

  /** The file's rows that did not work, with the reason as last cell. */
  public List<List<String>> failed(UUID id) {
    find(id);
    return store.failed(id);
  }

  private String caller() {
    return context.getCallerPrincipal().getName();
  }
}
