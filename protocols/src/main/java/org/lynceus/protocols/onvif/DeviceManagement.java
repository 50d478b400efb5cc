package org.lynceus.protocols.onvif;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.xml.XmlElement;

/**
 * What is set on a device itself rather than on its pictures (ONVIF Core 8): clock, network, users,
 * restart. Texts of the device are cut at 100 characters.
 */
public final class DeviceManagement {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int MOST = 64;
  private final OnvifDevice device;

  public DeviceManagement(OnvifDevice device) {
    this.device = device;
  }

  /**
   * The device's clock and where it has its time from.
   *
   * @param ntp whether it asks time servers; else somebody sets it
   * @param zone POSIX zone, empty when not told
   * @param time null when not told
   */
  public record TimeSource(boolean ntp, String zone, @Nullable Instant time) {}

  /**
   * A network interface.
   *
   * @param token by which it is set
   * @param address with the length of its network, for example {@code 192.168.1.20/24}
   */
  public record NetworkCard(String token, String name, String mac, String address, boolean dhcp) {}

  /** An account of the device; level as the device writes it, for example Administrator. */
  public record DeviceUser(String name, String level) {}

  public TimeSource timeSource() throws OnvifException {
    XmlElement answer = call("GetSystemDateAndTime", "");
    return new TimeSource(
        answer.text("SystemDateAndTime", "DateTimeType").equals("NTP"),
        Told.limited(answer.text("SystemDateAndTime", "TimeZone", "TZ")),
        DeviceClock.time(answer).orElse(null));
  }

  /** Sets the clock by hand; the device's zone stays. */
  public void setTime(Instant time, String zone) throws OnvifException {
    ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
    call(
        "SetSystemDateAndTime",
        "<DateTimeType>Manual</DateTimeType><DaylightSavings>false</DaylightSavings>"
            + zone(zone)
            + "<UTCDateTime><tt:Time><tt:Hour>"
            + utc.getHour()
            + "</tt:Hour><tt:Minute>"
            + utc.getMinute()
            + "</tt:Minute><tt:Second>"
            + utc.getSecond()
            + "</tt:Second></tt:Time><tt:Date><tt:Year>"
            + utc.getYear()
            + "</tt:Year><tt:Month>"
            + utc.getMonthValue()
            + "</tt:Month><tt:Day>"
            + utc.getDayOfMonth()
            + "</tt:Day></tt:Date></UTCDateTime>");
    device.clockWasSet();
  }

  /** Lets the device ask a time server. */
  public void useTimeServer(String host, String zone) throws OnvifException {
    boolean number = IPV4.matcher(host).matches();
    call(
        "SetNTP",
        "<FromDHCP>false</FromDHCP><NTPManual><tt:Type>"
            + (number ? "IPv4" : "DNS")
            + "</tt:Type>"
            + Request.text(number ? "tt:IPv4Address" : "tt:DNSname", host)
            + "</NTPManual>");
    call(
        "SetSystemDateAndTime",
        "<DateTimeType>NTP</DateTimeType><DaylightSavings>false</DaylightSavings>" + zone(zone));
    device.clockWasSet();
  }

  private static String zone(String zone) {
    return zone.isEmpty() ? "" : "<TimeZone>" + Request.text("tt:TZ", zone) + "</TimeZone>";
  }

  /** The time servers the device names, those set by hand first. */
  public List<String> timeServers() throws OnvifException {
    XmlElement answer = call("GetNTP", "");
    return java.util.stream.Stream.concat(answer.below("NTPManual"), answer.below("NTPFromDHCP"))
        .flatMap(
            one ->
                Optional.of(one.text("DNSname"))
                    .filter(name -> !name.isEmpty())
                    .or(() -> Optional.of(one.text("IPv4Address")))
                    .stream())
        .filter(name -> !name.isEmpty())
        .map(Told::limited)
        .limit(8)
        .toList();
  }

  public String hostname() throws OnvifException {
    return Told.limited(call("GetHostname", "").text("HostnameInformation", "Name"));
  }

  public List<NetworkCard> network() throws OnvifException {
    return call("GetNetworkInterfaces", "")
        .all("NetworkInterfaces")
        .limit(MOST)
        .map(
            card -> {
              XmlElement config = card.first("IPv4", "Config").orElse(card);
              XmlElement address =
                  config.first("Manual").or(() -> config.first("FromDHCP")).orElse(config);
              boolean dhcp = config.text("DHCP").equals("true");
              if (dhcp) {
                address = config.first("FromDHCP").orElse(address);
              }
              String ip = address.text("Address");
              return new NetworkCard(
                  Told.limited(card.attribute("token")),
                  Told.limited(card.text("Info", "Name")),
                  Told.limited(card.text("Info", "HwAddress")),
                  Told.limited(ip.isEmpty() ? "" : ip + "/" + address.text("PrefixLength")),
                  dhcp);
            })
        .toList();
  }

  public String gateway() throws OnvifException {
    return Told.limited(call("GetNetworkDefaultGateway", "").text("NetworkGateway", "IPv4Address"));
  }

  public List<DeviceUser> users() throws OnvifException {
    return call("GetUsers", "")
        .all("User")
        .limit(MOST)
        .map(
            user ->
                new DeviceUser(
                    Told.limited(user.text("Username")), Told.limited(user.text("UserLevel"))))
        .toList();
  }

  /** Gives an account another password; its level stays. */
  public void setPassword(DeviceUser user, String password) throws OnvifException {
    call(
        "SetUser",
        "<User>"
            + Request.text("tt:Username", user.name())
            + Request.text("tt:Password", password)
            + Request.text("tt:UserLevel", user.level())
            + "</User>");
  }

  /** Restarts the device, which is away for a while. */
  public void reboot() throws OnvifException {
    call("SystemReboot", "");
  }

  private XmlElement call(String operation, String content) throws OnvifException {
    return device.call(Namespaces.DEVICE, operation, content);
  }
}
