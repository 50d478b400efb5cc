package org.lynceus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.lynceus.user.Function;
import org.lynceus.user.Grant;
import org.lynceus.user.Permits;
import org.lynceus.user.Role;
import org.lynceus.user.ScopeIndex;

/**
 * What a question about rights costs in a center of 10,000 sites, 2,000 devices and 20,000
 * channels: of a user who may do everything, and of one with 100 grants. Without the server around
 * it.
 */
final class PermitsBench {
  private static final int SITES = 10_000;
  private static final int DEVICES = 2_000;
  private static final int CHANNELS = 10;
  private static final int QUESTIONS = 2_000_000;

  private PermitsBench() {}

  public static void main(String[] arguments) {
    ScopeIndex.Builder builder = new ScopeIndex.Builder();
    List<UUID> sites = new ArrayList<>();
    List<UUID> channels = new ArrayList<>();
    UUID root = UUID.randomUUID();
    builder.site(root, null);
    for (int i = 0; i < SITES; i++) {
      UUID site = UUID.randomUUID();
      builder.site(site, i < 100 ? root : sites.get(i % 100));
      sites.add(site);
    }
    for (int d = 0; d < DEVICES; d++) {
      UUID device = UUID.randomUUID();
      builder.device(device, sites.get(100 + d * 4));
      for (int c = 0; c < CHANNELS; c++) {
        UUID channel = UUID.randomUUID();
        builder.channel(channel, device);
        channels.add(channel);
      }
    }
    ScopeIndex index = builder.build();
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      grants.add(new Grant(Grant.Kind.SITE, sites.get(i), null));
      grants.add(new Grant(Grant.Kind.CHANNEL, channels.get(i * 331), null));
    }
    measure("everything", Permits.of(List.of(role(true, List.of())), index), channels);
    measure("100 grants", Permits.of(List.of(role(false, grants)), index), channels);
  }

  private static Role role(boolean whole, List<Grant> grants) {
    return new Role(
        UUID.randomUUID(), "bench", null, Set.of(Function.LIVE_VIEW), whole, false, grants, 1);
  }

  private static void measure(String who, Permits permits, List<UUID> channels) {
    Random random = new Random(1);
    int yes = 0;
    for (int round = 0; round < 5; round++) {
      yes = 0;
      long began = System.nanoTime();
      for (int i = 0; i < QUESTIONS; i++) {
        UUID channel = channels.get(random.nextInt(channels.size()));
        yes += permits.mayAtChannel(Function.LIVE_VIEW, channel) ? 1 : 0;
      }
      double nanos = (double) (System.nanoTime() - began) / QUESTIONS;
      long counted = System.nanoTime();
      int withChannels = permits.channelsBySite((channel, device) -> true).size();
      System.out.printf(
          "%s, round %d: %.0f ns a question (%d %% yes); all channels counted by site (%d) in %.1f"
              + " ms%n",
          who,
          round + 1,
          nanos,
          100L * yes / QUESTIONS,
          withChannels,
          (System.nanoTime() - counted) / 1e6);
    }
  }
}
