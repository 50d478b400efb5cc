package org.lynceus.device.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.organisation.Site;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.Function;
import org.lynceus.user.Grant;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Role;
import org.lynceus.user.ScopeIndex;

class DeviceListsPersistenceTest {
  private static final UUID NORTH = new UUID(7, 1);
  private static final UUID GATE = new UUID(7, 2);
  private static final UUID RECORDER = new UUID(7, 3);
  private static final UUID GATE_CAMERA = new UUID(7, 4);
  private static final UUID HALL = new UUID(7, 5);
  private static final UUID YARD = new UUID(7, 6);

  private final TestTransaction transaction = new TestTransaction();
  private final DeviceLists lists = new DeviceLists();
  private final Viewer viewer = new Viewer();

  /** Somebody who may see everything, or what he is granted. */
  private static final class Viewer extends Rights {
    private final ScopeIndex index =
        new ScopeIndex.Builder()
            .site(Site.ROOT, null)
            .site(NORTH, Site.ROOT)
            .device(GATE, Site.ROOT)
            .device(RECORDER, NORTH)
            .channel(GATE_CAMERA, GATE)
            .channel(HALL, RECORDER)
            .channel(YARD, RECORDER)
            .build();
    private Set<Function> functions = Set.of(Function.values());
    private @Nullable List<Grant> grants;

    void only(Set<Function> some, Grant... where) {
      functions = some;
      grants = List.of(where);
    }

    @Override
    public Permits permits() {
      return Permits.of(
          List.of(
              new Role(
                  new UUID(7, 7),
                  "viewer",
                  null,
                  functions,
                  grants == null,
                  false,
                  grants == null ? List.of() : grants,
                  1)),
          index);
    }

    @Override
    public org.lynceus.user.Scope visible() {
      return permits().visible();
    }

    @Override
    public void requireSeenDevice(UUID device) {
      if (!permits().seesDevice(device)) {
        throw DomainException.notFound("device");
      }
    }

    @Override
    public Set<UUID> sitesBelow(UUID site) {
      return index.withDescendants(List.of(site));
    }
  }

  @BeforeEach
  void fill() throws Exception {
    TestTransaction.inject(lists, "database", transaction.database());
    TestTransaction.inject(lists, "rights", viewer);
    transaction.execute("delete from device");
    transaction.execute(
        "insert into site (id, parent_id, name, position, version) values ('"
            + NORTH
            + "', '"
            + Site.ROOT
            + "', 'North wing', 1, 1)");
    transaction.execute(
        "insert into device (id, name, url, created_at, version, site_id, manufacturer, model,"
            + " serial) values ('"
            + GATE
            + "', 'Gate', 'rtsp://10.1.2.3/one', now(), 1, '"
            + Site.ROOT
            + "', null, null, null), ('"
            + RECORDER
            + "', 'Recorder', 'http://10.9.9.9/onvif', now(), 1, '"
            + NORTH
            + "', 'Acme', 'R_32', 'SN-77')");
    transaction.execute(
        "insert into channel (id, device_id, number, name, video_codec, version) values ('"
            + GATE_CAMERA
            + "', '"
            + GATE
            + "', 1, 'Gate', 'H264', 1), ('"
            + YARD
            + "', '"
            + RECORDER
            + "', 2, 'Yard', 'H264', 1), ('"
            + HALL
            + "', '"
            + RECORDER
            + "', 1, 'Hall 100%', 'H264', 1)");
  }

  @AfterEach
  void empty() throws Exception {
    transaction.execute("delete from device");
    transaction.execute("delete from site where parent_id is not null");
  }

  private List<UUID> devices(@Nullable UUID site, boolean below, @Nullable String q)
      throws Exception {
    return transaction.run(
        () -> lists.devices(site, below, q).stream().map(DeviceEntry::id).sorted().toList());
  }

  private List<UUID> found(String q) throws Exception {
    return devices(null, true, q);
  }

  private Collection<UUID> channels(String q) throws Exception {
    return transaction.run(
        () -> new HashSet<>(lists.channelsNamed(q).stream().map(ChannelEntry::id).toList()));
  }

  @Test
  void aSiteListsWhatIsThereWithOrWithoutWhatIsBelow() throws Exception {
    assertThat(devices(null, true, null)).containsExactly(GATE, RECORDER);
    assertThat(devices(Site.ROOT, true, "")).containsExactly(GATE, RECORDER);
    assertThat(devices(Site.ROOT, false, null)).containsExactly(GATE);
    assertThat(devices(NORTH, false, null)).containsExactly(RECORDER);
  }

  @Test
  void aDeviceIsFoundByNameAddressModelSerialAndChannel() throws Exception {
    assertThat(found("GATE")).containsExactly(GATE);
    assertThat(found("10.9.9")).containsExactly(RECORDER);
    assertThat(found("acme sn-77")).containsExactly(RECORDER);
    assertThat(found("yard recorder")).containsExactly(RECORDER);
    assertThat(found("gate yard")).isEmpty();
  }

  @Test
  void signsOfPatternsAreLetters() throws Exception {
    assertThat(found("%")).containsExactly(RECORDER);
    assertThat(found("r_32")).containsExactly(RECORDER);
    assertThat(found("g_te")).isEmpty();
    assertThat(found("\\")).isEmpty();
  }

  @Test
  void aGiantSearchIsRefused() {
    assertThatThrownBy(() -> found("x".repeat(201))).isInstanceOf(DomainException.class);
  }

  @Test
  void whoMayNotReadADeviceNeitherSeesNorFindsItsAddressAndModel() throws Exception {
    viewer.only(Set.of(Function.LIVE_VIEW), new Grant(Grant.Kind.CHANNEL, YARD, null));
    assertThat(found("")).containsExactly(RECORDER);
    assertThat(found("yard")).containsExactly(RECORDER);
    assertThat(found("hall")).isEmpty();
    assertThat(found("acme")).isEmpty();
    assertThat(found("10.9.9.9")).isEmpty();
    DeviceEntry seen = transaction.run(() -> lists.devices(null, true, null).get(0));
    assertThat(seen.url()).hasToString("http:hidden");
    assertThat(seen.identity().model()).isNull();
  }

  @Test
  void theTreeTellsTheChannelsOfALevelInOrder() throws Exception {
    List<ChannelEntry> at = transaction.run(() -> lists.channelsAt(NORTH));
    assertThat(at).extracting(ChannelEntry::id).containsExactly(HALL, YARD);
    assertThat(at.get(0).deviceName()).isEqualTo("Recorder");
    List<ChannelEntry> of = transaction.run(() -> lists.channelsOf(GATE));
    assertThat(of).extracting(ChannelEntry::id).containsExactly(GATE_CAMERA);
  }

  @Test
  void theTreeIsSearchedByWordsOfCameraDeviceAndSite() throws Exception {
    assertThat(channels("north")).containsExactlyInAnyOrder(HALL, YARD);
    assertThat(channels("wing recorder yard")).containsExactly(YARD);
    assertThat(channels("gate")).containsExactly(GATE_CAMERA);
  }

  @Test
  void theTreeShowsOnlyWhatOneSees() throws Exception {
    viewer.only(Set.of(Function.LIVE_VIEW), new Grant(Grant.Kind.CHANNEL, YARD, null));
    assertThat(channels("recorder")).containsExactly(YARD);
    List<ChannelEntry> of = transaction.run(() -> lists.channelsOf(RECORDER));
    assertThat(of).extracting(ChannelEntry::id).containsExactly(YARD);
    assertThatThrownBy(() -> transaction.run(() -> lists.channelsOf(GATE)))
        .isInstanceOf(DomainException.class);
  }
}
