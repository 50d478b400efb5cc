package org.lynceus.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * Who may do what where. Answers from a snapshot in memory: a question costs microseconds. The
 * snapshot is compared with the database once a second and after each change on this node, so a
 * withdrawal is known on every node within about a second. While the database is away, what was
 * read last holds on.
 */
@ApplicationScoped
public class Rights {
  private static final Logger LOG = System.getLogger(Rights.class.getName());

  @Inject private RightsStore store;
  @Inject private CurrentCaller current;
  @Inject private Clock clock;
  private volatile RightsSnapshot snapshot = RightsSnapshot.EMPTY;
  private volatile boolean stale = true;

  /** Who makes the request under way; nobody in work of the center itself. */
  public Caller caller() {
    try {
      return current.get();
    } catch (ContextNotActiveException e) {
      return Caller.NOBODY;
    }
  }

  /** What the caller may do now. */
  public Permits permits() {
    return permits(caller());
  }

  /** What somebody may do now; for streams that outlive the request that opened them. */
  public Permits permits(Caller caller) {
    return snapshot().permits(caller, clock.instant());
  }

  /** Refuses who may not do this anywhere. */
  public void require(Function function) {
    if (!permits().may(function)) {
      throw forbidden(function);
    }
  }

  /** Refuses who may not do this everywhere. */
  public void requireEverywhere(Function function) {
    if (!permits().mayEverywhere(function)) {
      throw forbidden(function);
    }
  }

  /** Refuses who may not do this at the channel; one he does not see does not exist for him. */
  public void require(Function function, UUID channel) {
    Permits permits = at(channel);
    if (!permits.sees(channel)) {
      throw DomainException.notFound("channel");
    }
    if (!permits.mayAtChannel(function, channel)) {
      throw forbidden(function);
    }
  }

  /** Refuses a channel that the caller does not see. */
  public void requireSeen(UUID channel) {
    if (!at(channel).sees(channel)) {
      throw DomainException.notFound("channel");
    }
  }

  /** Refuses a device that the caller does not see. */
  public void requireSeenDevice(UUID device) {
    if (!permits().seesDevice(device) && !afterAnotherLook().seesDevice(device)) {
      throw DomainException.notFound("device");
    }
  }

  /** Refuses who may not do this with the device as a whole. */
  public void requireDevice(Function function, UUID device) {
    if (permits().mayAtDevice(function, device)) {
      return;
    }
    Permits permits = afterAnotherLook();
    if (permits.mayAtDevice(function, device)) {
      return;
    }
    if (permits.seesDevice(device)) {
      throw forbidden(function);
    }
    throw DomainException.notFound("device");
  }

  /** Refuses who may not do this at the site; a site that does not exist for him is not found. */
  public void requireSite(Function function, UUID site) {
    Permits permits = permits();
    if (!permits.mayAtSite(function, site)) {
      permits = afterAnotherLook();
    }
    if (!permits.mayAtSite(function, site)) {
      if (permits.seesSite(site)) {
        throw forbidden(function);
      }
      throw DomainException.notFound("site");
    }
  }

  /** Where the caller may do this; refuses who may do it nowhere. */
  public Scope scope(Function function) {
    require(function);
    return permits().scope(function);
  }

  /** The site and all below it; none when there is no such site. */
  public Set<UUID> sitesBelow(UUID site) {
    if (!snapshot().index().knowsSite(site)) {
      refresh();
    }
    return snapshot.index().withDescendants(List.of(site));
  }

  /** Refuses who may do none of these anywhere. */
  public void requireAny(Function first, Function... others) {
    if (Stream.of(others).noneMatch(permits()::may)) {
      require(first);
    }
  }

  /** Where the caller may do anything. */
  public Scope visible() {
    return permits().visible();
  }

  /** The PTZ level of an account, null when the caller has none. */
  public @Nullable Integer ptzLevel() {
    @Nullable AccountRoles account = snapshot().account(caller());
    return account == null ? null : account.ptzLevel();
  }

  /** The caller's roles. */
  public List<Role> roles() {
    return roles(caller());
  }

  /** Somebody's roles now; for streams that outlive the request that opened them. */
  public List<Role> roles(Caller caller) {
    return snapshot().roles(caller);
  }

  /** Refuses a role that gives what the caller has not himself. */
  public void requireMayGive(Role role) {
    require(Function.USER_CONFIGURE);
    if (!permits().covers(role)) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "Nobody gives more than he has: " + role.name() + ".");
    }
  }

  /** Whether somebody's account lets him use the center from this address. */
  public boolean mayComeFrom(Caller caller, @Nullable String address) {
    @Nullable AccountRoles account = snapshot().account(caller);
    return account == null || account.mayComeFrom(address);
  }

  /** Refuses to touch somebody who may more than the caller; it would make the caller as mighty. */
  public void requireNotAbove(Caller other) {
    require(Function.USER_CONFIGURE);
    snapshot().roles(other).forEach(this::requireMayGive);
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RightsChanged change) {
    stale = true;
  }

  /** Looks whether anything was changed, on this node or another. */
  public synchronized void refresh() {
    try {
      stale = false;
      if (store.revision() != snapshot.revision()) {
        snapshot = store.read();
      }
    } catch (DatabaseException e) {
      stale = snapshot == RightsSnapshot.EMPTY;
      LOG.log(Level.DEBUG, "Rights cannot be read now; those read last hold on", e);
    }
  }

  /** What lies where, as it was read last. */
  ScopeIndex index() {
    return snapshot.index();
  }

  private RightsSnapshot snapshot() {
    if (stale) {
      refresh();
    }
    return snapshot;
  }

  /** A channel may have been added a moment ago, here or on another node. */
  private Permits at(UUID channel) {
    Permits permits = permits();
    if (permits.visible().all() || snapshot.index().deviceOf(channel) != null) {
      return permits;
    }
    return afterAnotherLook();
  }

  private Permits afterAnotherLook() {
    refresh();
    return permits();
  }

  /** What is answered to who may not do this. */
  public static DomainException forbidden(Function function) {
    return new DomainException(
        ProblemType.FORBIDDEN, "You do not have the right " + function.word() + " for this.");
  }
}
