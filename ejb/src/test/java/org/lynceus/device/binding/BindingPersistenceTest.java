package org.lynceus.device.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.organisation.Site;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.Function;
import org.lynceus.user.Grant;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Role;
import org.lynceus.user.Scope;
import org.lynceus.user.ScopeIndex;

class BindingPersistenceTest {
  private static final UUID PANEL = new UUID(8, 1);
  private static final UUID OTHER = new UUID(8, 2);
  private static final UUID ONE = new UUID(8, 3);
  private static final UUID TWO = new UUID(8, 4);
  private static final UUID FOREIGN = new UUID(8, 5);
  private static final ResourcePart DOOR = ResourcePart.input(PANEL, "door");

  private final TestTransaction transaction = new TestTransaction();
  private final BindingService service = new BindingService();
  private final BindingQueries queries = new BindingQueries();
  private final List<AuditAct> noted = new ArrayList<>();
  private final Installer installer = new Installer();

  /** Somebody who may do everything, or only configure one device and its channels. */
  private static final class Installer extends Rights {
    private boolean whole = true;
    private final ScopeIndex index =
        new ScopeIndex.Builder()
            .device(PANEL, Site.ROOT)
            .device(OTHER, Site.ROOT)
            .channel(ONE, PANEL)
            .channel(TWO, PANEL)
            .channel(FOREIGN, OTHER)
            .build();

    @Override
    public Permits permits() {
      return Permits.of(
          List.of(
              new Role(
                  new UUID(8, 9),
                  "installer",
                  null,
                  Set.of(Function.DEVICE_CONFIGURE),
                  whole,
                  false,
                  whole ? List.of() : List.of(new Grant(Grant.Kind.DEVICE, PANEL, null)),
                  1)),
          index);
    }

    @Override
    public Scope visible() {
      return permits().visible();
    }

    @Override
    public void requireDevice(Function function, UUID device) {
      if (!permits().mayAtDevice(function, device)) {
        throw DomainException.notFound("device");
      }
    }

    @Override
    public void require(Function function, UUID channel) {
      if (!permits().mayAtChannel(function, channel)) {
        throw DomainException.notFound("channel");
      }
    }
  }

  /** Channels are those of the index. */
  private final class Known extends DeviceQueries {
    @Override
    public void requireChannels(Function function, Collection<UUID> ids) {
      ids.forEach(id -> installer.require(function, id));
    }
  }

  @BeforeEach
  void fill() throws Exception {
    TestTransaction.inject(service, "database", transaction.database());
    TestTransaction.inject(service, "rights", installer);
    TestTransaction.inject(service, "devices", new Known());
    TestTransaction.inject(
        service,
        "audit",
        new AuditLog() {
          @Override
          public void note(AuditAct act) {
            noted.add(act);
          }
        });
    TestTransaction.inject(queries, "database", transaction.database());
    TestTransaction.inject(queries, "rights", installer);
    transaction.execute("delete from device");
    for (UUID device : List.of(PANEL, OTHER)) {
      transaction.execute(
          "insert into device (id, name, url, created_at, version) values ('"
              + device
              + "', 'Panel', 'http://10.0.0.1/', now(), 1)");
    }
    int number = 1;
    for (UUID channel : List.of(ONE, TWO, FOREIGN)) {
      transaction.execute(
          "insert into channel (id, device_id, number, name, video_codec, version) values ('"
              + channel
              + "', '"
              + (channel.equals(FOREIGN) ? OTHER : PANEL)
              + "', "
              + number++
              + ", 'Camera', 'H264', 1)");
    }
  }

  @AfterEach
  void empty() throws Exception {
    transaction.execute("delete from device");
  }

  private void bind(UUID... channels) throws Exception {
    transaction.run(
        () -> {
          service.bindInput(PANEL, "door", List.of(channels));
          return true;
        });
  }

  private List<UUID> bound() throws Exception {
    return transaction.run(() -> queries.cameras(DOOR).stream().map(BoundCamera::channel).toList());
  }

  @Test
  void camerasStayInTheirOrderAndAreReplaced() throws Exception {
    bind(TWO, FOREIGN, ONE);
    assertThat(bound()).containsExactly(TWO, FOREIGN, ONE);
    bind(ONE, ONE);
    assertThat(bound()).containsExactly(ONE);
    assertThat(noted).hasSize(2);
    assertThat(noted.get(1).before().toString()).contains(FOREIGN.toString());
  }

  @Test
  void whatOneMayNotConfigureIsNeitherBoundNorToldNorTakenAway() throws Exception {
    bind(FOREIGN, ONE);
    installer.whole = false;
    assertThat(bound()).containsExactly(ONE);
    assertThatThrownBy(() -> bind(FOREIGN)).isInstanceOf(DomainException.class);
    bind(TWO);
    assertThat(bound()).containsExactly(TWO);
    installer.whole = true;
    assertThat(bound()).containsExactly(TWO, FOREIGN);
  }

  @Test
  void whatIsRemovedTakesItsBindingsWithIt() throws Exception {
    bind(ONE, FOREIGN);
    transaction.execute("delete from device where id = '" + OTHER + "'");
    assertThat(bound()).containsExactly(ONE);
    transaction.execute("delete from device where id = '" + PANEL + "'");
    assertThat(transaction.count("select count(*) from bound_camera")).isZero();
  }

  @Test
  void aDeviceThatIsGoneAndANameThatIsNoneAreRefused() {
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> {
                      service.bindInput(new UUID(8, 99), "door", List.of());
                      return true;
                    }))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> {
                      service.bindInput(PANEL, " ", List.of());
                      return true;
                    }))
        .isInstanceOf(DomainException.class);
  }
}
