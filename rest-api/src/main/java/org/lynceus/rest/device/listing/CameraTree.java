package org.lynceus.rest.device.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lynceus.device.listing.ChannelEntry;
import org.lynceus.device.listing.DeviceLists;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.rest.device.ConnectionState;
import org.lynceus.rest.device.DeviceNow;
import org.lynceus.rest.device.DeviceViews;
import org.lynceus.rest.device.listing.CameraTreeView.CameraCount;
import org.lynceus.rest.device.listing.CameraTreeView.CameraTreeChannel;
import org.lynceus.rest.device.listing.CameraTreeView.CameraTreeDevice;
import org.lynceus.rest.device.listing.CameraTreeView.CameraTreeSite;
import org.lynceus.user.Rights;
import org.lynceus.user.Tally;

/**
 * The tree of cameras level by level: sites, devices, channels, each with its state now. Counts
 * come from memory, so that a level costs the reading of its own rows.
 */
@ApplicationScoped
public class CameraTree {
  /** A level with more channels tells those of its devices only when it is asked for them. */
  private static final int SMALL = 300;

  private static final Tally NONE = new Tally(0, 0);

  @Inject private DeviceLists lists;
  @Inject private SiteQueries sites;
  @Inject private DeviceViews views;
  @Inject private Rights rights;

  /** What lies at a site: the sites directly below it, and its own devices. */
  public CameraTreeView site(UUID site) {
    Map<UUID, Tally> tallies = rights.permits().channelsBySite(views::online);
    List<CameraTreeSite> below =
        sites.below(site, tallies.keySet()).stream()
            .map(
                one ->
                    new CameraTreeSite(
                        one.id(), one.name(), count(tallies.getOrDefault(one.id(), NONE))))
            .toList();
    List<ChannelEntry> channels = lists.channelsAt(site);
    return new CameraTreeView(
        count(tallies.getOrDefault(site, NONE)),
        below,
        devices(channels, channels.size() <= SMALL),
        false);
  }

  /** A device with all its channels that the caller sees. */
  public CameraTreeView device(UUID device) {
    return found(lists.channelsOf(device), false);
  }

  /** The cameras with all these words in their own name or that of their device or site. */
  public CameraTreeView search(String q) {
    List<ChannelEntry> found = lists.channelsNamed(q);
    boolean more = found.size() > DeviceLists.FOUND;
    return found(more ? found.subList(0, DeviceLists.FOUND) : found, more);
  }

  private CameraTreeView found(List<ChannelEntry> channels, boolean more) {
    List<CameraTreeDevice> devices = devices(channels, true);
    int online = devices.stream().mapToInt(device -> device.count().online()).sum();
    return new CameraTreeView(new CameraCount(online, channels.size()), List.of(), devices, more);
  }

  private List<CameraTreeDevice> devices(List<ChannelEntry> channels, boolean whole) {
    Map<UUID, List<ChannelEntry>> byDevice =
        channels.stream()
            .collect(
                Collectors.groupingBy(
                    ChannelEntry::deviceId, LinkedHashMap::new, Collectors.toList()));
    return byDevice.values().stream().map(of -> device(of, whole)).toList();
  }

  private CameraTreeDevice device(List<ChannelEntry> entries, boolean whole) {
    ChannelEntry first = entries.get(0);
    DeviceNow now = views.now(first.deviceId(), first.deviceUrl(), first.id());
    List<CameraTreeChannel> channels = entries.stream().map(this::channel).toList();
    int online =
        (int) channels.stream().filter(one -> one.state() == ConnectionState.ONLINE).count();
    return new CameraTreeDevice(
        first.deviceId(),
        first.deviceName(),
        now.state(),
        now.reason(),
        new CameraCount(online, channels.size()),
        whole || channels.size() == 1 ? channels : null);
  }

  private CameraTreeChannel channel(ChannelEntry entry) {
    return new CameraTreeChannel(
        entry.id(),
        entry.deviceId(),
        entry.name(),
        views.state(entry),
        views.recording(entry.id()));
  }

  private static CameraCount count(Tally tally) {
    return new CameraCount(tally.counted(), tally.total());
  }
}
