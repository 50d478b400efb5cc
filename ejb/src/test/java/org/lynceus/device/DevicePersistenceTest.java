package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Page;
import org.lynceus.shared.PostgresServer;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.Scope;
import org.lynceus.user.TestRights;

class DevicePersistenceTest {
  private static EntityManagerFactory factory;

  private EntityManager entities;
  private final DeviceQueries queries = new DeviceQueries();
  private final TestRights rights = new TestRights();

  @BeforeAll
  static void open() {
    factory =
        Persistence.createEntityManagerFactory(
            "lynceus",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", PostgresServer.database(),
                "eclipselink.target-server", "None",
                "eclipselink.archive.factory",
                    "org.eclipse.persistence.internal.jpa.deployment.ArchiveFactoryImpl",
                "eclipselink.weaving", "false"));
  }

  @AfterAll
  static void close() {
    factory.close();
  }

  @BeforeEach
  void begin() {
    entities = factory.createEntityManager();
    entities.getTransaction().begin();
    entities.createNativeQuery("delete from device").executeUpdate();
    TestTransaction.inject(queries, "entities", entities);
    TestTransaction.inject(queries, "rights", rights);
    TestTransaction.inject(
        queries, "database", TestTransaction.database(entities.unwrap(java.sql.Connection.class)));
  }

  @AfterEach
  void end() {
    entities.getTransaction().rollback();
    entities.close();
  }

  private Device device(String name) {
    Device device =
        new Device(
            UUID.randomUUID(),
            name,
            URI.create("rtsp://127.0.0.1:8554/camera/1"),
            Instant.parse("2026-11-22T12:00:00Z"));
    device
        .getChannels()
        .add(
            new Channel(
                UUID.randomUUID(),
                device,
                1,
                name,
                new OfferedChannel(
                    new StreamOffer("H264", null, 1280, 720), null, null, null, null)));
    entities.persist(device);
    entities.flush();
    return device;
  }

  @Test
  void aDeviceComesBackWithItsChannel() {
    Device saved = device("Gate");
    saved.authenticateWith("admin", new byte[] {1, 2, 3});
    entities.flush();
    entities.clear();
    Device found = entities.find(Device.class, saved.getId());
    assertThat(found.getName()).isEqualTo("Gate");
    assertThat(found.getPassword()).containsExactly(1, 2, 3);
    assertThat(found.getChannels()).hasSize(1);
    assertThat(found.getChannels().get(0).getWidth()).isEqualTo(1280);
    assertThat(found.getChannels().get(0).getAudioCodec()).isNull();
  }

  @Test
  void aRegistrationIdIsFoundAsAWholeAndStandsForOneDevice() {
    Vault vault = new Vault();
    TestTransaction.inject(vault, "key", new javax.crypto.spec.SecretKeySpec(new byte[32], "AES"));
    TestTransaction.inject(queries, "vault", vault);
    for (String url : List.of("autoreg:cam_1", "autoreg:cam_10?streams=none", "autoreg:camX1")) {
      Device device = device(url);
      device.moveTo(URI.create(url), null, null);
      device.authenticateWith("admin", vault.seal(device.getId(), "for " + url));
    }
    entities.flush();
    assertThat(queries.registration("cam_1").entry().credentials().password())
        .isEqualTo("for autoreg:cam_1");
    assertThat(queries.registration("cam_10").address().streams()).isEqualTo("none");
    assertThat(queries.registration("cam")).isNull();
    assertThat(queries.registration("cam_%")).isNull();
    Device twice = device("Twice");
    twice.moveTo(URI.create("autoreg:cam_1?answer=none"), null, null);
    assertThatThrownBy(() -> entities.flush()).hasMessageContaining("device_registration_id");
  }

  @Test
  void aChangeRaisesTheVersion() {
    Device saved = device("Gate");
    long before = saved.getVersion();
    saved.rename("North gate");
    entities.flush();
    assertThat(saved.getVersion()).isEqualTo(before + 1);
  }

  @Test
  void removingADeviceRemovesItsChannels() {
    Device saved = device("Gate");
    entities.remove(saved);
    entities.flush();
    assertThat(queries.channels(null, null, 10, null).items()).isEmpty();
  }

  @Test
  void pagesByNameAreCompleteAndWithoutDoubles() {
    for (String name : List.of("b", "A", "c", "B", "a", "ä", "门口", "c")) {
      device(name);
    }
    entities.clear();
    List<UUID> seen = new ArrayList<>();
    String next = null;
    do {
      Page<DeviceRecord> page = queries.devices(null, null, 3, next);
      page.items().forEach(d -> seen.add(d.id()));
      next = page.next();
    } while (next != null);
    assertThat(seen).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aSearchTakesWildcardsLiterally() {
    device("50% north");
    device("500 north");
    assertThat(queries.devices(null, "50%", 10, null).items())
        .extracting(DeviceRecord::name)
        .containsExactly("50% north");
  }

  @Test
  void allDevicesComeOnceWithTheirChannels() {
    device("Gate");
    device("Yard");
    entities.clear();
    assertThat(queries.all())
        .hasSize(2)
        .allSatisfy(device -> assertThat(device.channels()).hasSize(1));
  }

  @Test
  void aListHoldsWhatTheCallerMaySeeAndNothingElse() {
    Device gate = device("Gate");
    Device yard = device("Yard");
    UUID site = UUID.randomUUID();
    entities
        .createNativeQuery(
            "insert into site (id, parent_id, name, position, version) select '"
                + site
                + "', id, 'Site', 0, 1 from site where parent_id is null")
        .executeUpdate();
    yard.standAt(site);
    entities.flush();
    entities.clear();
    UUID channel = gate.getChannels().get(0).getId();
    for (Scope scope :
        List.of(
            new Scope(false, Set.of(), Set.of(), Set.of(channel)),
            new Scope(false, Set.of(), Set.of(gate.getId()), Set.of()))) {
      rights.only(scope);
      assertThat(queries.channels(null, null, 10, null).items())
          .extracting(ChannelRecord::id)
          .containsExactly(channel);
    }
    rights.only(new Scope(false, Set.of(site), Set.of(), Set.of()));
    assertThat(queries.channels(null, null, 10, null).items())
        .extracting(ChannelRecord::name)
        .containsExactly("Yard");
    rights.only(Scope.NONE);
    assertThat(queries.channels(null, null, 10, null).items()).isEmpty();
  }

  @Test
  void anUnknownDeviceIsNotFound() {
    assertThatThrownBy(() -> queries.device(UUID.randomUUID()))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("no such device");
  }
}
