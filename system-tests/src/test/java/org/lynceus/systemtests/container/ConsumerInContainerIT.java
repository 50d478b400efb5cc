package org.lynceus.systemtests.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventPublisher;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventFeed;
import org.lynceus.event.StoredEvent;
import org.lynceus.shared.Ids;

/**
 * What the consumer of the queue stored and what the outbox announced agree, at whatever point the
 * consumer fails. Runs inside the server, with the real broker, transactions and database.
 */
@ArquillianTest
@Order(500)
class ConsumerInContainerIT {
  private static final int EVENTS = 20;
  private static final String INTERCEPT =
      """
      <ejb-jar xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
        <assembly-descriptor>
          <interceptor-binding>
            <ejb-name>DeviceEventConsumer</ejb-name>
            <interceptor-class>org.lynceus.systemtests.container.SabotageInterceptor</interceptor-class>
          </interceptor-binding>
        </assembly-descriptor>
      </ejb-jar>
      """;

  @Inject private DeviceEventPublisher publisher;
  @Inject private EventFeed feed;
  @Inject private Saboteur saboteur;
  @Inject private Ids ids;
  @Inject private Clock clock;

  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Deployment
  static WebArchive application() {
    Path ear = Path.of("../ear/target/lynceus");
    WebArchive archive =
        ShrinkWrap.create(WebArchive.class, "consumer.war")
            .addClasses(Saboteur.class, SabotageInterceptor.class)
            .addAsWebInfResource(new StringAsset(INTERCEPT), "ejb-jar.xml")
            .addAsWebInfResource(
                new StringAsset("<beans bean-discovery-mode=\"annotated\"/>"), "beans.xml")
            .addAsLibraries(
                ear.resolve("lynceus-ejb.jar").toFile(), ear.resolve("lynceus-jms.jar").toFile());
    for (java.io.File library :
        java.util.Objects.requireNonNull(ear.resolve("lib").toFile().listFiles())) {
      archive.addAsLibrary(library);
    }
    return archive;
  }

  @Test
  void allGoesWell() throws Exception {
    storedAndAnnouncedOnce(Saboteur.Point.NEVER);
  }

  @Test
  void theConsumerFailsBeforeItStores() throws Exception {
    storedAndAnnouncedOnce(Saboteur.Point.BEFORE_STORING);
  }

  @Test
  void theConsumerFailsInsideItsTransaction() throws Exception {
    storedAndAnnouncedOnce(Saboteur.Point.INSIDE_THE_TRANSACTION);
  }

  @Test
  void theConsumerFailsAfterTheCommitAndGetsTheMessageAgain() throws Exception {
    storedAndAnnouncedOnce(Saboteur.Point.AFTER_THE_COMMIT);
  }

  private void storedAndAnnouncedOnce(Saboteur.Point failure) throws Exception {
    UUID device = ids.next();
    List<DeviceEvent> sent = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      Instant at = clock.instant();
      sent.add(new DeviceEvent(ids.next(), device, null, DeviceEventType.DEVICE_ONLINE, null, at));
    }
    List<UUID> announced = new CopyOnWriteArrayList<>();
    Consumer<List<StoredEvent>> listener =
        batch ->
            batch.stream()
                .map(StoredEvent::event)
                .filter(event -> device.equals(event.deviceId()))
                .forEach(event -> announced.add(event.uid()));
    feed.subscribe(listener);
    saboteur.failAt(failure, failure == Saboteur.Point.NEVER ? 0 : 2);
    try {
      publisher.publish(sent);
      await("announced " + failure, () -> announced.size() >= EVENTS);
      await("all failures to happen", () -> saboteur.failuresLeft() == 0);
      await("an empty outbox", () -> count("select count(*) from outbox") == 0);
    } finally {
      saboteur.failAt(Saboteur.Point.NEVER, 0);
      feed.unsubscribe(listener);
    }
    Set<UUID> expected = new HashSet<>();
    sent.forEach(event -> expected.add(event.uid()));
    assertEquals(expected, new HashSet<>(announced));
    assertEquals(EVENTS, announced.size(), "each is announced once");
    assertEquals(
        EVENTS, count("select count(*) from device_event where device_id = '" + device + "'"));
  }

  private long count(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      never.await(100, TimeUnit.MILLISECONDS);
    }
    assertTrue(condition.getAsBoolean(), "waited 60 s in vain for " + what);
  }
}
