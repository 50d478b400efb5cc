package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.rtsp.CameraTrust;
import org.lynceus.protocols.xml.XmlReader;

class OnvifClientTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Credentials RIGHT =
      new Credentials(ScriptedDevice.USER, ScriptedDevice.PASSWORD);
  private static final Credentials WRONG = new Credentials(ScriptedDevice.USER, "wrong");

  private ScriptedDevice device;

  @BeforeEach
  void start() throws IOException {
    device = new ScriptedDevice();
    device.answers.put("GetDeviceInformation", "<R><Model>M1</Model></R>");
  }

  @AfterEach
  void stop() {
    device.close();
  }

  private static OnvifClient client(URI address, Credentials credentials) {
    return client(address, credentials, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static OnvifClient client(URI address, Credentials credentials, Clock clock) {
    return new OnvifClient(
        new OnvifAddress(address),
        credentials,
        new CameraTrust(null),
        clock,
        new Random(1),
        Duration.ofSeconds(20));
  }

  private static String model(OnvifClient client) throws OnvifException {
    return client
        .call(client.address().service(), Namespaces.DEVICE, "GetDeviceInformation", "")
        .text("Model");
  }

  private static FaultCode refused(OnvifClient client) {
    return catchThrowableOfType(OnvifException.class, () -> model(client)).fault().code();
  }

  @Test
  void aTokenIsSignedOnTheDevicesClock() throws Exception {
    device.reported = NOW.plus(Duration.ofDays(400));
    device.checked = device.reported;
    OnvifClient client = client(device.address(), RIGHT);
    assertThat(model(client)).isEqualTo("M1");
    assertThat(client.clockOffset()).contains(Duration.ofDays(400));
    assertThat(device.presented).containsExactly("token");
  }

  @Test
  void aDeviceThatTellsItsLocalTimeAsUtcIsSignedOnTheTrueTimeAtTheSecondTry() throws Exception {
    device.reported = NOW.plus(Duration.ofHours(8));
    device.checked = NOW;
    assertThat(model(client(device.address(), RIGHT))).isEqualTo("M1");
    assertThat(device.presented).containsExactly("token", "token");
  }

  @Test
  void aDeviceWithoutAClockIsSignedOnTheDateOfItsAnswer() throws Exception {
    device.answers.put("GetSystemDateAndTime", "<Nothing/>");
    OnvifClient client = client(device.address(), RIGHT, Clock.systemUTC());
    device.checked = Instant.now();
    assertThat(model(client)).isEqualTo("M1");
  }

  @Test
  void aChallengeOfHttpIsAnsweredWithoutATokenAndRemembered() throws Exception {
    device.digest = true;
    OnvifClient client = client(device.address(), RIGHT);
    assertThat(model(client)).isEqualTo("M1");
    assertThat(model(client)).isEqualTo("M1");
    assertThat(device.presented).containsExactly("token", "digest", "digest");
  }

  @Test
  void aClockThatJumpedIsReadAgainAndNotTakenForMissingRights() throws Exception {
    OnvifClient client = client(device.address(), RIGHT);
    assertThat(model(client)).isEqualTo("M1");
    device.reported = NOW.plus(Duration.ofMinutes(10));
    device.checked = device.reported;
    assertThat(model(client)).isEqualTo("M1");
    assertThat(client.clockOffset()).contains(Duration.ofMinutes(10));
    assertThat(device.presented).containsExactly("token", "token", "token");
  }

  @Test
  void aClockThatJumpedBeforeAnythingWasAcceptedIsNotTakenForAWrongPassword() throws Exception {
    device.open = true;
    OnvifClient client = client(device.address(), RIGHT);
    client.call(client.address().service(), Namespaces.DEVICE, "GetServices", "");
    device.reported = NOW.plusSeconds(90);
    device.checked = device.reported;
    assertThat(model(client)).isEqualTo("M1");
  }

  @Test
  void aTokenThatWasLongOnItsWayIsSignedAnewAndNotTakenForAWrongPassword() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    InstantSource ticking = now::get;
    device.slowToken =
        () -> {
          device.slowToken = () -> {};
          Instant later = NOW.plusSeconds(6);
          now.set(later);
          device.reported = later;
          device.checked = later;
        };
    OnvifClient client = client(device.address(), RIGHT, ticking.withZone(ZoneOffset.UTC));
    assertThat(model(client)).isEqualTo("M1");
    assertThat(device.presented).containsExactly("token", "token");
  }

  @Test
  void aRejectedPasswordIsNeverPresentedAgain() {
    OnvifClient client = client(device.address(), WRONG);
    assertThat(refused(client)).isEqualTo(FaultCode.UNAUTHORIZED);
    assertThat(device.presented).containsExactly("token");
    assertThat(refused(client)).isEqualTo(FaultCode.UNAUTHORIZED);
    assertThat(device.presented).hasSize(1);
  }

  @Test
  void anOperationThatDevicesAnswerToEverybodyIsNoProofOfThePassword() throws Exception {
    device.open = true;
    OnvifClient client = client(device.address(), WRONG);
    client.call(client.address().service(), Namespaces.DEVICE, "GetServices", "");
    client.call(client.address().service(), Namespaces.DEVICE, "GetSystemDateAndTime", "");
    assertThat(refused(client)).isEqualTo(FaultCode.UNAUTHORIZED);
  }

  @Test
  void aRefusalAfterAcceptedCallsIsOneOfRights() throws Exception {
    OnvifClient client = client(device.address(), RIGHT);
    model(client);
    device.checked = Instant.EPOCH;
    assertThat(refused(client)).isEqualTo(FaultCode.FORBIDDEN);
    device.checked = NOW;
    assertThat(model(client)).isEqualTo("M1");
  }

  @Test
  void withoutCredentialsNothingIsPresented() {
    assertThat(refused(client(device.address(), null))).isEqualTo(FaultCode.UNAUTHORIZED);
    assertThat(device.presented).isEmpty();
  }

  @Test
  void aWebPageAnEndlessAnswerAndAnEntityBombAreToldApartFromOnvif() {
    device.answers.put("GetDeviceInformation", "!<html><body>Welcome</body></html>");
    assertThat(refused(client(device.address(), RIGHT))).isEqualTo(FaultCode.NOT_ONVIF);
    device.answers.put("GetDeviceInformation", "!" + "x".repeat(XmlReader.MOST_BYTES + 1));
    assertThat(refused(client(device.address(), RIGHT))).isEqualTo(FaultCode.MALFORMED);
    device.answers.put(
        "GetDeviceInformation",
        "!<!DOCTYPE a [<!ENTITY b 'bb'>]><Envelope><Body>&b;</Body></Envelope>");
    assertThat(refused(client(device.address(), RIGHT))).isEqualTo(FaultCode.NOT_ONVIF);
  }

  @Test
  void aClosedPortAndAnUnknownHostAreSaidSo() throws Exception {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertThat(refused(client(closed, RIGHT))).isEqualTo(FaultCode.REFUSED);
    assertThat(refused(client(URI.create("http://no-such-host.invalid"), RIGHT)))
        .isEqualTo(FaultCode.UNREACHABLE);
  }

  @Test
  void noFaultNamesThePassword() {
    OnvifException fault =
        catchThrowableOfType(
            OnvifException.class,
            () -> model(client(device.address(), new Credentials("admin", "very-secret"))));
    assertThat(fault).hasMessageNotContaining("very-secret");
    assertThat(fault.fault().text()).doesNotContain("very-secret");
  }
}
