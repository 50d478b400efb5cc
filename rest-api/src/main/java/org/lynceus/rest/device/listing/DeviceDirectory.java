package org.lynceus.rest.device.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.listing.DeviceEntry;
import org.lynceus.device.listing.DeviceLists;
import org.lynceus.rest.device.DevicePage;
import org.lynceus.rest.device.DeviceProtocol;
import org.lynceus.rest.device.DeviceViews;
import org.lynceus.shared.Limits;
import org.lynceus.shared.PageKey;

/**
 * Pages of devices sorted and filtered by what is stored and by their state now. Every page joins
 * the few words of all devices that match with their states and reads only its own devices whole.
 */
@ApplicationScoped
public class DeviceDirectory {
  /** The most devices of one choice. */
  private static final int CHOICE = 10_000;

  @Inject private DeviceLists lists;
  @Inject private DeviceQueries queries;
  @Inject private DeviceViews views;

  public DevicePage page(
      DeviceListParam param,
      DeviceSort sort,
      boolean descending,
      int limit,
      @Nullable String after) {
    Limits.page(limit);
    @Nullable PageKey from = PageKey.decode(after);
    if (from != null) {
      from.uuid(); // refuses the key of another list
    }
    List<DeviceRow> all = rows(param);
    List<DeviceRow> matching = matching(all, param);
    Map<UUID, PageKey> keys = new HashMap<>();
    matching.forEach(row -> keys.put(row.device().id(), row.key(sort)));
    Comparator<PageKey> order = DeviceRow.order(descending);
    List<UUID> ids =
        keys.entrySet().stream()
            .filter(entry -> from == null || order.compare(entry.getValue(), from) > 0)
            .sorted(Map.Entry.comparingByValue(order))
            .limit(limit + 1L)
            .map(Map.Entry::getKey)
            .toList();
    boolean more = ids.size() > limit;
    List<UUID> shown = more ? ids.subList(0, limit) : ids;
    @Nullable PageKey last = more ? keys.get(shown.get(limit - 1)) : null;
    return new DevicePage(
        views.devices(queries.devices(shown), Limits.page(param.channels)),
        last == null ? null : last.encode(),
        DeviceTotals.of(all, matching.size()));
  }

  /** The names of all that match, for acts on all of them. */
  public DeviceChoice choice(DeviceListParam param) {
    List<DeviceEntry> matching =
        matching(rows(param), param).stream()
            .map(DeviceRow::device)
            .sorted(Comparator.comparing(DeviceEntry::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    return new DeviceChoice(
        matching.stream().limit(CHOICE).map(DeviceChoice.Item::of).toList(), matching.size());
  }

  private List<DeviceRow> rows(DeviceListParam param) {
    return lists.devices(param.site, param.below, param.q).stream()
        .filter(
            device -> param.protocol == null || param.protocol == DeviceProtocol.of(device.url()))
        .map(
            device ->
                new DeviceRow(device, views.now(device.id(), device.url(), device.firstChannel())))
        .toList();
  }

  private static List<DeviceRow> matching(List<DeviceRow> all, DeviceListParam param) {
    return all.stream().filter(row -> row.is(param.state, param.reason)).toList();
  }
}
