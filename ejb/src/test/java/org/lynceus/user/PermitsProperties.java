package org.lynceus.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Small random trees and roles: 12 sites, 8 devices, 16 channels. */
class PermitsProperties {
  private static final List<UUID> SITES = ids(1, 12);
  private static final List<UUID> DEVICES = ids(2, 8);
  private static final List<UUID> CHANNELS = ids(3, 16);
  private static final List<Function> FUNCTIONS =
      List.of(Function.LIVE_VIEW, Function.PTZ_OPERATE, Function.RECORDING_PLAY);

  private static List<UUID> ids(int kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> new UUID(kind, i)).toList();
  }

  private static ScopeIndex.Builder tree(Random random) {
    ScopeIndex.Builder index = new ScopeIndex.Builder();
    for (int i = 0; i < SITES.size(); i++) {
      index.site(SITES.get(i), i == 0 ? null : SITES.get(random.nextInt(i)));
    }
    DEVICES.forEach(device -> index.device(device, any(SITES, random)));
    CHANNELS.forEach(channel -> index.channel(channel, any(DEVICES, random)));
    return index;
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static Set<Function> some(Random random) {
    Set<Function> some = EnumSet.noneOf(Function.class);
    FUNCTIONS.stream().filter(f -> random.nextBoolean()).forEach(some::add);
    return some;
  }

  private static Grant grant(Random random) {
    Grant.Kind kind = any(List.of(Grant.Kind.values()), random);
    UUID object =
        switch (kind) {
          case SITE -> any(SITES, random);
          case DEVICE -> any(DEVICES, random);
          case CHANNEL -> any(CHANNELS, random);
        };
    return new Grant(kind, object, random.nextBoolean() ? null : some(random));
  }

  private static Role role(Random random) {
    List<Grant> grants = new ArrayList<>();
    IntStream.range(0, random.nextInt(4)).forEach(i -> grants.add(grant(random)));
    return role(some(random), random.nextInt(8) == 0, grants);
  }

  private static Role role(Set<Function> functions, boolean whole, List<Grant> grants) {
    return new Role(UUID.randomUUID(), "r", null, functions, whole, false, grants, 1);
  }

  private static List<Role> roles(Random random) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> role(random)).toList();
  }

  @Property
  void whatOneMayIsTheUnionOfWhatEachRoleGivesInWhateverOrder(@ForAll Random random) {
    ScopeIndex index = tree(random).build();
    List<Role> roles = new ArrayList<>(roles(random));
    Permits together = Permits.of(roles, index);
    Collections.shuffle(roles, random);
    Permits shuffled = Permits.of(roles, index);
    for (Function function : FUNCTIONS) {
      for (UUID channel : CHANNELS) {
        boolean any =
            roles.stream()
                .anyMatch(role -> Permits.of(List.of(role), index).mayAtChannel(function, channel));
        assertThat(together.mayAtChannel(function, channel)).isEqualTo(any);
        assertThat(shuffled.mayAtChannel(function, channel)).isEqualTo(any);
      }
    }
  }

  @Property
  void aGrantThatNamesFunctionsNeverGivesMoreThanTheRoleHas(@ForAll Random random) {
    ScopeIndex index = tree(random).build();
    Grant grant = grant(random);
    Set<Function> functions = some(random);
    Permits narrow = Permits.of(List.of(role(functions, false, List.of(grant))), index);
    Grant full = new Grant(grant.kind(), grant.objectId(), null);
    Permits wide = Permits.of(List.of(role(functions, false, List.of(full))), index);
    for (Function function : FUNCTIONS) {
      for (UUID channel : CHANNELS) {
        if (narrow.mayAtChannel(function, channel)) {
          assertThat(functions).contains(function);
          assertThat(wide.mayAtChannel(function, channel)).isTrue();
        }
      }
    }
  }

  @Property
  void movingADeviceMovesItsRights(@ForAll Random random) {
    long seed = random.nextLong();
    UUID device = any(DEVICES, random);
    UUID from = any(SITES, random);
    UUID to = any(SITES, random);
    UUID site = any(SITES, random);
    Role role =
        role(Set.of(Function.LIVE_VIEW), false, List.of(new Grant(Grant.Kind.SITE, site, null)));
    ScopeIndex before = tree(new Random(seed)).device(device, from).build();
    ScopeIndex after = tree(new Random(seed)).device(device, to).build();
    for (UUID channel : CHANNELS) {
      boolean moved = device.equals(after.deviceOf(channel));
      assertThat(Permits.of(List.of(role), after).mayAtChannel(Function.LIVE_VIEW, channel))
          .isEqualTo(
              moved
                  ? after.withDescendants(List.of(site)).contains(to)
                  : Permits.of(List.of(role), before).mayAtChannel(Function.LIVE_VIEW, channel));
    }
  }

  @Property
  void oneSeesExactlyWhereOneMayDoAnything(@ForAll Random random) {
    ScopeIndex index = tree(random).build();
    Permits permits = Permits.of(roles(random), index);
    for (UUID channel : CHANNELS) {
      assertThat(permits.sees(channel)).isEqualTo(!permits.functionsAt(channel).isEmpty());
    }
  }

  @Property
  void whatOneHasOneMayGiveAndNothingElse(@ForAll Random random) {
    ScopeIndex index = tree(random).build();
    List<Role> roles = roles(random);
    Permits permits = Permits.of(roles, index);
    assertThat(roles).allMatch(permits::covers);
    Role given = role(random);
    Permits receiver = Permits.of(List.of(given), index);
    if (permits.covers(given)) {
      for (Function function : FUNCTIONS) {
        for (UUID channel : CHANNELS) {
          if (receiver.mayAtChannel(function, channel)) {
            assertThat(permits.mayAtChannel(function, channel)).isTrue();
          }
        }
      }
    }
  }
}
