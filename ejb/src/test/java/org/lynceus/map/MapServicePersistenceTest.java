package org.lynceus.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.event.EventQueries;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteRemoved;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.Function;
import org.lynceus.user.Grant;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Role;
import org.lynceus.user.ScopeIndex;
import org.lynceus.user.TestRights;

class MapServicePersistenceTest {
  private static final UUID DEVICE = UUID.fromString("00000000-0000-7000-8000-0000000000d1");
  private static final UUID SEEN = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
  private static final UUID HIDDEN = UUID.fromString("00000000-0000-7000-8000-0000000000c2");

  private final TestTransaction transaction = new TestTransaction();
  private final MapService service = new MapService();
  private final MapQueries queries = new MapQueries();
  private final List<AuditAct> noted = new ArrayList<>();

  @BeforeEach
  void inject() throws Exception {
    Rights rights =
        new TestRights() {
          @Override
          public void requireSite(Function function, UUID site) {}
        };
    Ids ids = new Ids();
    TestTransaction.inject(ids, "clock", Clock.systemUTC());
    TestTransaction.inject(service, "database", transaction.database());
    TestTransaction.inject(service, "ids", ids);
    TestTransaction.inject(service, "rights", rights);
    TestTransaction.inject(service, "audit", new NotedAudit(noted));
    TestTransaction.inject(queries, "database", transaction.database());
    TestTransaction.inject(queries, "rights", rights);
    transaction.execute(
        "insert into device (id, name, url, created_at, version) values ('"
            + DEVICE
            + "', 'Recorder', 'http://192.0.2.1/', now(), 1)");
    for (UUID channel : List.of(SEEN, HIDDEN)) {
      transaction.execute(
          ("insert into channel (id, device_id, number, name, video_codec, width, height, version)"
                  + " values ('%s', '%s', %d, 'Camera', 'H264', 1280, 720, 1)")
              .formatted(channel, DEVICE, channel.equals(SEEN) ? 1 : 2));
    }
  }

  @AfterEach
  void clear() throws Exception {
    transaction.execute("delete from map");
    transaction.execute("delete from channel");
    transaction.execute("delete from device");
  }

  private <T> T in(Callable<T> work) throws Exception {
    return transaction.run(work);
  }

  private EMap add(String name, @Nullable UUID parent) throws Exception {
    return in(() -> service.add(new MapService.Draft(name, parent, Site.ROOT)));
  }

  private static Marker camera(UUID channel, double x, double y) {
    return camera(channel, x, y, null);
  }

  private static Marker camera(UUID channel, double x, double y, Marker.@Nullable Sight sight) {
    return new Marker(
        Marker.Kind.CHANNEL, channel, null, null, null, x, y, null, sight, null, null);
  }

  private static Marker input(UUID device, @Nullable String label) {
    return new Marker(
        Marker.Kind.INPUT, null, device, "door-1", null, 0.5, 0.25, label, null, null, null);
  }

  private static Marker output(UUID channel) {
    return new Marker(
        Marker.Kind.OUTPUT, channel, null, "relay-1", null, 0.75, 0.25, "Siren", null, null, null);
  }

  private static Marker way(
      UUID to, Marker.@Nullable Zone zone, @Nullable List<Marker.Point> outline) {
    return new Marker(Marker.Kind.MAP, null, null, null, to, 0.5, 0, "Stairs", null, zone, outline);
  }

