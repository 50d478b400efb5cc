package org.lynceus.rest.device.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lynceus.device.DeviceIdentity;
import org.lynceus.device.listing.DeviceEntry;
import org.lynceus.rest.device.ConnectionState;
import org.lynceus.rest.device.DeviceNow;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.shared.PageKey;

class DeviceRowTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final DeviceRow alpha = row(1, "alpha", ConnectionState.ONLINE, null, NOON);
  private final DeviceRow beta =
      row(2, "Beta", ConnectionState.OFFLINE, "timeout", NOON.plusSeconds(1));
  private final DeviceRow gamma = row(3, "gamma", ConnectionState.CONNECTING, null, null);
  private final DeviceRow delta =
      row(4, "delta", ConnectionState.OFFLINE, "refused", NOON.minusSeconds(1));
  private final List<DeviceRow> all = List.of(alpha, beta, gamma, delta);

  private static DeviceRow row(
      long id,
      String name,
      ConnectionState state,
      @Nullable String reason,
      @Nullable Instant since) {
    return new DeviceRow(
        new DeviceEntry(
            new UUID(0, id),
            name,
            new UUID(0, 0),
            URI.create("http://10.0.0." + (10 - id)),
            new DeviceIdentity("Maker", "M" + id % 2, null, null),
            null),
        new DeviceNow(state, reason == null ? null : new ReasonView(reason, reason), since, null));
  }

  private List<String> sorted(DeviceSort sort, boolean descending) {
    Comparator<PageKey> order = DeviceRow.order(descending);
    return all.stream()
        .sorted((a, b) -> order.compare(a.key(sort), b.key(sort)))
        .map(row -> row.device().name())
        .toList();
  }

  @Test
  void namesAreSortedWhateverTheirCase() {
    assertThat(sorted(DeviceSort.NAME, false)).containsExactly("alpha", "Beta", "delta", "gamma");
    assertThat(sorted(DeviceSort.NAME, true)).containsExactly("gamma", "delta", "Beta", "alpha");
  }

  @Test
  void theWorstStateComesFirstAndSameReasonsTogether() {
    assertThat(sorted(DeviceSort.STATE, false)).containsExactly("delta", "Beta", "gamma", "alpha");
  }

  @Test
  void timesAddressesAndModelsAreSorted() {
    assertThat(sorted(DeviceSort.SINCE, true)).containsExactly("Beta", "alpha", "delta", "gamma");
    assertThat(sorted(DeviceSort.ADDRESS, false))
        .containsExactly("delta", "gamma", "Beta", "alpha");
    assertThat(sorted(DeviceSort.MODEL, false)).containsExactly("Beta", "delta", "alpha", "gamma");
  }

  @Test
  void aKeyStaysShortAndComesBackFromItsText() {
    DeviceRow giant =
        row(5, "\u5317".repeat(100) + "x".repeat(900), alpha.now().state(), null, NOON);
    PageKey key = giant.key(DeviceSort.NAME);
    assertThat(PageKey.decode(key.encode())).isEqualTo(key);
  }

  @Test
  void pagesFollowEachOtherWithoutGapsAlsoBetweenTheSameNames() {
    List<DeviceRow> twins =
        Stream.of(1L, 2L, 3L).map(id -> row(id, "twin", alpha.now().state(), null, NOON)).toList();
    Comparator<PageKey> order = DeviceRow.order(false);
    PageKey first = twins.get(0).key(DeviceSort.NAME);
    assertThat(twins.stream().filter(row -> order.compare(row.key(DeviceSort.NAME), first) > 0))
        .containsExactly(twins.get(1), twins.get(2));
  }

  @Test
  void aStateOrAReasonNarrows() {
    assertThat(all.stream().filter(row -> row.is(ConnectionState.OFFLINE, null)))
        .containsExactly(beta, delta);
    assertThat(all.stream().filter(row -> row.is(null, "refused"))).containsExactly(delta);
    assertThat(all.stream().filter(row -> row.is(ConnectionState.ONLINE, "refused"))).isEmpty();
  }

  @Test
  void totalsCountStatesAndReasons() {
    DeviceTotals totals = DeviceTotals.of(all, 1);
    assertThat(totals.matching()).isEqualTo(1);
    assertThat(List.of(totals.online(), totals.offline(), totals.connecting()))
        .containsExactly(1, 2, 1);
    assertThat(totals.reasons())
        .extracting(one -> one.reason().code() + " " + one.count())
        .containsExactly("refused 1", "timeout 1");
  }
}
