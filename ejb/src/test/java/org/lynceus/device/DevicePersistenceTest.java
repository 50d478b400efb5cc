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

class DevicePersistenceTest {
  private static EntityManagerFactory factory;

  private EntityManager entities;
  private final DeviceQueries queries = new DeviceQueries();

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
    assertThat(queries.channels(null, 10, null).items()).isEmpty();
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
      Page<DeviceRecord> page = queries.devices(null, 3, next);
      page.items().forEach(d -> seen.add(d.id()));
      next = page.next();
    } while (next != null);
    assertThat(seen).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aSearchTakesWildcardsLiterally() {
    device("50% north");
    device("500 north");
    assertThat(queries.devices("50%", 10, null).items())
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
  void anUnknownDeviceIsNotFound() {
    assertThatThrownBy(() -> queries.device(UUID.randomUUID()))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("no such device");
  }
}