  private static List<Marker.Point> corners(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Marker.Point(
                    (1 + Math.cos(2 * Math.PI * i / count)) / 2,
                    (1 + Math.sin(2 * Math.PI * i / count)) / 2))
        .toList();
  }

  /** What somebody may do who has maps where the first camera is; the second one is elsewhere. */
  private static Permits atRootOnly() {
    UUID elsewhere = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    ScopeIndex index =
        new ScopeIndex.Builder()
            .site(Site.ROOT, null)
            .site(elsewhere, null)
            .device(DEVICE, Site.ROOT)
            .device(other, elsewhere)
            .channel(SEEN, DEVICE)
            .channel(HIDDEN, other)
            .build();
    Set<Function> maps = Set.of(Function.MAP_READ, Function.MAP_CONFIGURE);
    List<Grant> grants = List.of(new Grant(Grant.Kind.SITE, Site.ROOT, null));
    Role role = new Role(UUID.randomUUID(), "maps", null, maps, false, false, grants, 1);
    return Permits.of(List.of(role), index);
  }

  private static byte[] picture(String format, int width, int height) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @Test
  void aPictureIsGivenBackAsItWasSentWithItsSizeAndDigest() throws Exception {
    EMap map = add("Ground floor", null);
    byte[] file = picture("png", 640, 400);
    EMap drawn = in(() -> service.setPicture(map.id(), map.version(), file));
    assertThat(drawn.picture())
        .isEqualTo(new EMap.Picture("image/png", 640, 400, drawn.picture().digest()));
    assertThat(drawn.picture().digest()).hasSize(64);
    assertThat(in(() -> queries.picture(map.id()))).isEqualTo(file);
    assertThat(noted).extracting(AuditAct::action).containsExactly("map.add", "map.picture");
  }

  @Test
  void whatIsNoPictureOrAHugeOneIsRefused() throws Exception {
    EMap map = add("Ground floor", null);
    byte[] huge = picture("png", 32, 32);
    huge[16] = 0x7f; // the width in the head of a PNG
    for (byte[] wrong :
        List.of(
            new byte[0],
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(),
            picture("gif", 32, 32),
            picture("png", 8, 8),
            huge,
            new byte[EMap.MOST_BYTES + 1])) {
      assertThatThrownBy(() -> in(() -> service.setPicture(map.id(), map.version(), wrong)))
          .isInstanceOf(DomainException.class);
    }
    assertThat(in(() -> queries.map(map.id())).picture()).isNull();
  }

  @Test
  void aTreeOfMapsHasEightLevelsAndNoCircle() throws Exception {
    List<EMap> chain = new ArrayList<>();
    for (int level = 1; level <= EMap.DEEPEST; level++) {
      chain.add(add("Level " + level, chain.isEmpty() ? null : chain.get(level - 2).id()));
    }
    assertThatThrownBy(() -> add("Level 9", chain.get(7).id())).hasMessageContaining("8 levels");
    EMap top = chain.get(0);
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        service.change(
                            top.id(),
                            top.version(),
                            new MapService.Draft("Top", chain.get(3).id(), Site.ROOT))))
        .hasMessageContaining("below itself");
    EMap inner = add("Inner", add("Other", null).id());
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        service.change(
                            chain.get(1).id(),
                            chain.get(1).version(),
                            new MapService.Draft("Moved", inner.id(), Site.ROOT))))
        .hasMessageContaining("8 levels");
  }

  @Test
  void aMapWithMapsBelowGoesOnlyWhenThatIsSaid() throws Exception {
    EMap top = add("Site", null);
    add("Floor", top.id());
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      service.remove(top.id(), top.version(), false);
                      return null;
                    }))
        .hasMessageContaining("1 maps below");
    in(
        () -> {
          service.remove(top.id(), top.version(), true);
          return null;
        });
    assertThat(in(queries::maps)).isEmpty();
  }

  @Test
  void markersOfWhatTheCallerDoesNotSeeStayWhenHeSetsHisOwn() throws Exception {
    EMap map = add("Yard", null);
    EMap marked =
        in(
            () ->
                service.setMarkers(
                    map.id(),
                    map.version(),
                    List.of(camera(SEEN, 0.25, 0.5), camera(HIDDEN, 0.75, 0.5))));
    Rights restricted =
        new TestRights() {
          @Override
          public Permits permits() {
            return atRootOnly();
          }

          @Override
          public void requireSite(Function function, UUID site) {}
        };
    TestTransaction.inject(service, "rights", restricted);
    TestTransaction.inject(queries, "rights", restricted);
    assertThat(in(() -> queries.markers(map.id()))).containsExactly(camera(SEEN, 0.25, 0.5));
    in(() -> service.setMarkers(map.id(), marked.version(), List.of(camera(SEEN, 0.125, 0.5))));
    assertThat(in(() -> MapQueries.markers(transaction.database(), map.id())))
        .containsExactlyInAnyOrder(camera(SEEN, 0.125, 0.5), camera(HIDDEN, 0.75, 0.5));
  }

  @Test
  void wrongMarkersAreRefusedAtTheirPlaceInTheRequest() throws Exception {
    EMap map = add("Yard", null);
    EMap other = add("House", null);
    Marker.Zone wide = new Marker.Zone(0.9, 0.1);
    for (Marker wrong :
        List.of(
            camera(SEEN, 1.5, 0),
            camera(SEEN, Double.NaN, 0),
            new Marker(Marker.Kind.CHANNEL, null, DEVICE, "1", null, 0, 0, null, null, null, null),
            new Marker(Marker.Kind.OUTPUT, SEEN, null, null, null, 0, 0, null, null, null, null),
            way(map.id(), wide, null),
            way(map.id(), null, corners(4)),
            way(other.id(), null, null),
            way(other.id(), new Marker.Zone(0.1, 0.1), corners(4)),
            camera(SEEN, 0, 0, new Marker.Sight(360, 90, 0.1)))) {
      assertThatThrownBy(
              () ->
                  in(
                      () ->
                          service.setMarkers(
                              map.id(), map.version(), List.of(camera(HIDDEN, 0, 0), wrong))))
          .isInstanceOfSatisfying(
              DomainException.class,
              e -> assertThat(e.fields()).extracting("pointer").containsExactly("/markers/1"));
    }
    assertThatThrownBy(
            () ->
                in(
                    () ->
                        service.setMarkers(
                            map.id(),
                            map.version(),
                            List.of(camera(SEEN, 0, 0), camera(SEEN, 1, 1)))))
        .isInstanceOf(DomainException.class);
    assertThat(in(() -> queries.markers(map.id()))).isEmpty();
  }

  @Test
  void aGeographicMapNeedsATileServerAndStaysGeographic() throws Exception {
    EMap.Start start = new EMap.Start(52.5, 13.25, 12);
    MapService.Draft draft = new MapService.Draft("Town", null, Site.ROOT, start);
    MapTiles tiles = new MapTiles();
    TestTransaction.inject(service, "tiles", tiles);
    assertThatThrownBy(() -> in(() -> service.add(draft))).hasMessageContaining("No tile server");
    TestTransaction.inject(
        tiles, "server", new MapTiles.Server("https://example.org/{z}/{x}/{y}", ""));
    EMap map = in(() -> service.add(draft));
    assertThat(in(() -> queries.map(map.id())).start()).isEqualTo(start);
    assertThatThrownBy(
            () -> in(() -> service.setPicture(map.id(), map.version(), picture("png", 32, 32))))
        .hasMessageContaining("takes no picture");
    MapService.Draft plain = new MapService.Draft("Town", null, Site.ROOT);
    assertThatThrownBy(() -> in(() -> service.change(map.id(), map.version(), plain)))
        .hasMessageContaining("stays");
    for (EMap.Start wrong :
        List.of(
            new EMap.Start(86, 0, 1),
            new EMap.Start(0, -181, 1),
            new EMap.Start(Double.NaN, 0, 1),
            new EMap.Start(0, 0, 23))) {
      assertThatThrownBy(
              () -> in(() -> service.add(new MapService.Draft("Town", null, Site.ROOT, wrong))))
          .hasMessageContaining("latitude of -85 to 85");
    }
    EMap.Start moved = new EMap.Start(-33.5, 151.25, 3);
    MapService.Draft other = new MapService.Draft("Harbour", null, Site.ROOT, moved);
    assertThat(in(() -> service.change(map.id(), map.version(), other)).start()).isEqualTo(moved);
  }

  @Test
  void anOutlineHasThreeToSixtyFourCornersWithinThePicture() throws Exception {
    EMap map = add("Yard", null);
    EMap cellar = add("Cellar", null);
    Marker.Point inside = new Marker.Point(0.5, 0.5);
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      for (Marker.Point corner : List.of(new Marker.Point(wrong, 0), new Marker.Point(0, wrong))) {
        assertThatThrownBy(
                () ->
                    in(
                        () ->
                            service.setMarkers(
                                map.id(),
                                map.version(),
                                List.of(way(cellar.id(), null, List.of(inside, corner, inside))))))
            .isInstanceOfSatisfying(
                DomainException.class,
                e ->
                    assertThat(e.fields())
                        .extracting("pointer")
                        .containsExactly("/markers/0/outline/1"));
      }
    }
    for (int count : new int[] {2, 65}) {
      assertThatThrownBy(
              () ->
                  in(
                      () ->
                          service.setMarkers(
                              map.id(),
                              map.version(),
                              List.of(way(cellar.id(), null, corners(count))))))
          .hasMessageContaining("3 to 64 corners");
    }
    long version = map.version();
    for (int count : new int[] {3, 64}) {
      Marker way = way(cellar.id(), null, corners(count));
      long before = version;
      version = in(() -> service.setMarkers(map.id(), before, List.of(way))).version();
      assertThat(in(() -> queries.markers(map.id()))).containsExactly(way);
    }
  }

  @Test
  void inputsOutputsAndZonesAreGivenBackAsTheyWereSet() throws Exception {
    EMap map = add("Yard", null);
    Marker zone = way(add("Cellar", null).id(), new Marker.Zone(0.25, 0.5), null);
    List<Marker> all = List.of(input(DEVICE, null), output(SEEN), output(HIDDEN), zone);
    in(() -> service.setMarkers(map.id(), map.version(), all));
    assertThat(in(() -> queries.markers(map.id()))).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void inputsAndOutputsTellWhatTheySaidLastToWhoSeesThem() throws Exception {
    MapContacts contacts = new MapContacts();
    EventQueries events = new EventQueries();
    TestTransaction.inject(events, "database", transaction.database());
    TestTransaction.inject(contacts, "maps", queries);
    TestTransaction.inject(contacts, "events", events);
    TestTransaction.inject(contacts, "devices", new ChannelsOfDevice());
    EMap map = add("Yard", null);
    in(
        () ->
            service.setMarkers(
                map.id(), map.version(), List.of(input(DEVICE, "Gate"), output(SEEN))));
    told("RELAY", "relay-1", true, 20);
    told("INPUT", "door-1", true, 10);
    told("INPUT", "door-1", false, 5);
    told("INPUT", "relay-1", true, 4);
    told("RELAY", "relay-2", false, 3);
    List<MarkedContact> found = in(() -> contacts.contacts(map.id()));
    assertThat(found)
        .extracting(
            one -> one.marker().kind(),
            MarkedContact::deviceId,
            one -> one.last() == null ? null : one.last().active())
        .containsExactlyInAnyOrder(
            tuple(Marker.Kind.INPUT, DEVICE, false), tuple(Marker.Kind.OUTPUT, DEVICE, true));
    transaction.execute("delete from device_event");
    assertThat(in(() -> contacts.contacts(map.id())))
        .extracting(MarkedContact::last)
        .containsOnlyNulls();
  }

  /** An event of the device, so many seconds ago. */
  private void told(String type, String token, boolean active, int ago) throws Exception {
    transaction.execute(
        ("insert into device_event (uid, day, device_id, type, source, active, occurred_at, received_at)"
                + " values ('%s', current_date, '%s', '%s', '%s', %s, now() - interval '%d seconds', now())")
            .formatted(UUID.randomUUID(), DEVICE, type, token, active, ago));
  }

  /** The channels of the device, without the entities. */
  private static final class ChannelsOfDevice extends DeviceQueries {
    @Override
    public List<ChannelRecord> channels(List<UUID> ids) {
      return ids.stream()
          .map(
              id ->
                  new ChannelRecord(
                      id, DEVICE, Site.ROOT, 1, "Camera", "H264", null, null, null, null, false,
                      false, true))
          .toList();
    }
  }

  @Test
  void aStaleVersionChangesNothing() throws Exception {
    EMap map = add("Yard", null);
    in(() -> service.setMarkers(map.id(), map.version(), List.of(camera(SEEN, 0, 0))));
    assertThatThrownBy(() -> in(() -> service.setMarkers(map.id(), map.version(), List.of())))
        .hasMessageContaining("changed meanwhile");
    assertThat(in(() -> queries.markers(map.id()))).hasSize(1);
  }

  @Test
  void theMapsOfARemovedSiteGoToItsParent() throws Exception {
    UUID site = UUID.randomUUID();
    transaction.execute(
        "insert into site (id, parent_id, name, position, version) values ('%s', '%s', 'Annex', 0, 1)"
            .formatted(site, Site.ROOT));
    EMap map = in(() -> service.add(new MapService.Draft("Annex", null, site)));
    MapsOfSites sites = new MapsOfSites();
    TestTransaction.inject(sites, "database", transaction.database());
    in(
        () -> {
          sites.siteRemoved(new SiteRemoved(site, Site.ROOT));
          return null;
        });
    transaction.execute("delete from site where id = '" + site + "'");
    assertThat(in(() -> queries.map(map.id())).siteId()).isEqualTo(Site.ROOT);
  }

  @Test
  void removedCamerasTakeTheirMarkersAlong() throws Exception {
    EMap map = add("Yard", null);
    in(() -> service.setMarkers(map.id(), map.version(), List.of(camera(SEEN, 0, 0))));
    transaction.execute("delete from channel where id = '" + SEEN + "'");
    assertThat(in(() -> queries.markers(map.id()))).isEmpty();
    assertThat(Set.copyOf(in(queries::maps))).hasSize(1);
  }
}
