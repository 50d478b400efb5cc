package org.lynceus.protocols.onvif;

import java.util.List;
import java.util.stream.Stream;

/** The network of a device (ONVIF Core 8.2), IPv4. */
public final class DeviceNetwork {
  private final OnvifDevice device;

  public DeviceNetwork(OnvifDevice device) {
    this.device = device;
  }

  public void setHostname(String name) throws OnvifException {
    device.call(Namespaces.DEVICE, "SetHostname", Request.text("Name", name));
  }

  public void setGateway(String address) throws OnvifException {
    device.call(
        Namespaces.DEVICE, "SetNetworkDefaultGateway", Request.text("IPv4Address", address));
  }

  /** The name servers the device names, those set by hand first; at most eight. */
  public List<String> nameServers() throws OnvifException {
    var answer = device.call(Namespaces.DEVICE, "GetDNS", "");
    return Stream.concat(answer.below("DNSManual"), answer.below("DNSFromDHCP"))
        .map(one -> Told.limited(one.text("IPv4Address")))
        .filter(address -> !address.isEmpty())
        .limit(8)
        .toList();
  }

  /** Sets the name servers by hand. */
  public void setNameServers(List<String> addresses) throws OnvifException {
    StringBuilder content = new StringBuilder("<FromDHCP>false</FromDHCP>");
    for (String address : addresses) {
      content
          .append("<DNSManual><tt:Type>IPv4</tt:Type>")
          .append(Request.text("tt:IPv4Address", address))
          .append("</DNSManual>");
    }
    device.call(Namespaces.DEVICE, "SetDNS", content.toString());
  }

  /** Lets an interface ask for its address; whether the device must be restarted. */
  public boolean useDhcp(String token) throws OnvifException {
    return set(token, "<tt:DHCP>true</tt:DHCP>");
  }

  /**
   * Gives an interface an address; whether the device must be restarted. It may answer at the new
   * address at once.
   *
   * @param prefix length of the network, 1 to 30
   */
  public boolean useAddress(String token, String address, int prefix) throws OnvifException {
    return set(
        token,
        "<tt:Manual>"
            + Request.text("tt:Address", address)
            + Request.text("tt:PrefixLength", Integer.toString(prefix))
            + "</tt:Manual><tt:DHCP>false</tt:DHCP>");
  }

  private boolean set(String token, String ipv4) throws OnvifException {
    return device
        .call(
            Namespaces.DEVICE,
            "SetNetworkInterfaces",
            Request.text("InterfaceToken", token)
                + "<NetworkInterface><tt:Enabled>true</tt:Enabled><tt:IPv4><tt:Enabled>true"
                + "</tt:Enabled>"
                + ipv4
                + "</tt:IPv4></NetworkInterface>")
        .text("RebootNeeded")
        .equals("true");
  }
}
