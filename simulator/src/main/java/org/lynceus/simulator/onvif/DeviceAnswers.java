package org.lynceus.simulator.onvif;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The device and media services' answers; null: the operation is not known. */
final class DeviceAnswers {
  private final String streams;
  private final ManagementAnswers management;

  /**
   * Answers for one server.
   *
   * @param streams for example {@code rtsp://127.0.0.1:8554}
   * @param accounts those of the cameras
   */
  DeviceAnswers(String streams, AccountAnswers accounts) {
    this.streams = streams;
    this.management = new ManagementAnswers(accounts);
  }

  @Nullable String device(OnvifCamera camera, SoapRequest request) {
    return switch (request.operation()) {
      case "GetSystemDateAndTime" ->
          camera.has(Quirk.NO_TIME) ? "" : time(camera.told(), camera.ntp);
      case "GetDeviceInformation" ->
          "<tds:Manufacturer>Lynceus</tds:Manufacturer><tds:Model>Simulated camera</tds:Model>"
              + "<tds:FirmwareVersion>"
              + camera.firmware
              + "</tds:FirmwareVersion><tds:SerialNumber>SIM"
              + String.format("%06d", camera.number)
              + "</tds:SerialNumber><tds:HardwareId>1</tds:HardwareId>";
      case "GetServices" -> camera.has(Quirk.NO_GET_SERVICES) ? null : services(camera);
      case "GetCapabilities" ->
          "<tds:Capabilities><tt:Device><tt:XAddr>"
              + camera.address("device_service")
              + "</tt:XAddr></tt:Device><tt:Media><tt:XAddr>"
              + camera.address("media")
              + "</tt:XAddr></tt:Media><tt:Events><tt:XAddr>"
              + camera.address("events")
              + "</tt:XAddr></tt:Events><tt:PTZ><tt:XAddr>"
              + camera.address("ptz")
              + "</tt:XAddr></tt:PTZ></tds:Capabilities>";
      case "GetScopes" ->
          "<tds:Scopes><tt:ScopeDef>Fixed</tt:ScopeDef><tt:ScopeItem>onvif://www.onvif.org/Profile/T"
              + "</tt:ScopeItem></tds:Scopes>";
      case "GetRelayOutputs", "SetRelayOutputState" ->
          camera.has(Quirk.RELAYS_AT_DEVICE_IO) ? null : camera.relays.answer("tds", request);
      default -> management.answer(camera, request);
    };
  }

  private String services(OnvifCamera camera) {
    return service(camera, "http://www.onvif.org/ver10/device/wsdl", "device_service")
        + service(camera, "http://www.onvif.org/ver10/media/wsdl", "media")
        + (camera.has(Quirk.NO_MEDIA2)
            ? ""
            : service(camera, "http://www.onvif.org/ver20/media/wsdl", "media2"))
        + service(camera, "http://www.onvif.org/ver20/ptz/wsdl", "ptz")
        + (camera.has(Quirk.NO_IMAGING)
            ? ""
            : service(camera, "http://www.onvif.org/ver20/imaging/wsdl", "imaging"))
        + service(camera, "http://www.onvif.org/ver10/deviceIO/wsdl", "deviceio")
        + service(camera, "http://www.onvif.org/ver10/events/wsdl", "events");
  }

  private String service(OnvifCamera camera, String namespace, String path) {
    return "<tds:Service><tds:Namespace>%s</tds:Namespace><tds:XAddr>%s</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version></tds:Service>"
        .formatted(namespace, camera.address(path));
  }

  private static String time(Instant now, boolean ntp) {
    ZonedDateTime at = now.atZone(ZoneOffset.UTC);
    return ("<tds:SystemDateAndTime><tt:DateTimeType>%s</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>"
            + "<tt:TimeZone><tt:TZ>UTC0</tt:TZ></tt:TimeZone><tt:UTCDateTime><tt:Time><tt:Hour>%d</tt:Hour>"
            + "<tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second></tt:Time><tt:Date><tt:Year>%d</tt:Year>"
            + "<tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime>")
        .formatted(
            ntp ? "NTP" : "Manual",
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth());
  }

