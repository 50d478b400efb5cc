package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.DeviceManagement.DeviceUser;
import org.lynceus.protocols.onvif.DeviceManagement.NetworkCard;

class DeviceManagementTest {
  private ScriptedDevice device;

  @BeforeEach
  void start() throws IOException {
    device = new ScriptedDevice();
    device.answers.put(
        "GetServices",
        "<GetServicesResponse><Service><Namespace>"
            + Namespaces.MEDIA
            + "</Namespace><XAddr>http:///m</XAddr></Service></GetServicesResponse>");
  }

  @AfterEach
  void stop() {
    device.close();
  }

  private DeviceManagement management() throws OnvifException {
    return new DeviceManagement(device.connected());
  }

  @Test
  void theAddressInUseIsTheOneByDhcpWhereDhcpIsOn() throws Exception {
    device.answers.put(
        "GetNetworkInterfaces",
        "<R><NetworkInterfaces token='e'><Info><Name>eth0</Name><HwAddress>00:11</HwAddress></Info><IPv4><Config>"
            + "<Manual><Address>192.168.0.9</Address><PrefixLength>24</PrefixLength></Manual>"
            + "<FromDHCP><Address>10.0.0.9</Address><PrefixLength>16</PrefixLength></FromDHCP>"
            + "<DHCP>true</DHCP></Config></IPv4></NetworkInterfaces></R>");
    assertThat(management().network())
        .containsExactly(new NetworkCard("e", "eth0", "00:11", "10.0.0.9/16", true));
  }

  @Test
  void accountsAndTimeServersAreReadAndTextsAreBounded() throws Exception {
    device.answers.put(
        "GetUsers",
        "<R><User><Username>admin</Username><UserLevel>Administrator</UserLevel></User><User><Username>"
            + "x".repeat(500)
            + "</Username><UserLevel>User</UserLevel></User></R>");
    device.answers.put(
        "GetNTP",
        "<R><NTPInformation><FromDHCP>false</FromDHCP><NTPManual><Type>IPv4</Type>"
            + "<IPv4Address>10.0.0.1</IPv4Address></NTPManual></NTPInformation></R>");
    assertThat(management().users())
        .containsExactly(
            new DeviceUser("admin", "Administrator"), new DeviceUser("x".repeat(100), "User"));
    assertThat(management().timeServers()).containsExactly("10.0.0.1");
  }
}
