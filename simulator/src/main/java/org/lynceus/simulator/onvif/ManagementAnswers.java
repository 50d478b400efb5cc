package org.lynceus.simulator.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The device service's answers about clock, network, users and restart; null: not known here. */
final class ManagementAnswers {
  private final AccountAnswers accounts;

  ManagementAnswers(AccountAnswers accounts) {
    this.accounts = accounts;
  }

  @Nullable String answer(OnvifCamera camera, SoapRequest request) {
    return switch (request.operation()) {
      case "SetSystemDateAndTime" -> setTime(camera, request);
      case "SetNTP" -> {
        String name = request.text("DNSname");
        camera.timeServer = name.isEmpty() ? request.text("IPv4Address") : name;
        yield "";
      }
      case "GetNTP" ->
          "<tds:NTPInformation><tt:FromDHCP>false</tt:FromDHCP>"
              + (camera.timeServer.isEmpty()
                  ? ""
                  : "<tt:NTPManual><tt:Type>DNS</tt:Type><tt:DNSname>"
                      + camera.timeServer
                      + "</tt:DNSname></tt:NTPManual>")
              + "</tds:NTPInformation>";
      case "GetHostname" ->
          "<tds:HostnameInformation><tt:FromDHCP>false</tt:FromDHCP><tt:Name>"
              + camera.hostname
              + "</tt:Name></tds:HostnameInformation>";
      case "GetNetworkInterfaces" -> network(camera);
      case "GetNetworkDefaultGateway" ->
          "<tds:NetworkGateway><tt:IPv4Address>"
              + camera.gateway
              + "</tt:IPv4Address></tds:NetworkGateway>";
      case "GetDNS" ->
          "<tds:DNSInformation><tt:FromDHCP>false</tt:FromDHCP>"
              + (camera.nameServer.isEmpty()
                  ? ""
                  : "<tt:DNSManual><tt:Type>IPv4</tt:Type><tt:IPv4Address>"
                      + camera.nameServer
                      + "</tt:IPv4Address></tt:DNSManual>")
              + "</tds:DNSInformation>";
      case "StartFirmwareUpgrade" ->
          "<tds:UploadUri>"
              + camera.address("firmware")
              + "</tds:UploadUri><tds:UploadDelay>PT0S</tds:UploadDelay>"
              + "<tds:ExpectedDownTime>PT3S</tds:ExpectedDownTime>";
      case "SystemReboot" -> {
        camera.reboots.incrementAndGet();
        yield "<tds:Message>Restarting</tds:Message>";
      }
      default -> network(camera, request);
    };
  }

  private @Nullable String network(OnvifCamera camera, SoapRequest request) {
    return switch (request.operation()) {
      case "SetHostname" -> {
        camera.hostname = request.text("Name");
        yield "";
      }
      case "SetDNS" -> {
        camera.nameServer = request.text("IPv4Address");
        yield "";
      }
      case "SetNetworkDefaultGateway" -> {
        camera.gateway = request.text("IPv4Address");
        yield "";
      }
      case "SetNetworkInterfaces" -> {
        camera.dhcp = request.text("DHCP").equals("true");
        camera.inside = camera.dhcp ? camera.inside : request.text("Address");
        yield "<tds:RebootNeeded>true</tds:RebootNeeded>";
      }
      default -> accounts.answer(camera, request);
    };
  }

  private static @Nullable String setTime(OnvifCamera camera, SoapRequest request) {
    if (request.text("DateTimeType").equals("NTP")) {
      camera.ntp = true;
      camera.skew = Duration.ZERO;
      return "";
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(request, "Year"),
              number(request, "Month"),
              number(request, "Day"),
              number(request, "Hour"),
              number(request, "Minute"),
              number(request, "Second"));
      camera.ntp = false;
      camera.skew =
          camera.skew.plus(Duration.between(camera.now(), time.toInstant(ZoneOffset.UTC)));
      return "";
    } catch (DateTimeException | NumberFormatException nonsense) {
      return null;
    }
  }

  private static int number(SoapRequest request, String name) {
    return Integer.parseInt(request.text(name));
  }

  private static String network(OnvifCamera camera) {
    return ("<tds:NetworkInterfaces token=\"eth0\"><tt:Enabled>true</tt:Enabled><tt:Info><tt:Name>eth0</tt:Name>"
            + "<tt:HwAddress>02:00:00:00:00:%02x</tt:HwAddress><tt:MTU>1500</tt:MTU></tt:Info><tt:IPv4><tt:Enabled>true</tt:Enabled>"
            + "<tt:Config><tt:Manual><tt:Address>%s</tt:Address><tt:PrefixLength>24</tt:PrefixLength></tt:Manual>"
            + "<tt:DHCP>%b</tt:DHCP></tt:Config></tt:IPv4></tds:NetworkInterfaces>")
        .formatted(camera.number & 0xFF, camera.inside, camera.dhcp);
  }
}
