package org.lynceus.user;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What one user may do where: the union of his roles over what lies where. Made once for a user and
 * a state of both; a question costs a few look-ups in hash sets.
 */
public final class Permits {
  private final ScopeIndex index;
  private final Set<Function> everywhere = EnumSet.noneOf(Function.class);
  private final Map<Function, Scope> scopes = new EnumMap<>(Function.class);
  private final Map<Function, Set<UUID>> partDevices = new EnumMap<>(Function.class);
  private final Scope visible;
  private final Set<UUID> partVisible;

  private Permits(ScopeIndex index, Collection<Role> roles) {
    this.index = index;
    for (Function function : Function.values()) {
      scopes.put(function, scope(roles, function));
    }
    visible = visible(roles);
    partVisible = devicesOf(visible.channels());
  }

  /** Of somebody with these roles. */
  public static Permits of(Collection<Role> roles, ScopeIndex index) {
    return new Permits(index, roles);
  }

  private Scope scope(Collection<Role> roles, Function function) {
    Set<UUID> sites = new HashSet<>();
    Set<UUID> devices = new HashSet<>();
    Set<UUID> channels = new HashSet<>();
    for (Role role : roles) {
      if (role.functions().contains(function) && (role.whole() || !function.local())) {
        everywhere.add(function);
        return Scope.ALL;
      }
      collect(role, function, sites, devices, channels);
    }
    partDevices.put(function, devicesOf(channels));
    return new Scope(false, index.withDescendants(sites), devices, channels);
  }

  private static void collect(
      Role role, Function function, Set<UUID> sites, Set<UUID> devices, Set<UUID> channels) {
    for (Grant grant : role.grants()) {
      if (grant.of(role.functions()).contains(function)) {
        switch (grant.kind()) {
          case SITE -> sites.add(grant.objectId());
          case DEVICE -> devices.add(grant.objectId());
          case CHANNEL -> channels.add(grant.objectId());
        }
      }
    }
  }

  private Set<UUID> devicesOf(Set<UUID> channels) {
    Set<UUID> found = new HashSet<>();
    for (UUID channel : channels) {
      UUID device = index.deviceOf(channel);
      if (device != null) {
        found.add(device);
      }
    }
    return found;
  }

  private Scope visible(Collection<Role> roles) {
    Set<UUID> sites = new HashSet<>();
    Set<UUID> devices = new HashSet<>();
    Set<UUID> channels = new HashSet<>();
    for (Function function : Function.values()) {
      if (function.local()) {
        if (everywhere.contains(function)) {
          return Scope.ALL;
        }
        roles.forEach(role -> collect(role, function, sites, devices, channels));
      }
    }
    return new Scope(false, index.withDescendants(sites), devices, channels);
  }

  /** Anywhere at all. */
  public boolean may(Function function) {
    return !scope(function).none();
  }

  public boolean mayEverywhere(Function function) {
    return everywhere.contains(function);
  }

  public boolean mayAtChannel(Function function, UUID channel) {
    return covers(scope(function), channel);
  }

  public boolean mayAtSite(Function function, UUID site) {
    Scope scope = scope(function);
    return scope.all() || scope.sites().contains(site);
  }

  /** For the device as a whole: being allowed at one of its channels is not enough. */
  public boolean mayAtDevice(Function function, UUID device) {
    return coversDevice(scope(function), device);
  }

  /** For the device as a whole or at one of its channels. */
  public boolean mayInDevice(Function function, UUID device) {
    return mayAtDevice(function, device)
        || partDevices.getOrDefault(function, Set.of()).contains(device);
  }

  /** At the channel, else in the device; what has neither is of the center, which is everywhere. */
  public boolean mayAt(Function function, @Nullable UUID channel, @Nullable UUID device) {
    if (channel != null) {
      return mayAtChannel(function, channel);
    }
    return device == null ? mayEverywhere(function) : mayInDevice(function, device);
  }

  /** Whether the channel exists for the user: he may do anything with it. */
  public boolean sees(UUID channel) {
    return covers(visible, channel);
  }

  /** Whether the device exists for the user: it or one of its channels does. */
  public boolean seesDevice(UUID device) {
    return coversDevice(visible, device) || partVisible.contains(device);
  }

  /** Whether the site exists for the user as a place of devices. */
  public boolean seesSite(UUID site) {
    return visible.all() || visible.sites().contains(site);
  }

  /** The sites at which the user sees something. */
  public Set<UUID> sitesSeen() {
    Set<UUID> found = new HashSet<>(visible.sites());
    Set<UUID> devices = devicesOf(visible.channels());
    devices.addAll(visible.devices());
    for (UUID device : devices) {
      UUID site = index.siteOf(device);
      if (site != null) {
        found.add(site);
      }
    }
    return found;
  }

  /**
   * How many channels the user sees at each site and below it. A site without any is left out.
   *
   * @param counted of a channel and its device: whether it is one of those that count apart
   */
  public Map<UUID, Tally> channelsBySite(BiPredicate<UUID, UUID> counted) {
    Map<UUID, Tally> own = new HashMap<>();
    index.channels(
        (channel, device) -> {
          UUID site = index.siteOf(device);
          if (site != null && covers(visible, channel)) {
            own.merge(site, new Tally(counted.test(channel, device) ? 1 : 0, 1), Tally::plus);
          }
        });
    Map<UUID, Tally> found = new HashMap<>();
    own.forEach(
        (site, tally) -> {
          for (UUID at = site; at != null; at = index.parentOf(at)) {
            found.merge(at, tally, Tally::plus);
          }
        });
    return found;
  }

  public Scope scope(Function function) {
    return scopes.getOrDefault(function, Scope.NONE);
  }

  /** Whether the other gives the same, at the same places. */
  public boolean same(Permits other) {
    return scopes.equals(other.scopes) && visible.equals(other.visible);
  }

  /** Where the user may do anything at all. */
  public Scope visible() {
    return visible;
  }

  /** All functions that hold anywhere. */
  public Set<Function> functions() {
    Set<Function> found = EnumSet.noneOf(Function.class);
    for (Function function : Function.values()) {
      if (may(function)) {
        found.add(function);
      }
    }
    return found;
  }

  /** The functions that hold at a channel. */
  public Set<Function> functionsAt(UUID channel) {
    Set<Function> found = EnumSet.noneOf(Function.class);
    for (Function function : Function.values()) {
      if (function.local() && mayAtChannel(function, channel)) {
        found.add(function);
      }
    }
    return found;
  }

  /** Whether the role gives nothing, nowhere, that this user does not have there himself. */
  public boolean covers(Role role) {
    for (Function function : role.functions()) {
      if (mayEverywhere(function)) {
        continue;
      }
      if (role.whole() || !function.local()) {
        return false;
      }
      for (Grant grant : role.grants()) {
        if (grant.of(role.functions()).contains(function) && !mayAt(function, grant)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean mayAt(Function function, Grant grant) {
    return switch (grant.kind()) {
      case SITE -> mayAtSite(function, grant.objectId());
      case DEVICE -> mayAtDevice(function, grant.objectId());
      case CHANNEL -> mayAtChannel(function, grant.objectId());
    };
  }

  private boolean covers(Scope scope, UUID channel) {
    if (scope.all() || scope.channels().contains(channel)) {
      return true;
    }
    @Nullable UUID device = index.deviceOf(channel);
    return device != null && coversDevice(scope, device);
  }

  private boolean coversDevice(Scope scope, UUID device) {
    if (scope.all() || scope.devices().contains(device)) {
      return true;
    }
    @Nullable UUID site = index.siteOf(device);
    return site != null && scope.sites().contains(site);
  }
}
