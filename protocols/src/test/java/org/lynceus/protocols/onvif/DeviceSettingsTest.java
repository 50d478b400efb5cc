package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.DeviceManagement.DeviceUser;

/** The messages by which accounts and network of a device are set, byte by byte. */
class DeviceSettingsTest {
  private static final String TDS =
      " xmlns=\"http://www.onvif.org/ver10/device/wsdl\" xmlns:tt=\"http://www.onvif.org/ver10/schema\">";
  private ScriptedDevice scripted;
  private OnvifDevice device;

  @BeforeEach
  void start() throws IOException, OnvifException {
    scripted = new ScriptedDevice();
    scripted.answers.put(
        "GetServices",
        "<GetServicesResponse><Service><Namespace>"
            + Namespaces.MEDIA
            + "</Namespace><XAddr>http:///m</XAddr></Service></GetServicesResponse>");
    device = scripted.connected();
  }

  @AfterEach
  void stop() {
    scripted.close();
  }

  private void sent(String operation, String content) {
    assertThat(scripted.bodies.get(operation))
        .contains("<s:Body><" + operation + TDS + content + "</" + operation + "></s:Body>");
  }

  @Test
  void accountsAreMadeChangedAndRemoved() throws Exception {
    DeviceAccounts accounts = new DeviceAccounts(device);
    accounts.create("guard", "a<b&c", "Operator");
    sent(
        "CreateUsers",
        "<User><tt:Username>guard</tt:Username><tt:Password>a&lt;b&amp;c</tt:Password>"
            + "<tt:UserLevel>Operator</tt:UserLevel></User>");
    accounts.set("guard", null, "User");
    sent(
        "SetUser",
        "<User><tt:Username>guard</tt:Username><tt:UserLevel>User</tt:UserLevel></User>");
    accounts.delete("guard");
    sent("DeleteUsers", "<Username>guard</Username>");
    new DeviceManagement(device).setPassword(new DeviceUser("admin", "Administrator"), "fresh");
    sent(
        "SetUser",
        "<User><tt:Username>admin</tt:Username><tt:Password>fresh</tt:Password>"
            + "<tt:UserLevel>Administrator</tt:UserLevel></User>");
  }

  @Test
  void theNetworkIsSetPartByPart() throws Exception {
    DeviceNetwork network = new DeviceNetwork(device);
    network.setHostname("gate-1");
    sent("SetHostname", "<Name>gate-1</Name>");
    network.setGateway("10.0.0.1");
    sent("SetNetworkDefaultGateway", "<IPv4Address>10.0.0.1</IPv4Address>");
    network.setNameServers(List.of("10.0.0.2", "10.0.0.3"));
    sent(
        "SetDNS",
        "<FromDHCP>false</FromDHCP><DNSManual><tt:Type>IPv4</tt:Type><tt:IPv4Address>10.0.0.2"
            + "</tt:IPv4Address></DNSManual><DNSManual><tt:Type>IPv4</tt:Type><tt:IPv4Address>"
            + "10.0.0.3</tt:IPv4Address></DNSManual>");
    scripted.answers.put("SetNetworkInterfaces", "<R><RebootNeeded>true</RebootNeeded></R>");
    assertThat(network.useAddress("eth0", "10.0.0.9", 24)).isTrue();
    sent(
        "SetNetworkInterfaces",
        "<InterfaceToken>eth0</InterfaceToken><NetworkInterface><tt:Enabled>true</tt:Enabled>"
            + "<tt:IPv4><tt:Enabled>true</tt:Enabled><tt:Manual><tt:Address>10.0.0.9</tt:Address>"
            + "<tt:PrefixLength>24</tt:PrefixLength></tt:Manual><tt:DHCP>false</tt:DHCP></tt:IPv4>"
            + "</NetworkInterface>");
    scripted.answers.put("SetNetworkInterfaces", "<R><RebootNeeded>false</RebootNeeded></R>");
    assertThat(network.useDhcp("eth0")).isFalse();
  }

  @Test
  void nameServersAreRead() throws Exception {
    scripted.answers.put(
        "GetDNS",
        "<R><DNSInformation><FromDHCP>true</FromDHCP><DNSFromDHCP><Type>IPv4</Type><IPv4Address>"
            + "10.0.0.2</IPv4Address></DNSFromDHCP></DNSInformation></R>");
    assertThat(new DeviceNetwork(device).nameServers()).containsExactly("10.0.0.2");
  }
}