  @Nullable String media(OnvifCamera camera, SoapRequest request, boolean second) {
    return switch (request.operation()) {
      case "GetProfiles" ->
          second
              ? profile2(camera, "main") + profile2(camera, "sub")
              : profile1(camera, "main") + profile1(camera, "sub");
      case "GetVideoSources" -> videoSource(camera, second ? "tr2" : "trt");
      case "GetStreamUri" -> {
        String uri = stream(camera, request.text("ProfileToken"));
        yield second
            ? "<tr2:Uri>" + uri + "</tr2:Uri>"
            : "<trt:MediaUri><tt:Uri>"
                + uri
                + "</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect>"
                + "<tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></trt:MediaUri>";
      }
      default -> {
        String encoder = EncoderAnswers.answer(camera, request, second);
        yield encoder == null ? OverlayAnswers.answer(camera, request, second) : encoder;
      }
    };
  }

  private static String videoSource(OnvifCamera camera, String prefix) {
    return ("<%1$s:VideoSources token=\"video\"><tt:Framerate>25</tt:Framerate><tt:Resolution><tt:Width>%2$d</tt:Width>"
            + "<tt:Height>%3$d</tt:Height></tt:Resolution></%1$s:VideoSources>")
        .formatted(prefix, camera.width, camera.height);
  }

  private String stream(OnvifCamera camera, String profile) {
    String path = "/camera/" + camera.number + (profile.equals("sub") ? "/sub" : "");
    return camera.has(Quirk.INNER_HOST)
        ? "rtsp://192.168.1.108" + streams.substring(streams.lastIndexOf(':')) + path
        : streams + path;
  }

  private static String profile2(OnvifCamera camera, String token) {
    return ("<tr2:Profiles token=\"%s\" fixed=\"true\"><tr2:Name>%s</tr2:Name><tr2:Configurations>"
            + "<tr2:VideoSource token=\"vsc\"><tt:Name>v</tt:Name><tt:UseCount>2</tt:UseCount><tt:SourceToken>video</tt:SourceToken>"
            + "<tt:Bounds x=\"0\" y=\"0\" width=\"%d\" height=\"%d\"/></tr2:VideoSource>%s"
            + "<tr2:PTZ token=\"ptz\"><tt:Name>p</tt:Name><tt:UseCount>2</tt:UseCount><tt:NodeToken>node</tt:NodeToken></tr2:PTZ>"
            + "</tr2:Configurations></tr2:Profiles>")
        .formatted(
            token,
            token,
            camera.width,
            camera.height,
            EncoderAnswers.second(camera, "enc-" + token, "tr2:VideoEncoder"));
  }

  private static String profile1(OnvifCamera camera, String token) {
    return ("<trt:Profiles token=\"%s\" fixed=\"true\"><tt:Name>%s</tt:Name>"
            + "<tt:VideoSourceConfiguration token=\"vsc\"><tt:Name>v</tt:Name><tt:UseCount>2</tt:UseCount><tt:SourceToken>video</tt:SourceToken>"
            + "<tt:Bounds x=\"0\" y=\"0\" width=\"%d\" height=\"%d\"/></tt:VideoSourceConfiguration>%s"
            + "<tt:PTZConfiguration token=\"ptz\"><tt:Name>p</tt:Name><tt:UseCount>2</tt:UseCount><tt:NodeToken>node</tt:NodeToken></tt:PTZConfiguration>"
            + "</trt:Profiles>")
        .formatted(
            token,
            token,
            camera.width,
            camera.height,
            EncoderAnswers.first(camera, "enc-" + token, "tt:VideoEncoderConfiguration"));
  }
}
