package org.lynceus.protocols.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WsDiscoveryTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private static String match(String uuid) {
    return "<Envelope><Body><ProbeMatches><ProbeMatch><EndpointReference><Address>urn:uuid:"
        + uuid
        + "</Address></EndpointReference><Types>dn:NetworkVideoTransmitter</Types><XAddrs>"
        + "http://127.0.0.1:81/onvif/device_service</XAddrs></ProbeMatch></ProbeMatches></Body></Envelope>";
  }

  /** Answers each datagram with fixed texts and remembers what was asked. */
  private static List<String> answering(DatagramSocket socket, String... answers) {
    List<String> asked = new CopyOnWriteArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  DatagramPacket packet = new DatagramPacket(new byte[9000], 9000);
                  socket.receive(packet);
                  asked.add(
                      new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
                  for (String answer : answers) {
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                  }
                }
              } catch (IOException closed) {
                // The test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return asked;
  }

  @Test
  void aDeviceIsToldOnceThoughItAnswersEveryProbeAndGarbageIsPassedOver() throws Exception {
    try (DatagramSocket device = new DatagramSocket(0, LOOPBACK)) {
      List<String> asked =
          answering(device, "garbage", "<!DOCTYPE x><x/>", match("one"), match("two"));
      List<FoundDevice> found = new ArrayList<>();
      new WsDiscovery(new Random(1))
          .search(
              List.of(),
              List.of(new InetSocketAddress(LOOPBACK, device.getLocalPort())),
              Duration.ofSeconds(20),
              () -> asked.size() < 9,
              found::add);
      assertThat(found)
          .extracting(FoundDevice::key)
          .containsExactlyInAnyOrder("urn:uuid:one", "urn:uuid:two");
      assertThat(String.join("\n", asked))
          .contains("dn:NetworkVideoTransmitter", "tds:Device", "<d:Probe></d:Probe>")
          .doesNotContain("Password");
    }
  }

  @Test
  void probesReachTheGroupThroughAChosenInterface() throws Exception {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(LOOPBACK);
    try (MulticastSocket device = new MulticastSocket(0)) {
      InetSocketAddress group =
          new InetSocketAddress(WsDiscovery.GROUP.getAddress(), device.getLocalPort());
      boolean joined = true;
      try {
        device.joinGroup(group, loopback);
      } catch (IOException e) {
        joined = false;
      }
      assumeTrue(joined, "this system has no multicast on its loopback interface");
      answering(device, match("by-multicast"));
      List<FoundDevice> found = new ArrayList<>();
      new WsDiscovery(group, new Random(2))
          .search(
              List.of(loopback),
              List.of(),
              Duration.ofSeconds(20),
              () -> found.isEmpty(),
              found::add);
      assertThat(found).extracting(FoundDevice::key).containsExactly("urn:uuid:by-multicast");
    }
  }
}
