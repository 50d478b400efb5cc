package org.lynceus.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermitsTallyTest {
  private final UUID root = UUID.randomUUID();
  private final UUID north = UUID.randomUUID();
  private final UUID hall = UUID.randomUUID();
  private final UUID empty = UUID.randomUUID();
  private final UUID gate = UUID.randomUUID();
  private final UUID recorder = UUID.randomUUID();
  private final UUID gateCamera = UUID.randomUUID();
  private final UUID one = UUID.randomUUID();
  private final UUID two = UUID.randomUUID();
  private final ScopeIndex index =
      new ScopeIndex.Builder()
          .site(root, null)
          .site(north, root)
          .site(hall, north)
          .site(empty, root)
          .device(gate, north)
          .device(recorder, hall)
          .channel(gateCamera, gate)
          .channel(one, recorder)
          .channel(two, recorder)
          .build();

  private Permits permits(boolean whole, Grant... grants) {
    return Permits.of(
        List.of(
            new Role(
                UUID.randomUUID(),
                "viewer",
                null,
                Set.of(Function.LIVE_VIEW),
                whole,
                false,
                List.of(grants),
                1)),
        index);
  }

  @Test
  void aSiteCountsItsOwnChannelsAndThoseBelow() {
    Map<UUID, Tally> found = permits(true).channelsBySite((channel, device) -> device.equals(gate));
    assertThat(found)
        .isEqualTo(Map.of(root, new Tally(1, 3), north, new Tally(1, 3), hall, new Tally(0, 2)));
  }

  @Test
  void onlyWhatTheUserSeesIsCounted() {
    Permits permits = permits(false, new Grant(Grant.Kind.CHANNEL, two, null));
    assertThat(permits.channelsBySite((channel, device) -> true))
        .isEqualTo(Map.of(root, new Tally(1, 1), north, new Tally(1, 1), hall, new Tally(1, 1)));
    assertThat(permits(false).channelsBySite((channel, device) -> true)).isEmpty();
  }
}
