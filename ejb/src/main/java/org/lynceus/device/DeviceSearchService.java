package org.lynceus.device;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditLog;
import org.lynceus.protocols.discovery.AddressRange;
import org.lynceus.protocols.discovery.Subnet;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Looks for devices in the network, by multicast or in a range of addresses. Presents no password
 * to anybody. A search is its owner's own; scans are noted in the audit log.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class DeviceSearchService {
  @Resource private SessionContext context;
  @Inject private DeviceSearches searches;
  @Inject private SearchSettings settings;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** Begins a search; without a range by WS-Discovery. */
  public DeviceSearch start(@Nullable String range) {
    rights.requireEverywhere(Function.DEVICE_CONFIGURE);
    String wanted = range == null ? "" : range.strip();
    @Nullable AddressRange addresses = wanted.isEmpty() ? null : allowed(wanted);
    DeviceSearch search = new DeviceSearch(ids.next(), caller(), addresses, clock.instant());
    audit.note("device.search", wanted.isEmpty() ? "WS-Discovery" : wanted, null, null);
    searches.start(search);
    return search;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public DeviceSearch search(UUID id) {
    DeviceSearch search = searches.find(id);
    if (search == null || !search.by().equals(caller())) {
      throw DomainException.notFound("search");
    }
    return search;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void cancel(UUID id) {
    search(id).end(SearchState.CANCELLED);
  }

  /** Networks that may be scanned. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> networks() {
    return settings.networks().stream().map(Subnet::toString).toList();
  }

  private AddressRange allowed(String text) {
    try {
      AddressRange range = AddressRange.parse(text);
      if (range.within(settings.networks())) {
        return range;
      }
    } catch (IllegalArgumentException e) {
      throw DomainException.invalid("/range", e.getMessage() + ".");
    }
    throw DomainException.invalid(
        "/range", "This node may only scan " + String.join(", ", networks()) + ".");
  }

  private String caller() {
    return context.getCallerPrincipal().getName();
  }
}
