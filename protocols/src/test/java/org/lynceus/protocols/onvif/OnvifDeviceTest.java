package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnvifDeviceTest {
  private static final String MEDIA1_PROFILES =
      "<trt:GetProfilesResponse xmlns:trt='http://www.onvif.org/ver10/media/wsdl' xmlns:tt='http://www.onvif.org/ver10/schema'>"
          + "<trt:Profiles token='P1' fixed='true'><tt:Name>mainStream</tt:Name>"
          + "<tt:VideoEncoderConfiguration token='V1'><tt:Encoding>H264</tt:Encoding><tt:Resolution>"
          + "<tt:Width>1920</tt:Width><tt:Height>1080</tt:Height></tt:Resolution></tt:VideoEncoderConfiguration>"
          + "<tt:VideoSourceConfiguration token='S1'><tt:SourceToken>VS1</tt:SourceToken></tt:VideoSourceConfiguration>"
          + "<tt:PTZConfiguration token='Z1'/></trt:Profiles>"
          + "<trt:Profiles token='P2'><tt:Name>audioOnly</tt:Name></trt:Profiles></trt:GetProfilesResponse>";
  private static final String MEDIA2_PROFILES =
      "<tr2:GetProfilesResponse xmlns:tr2='http://www.onvif.org/ver20/media/wsdl' xmlns:tt='http://www.onvif.org/ver10/schema'>"
          + "<tr2:Profiles token='Q1'><tr2:Name>main</tr2:Name><tr2:Configurations>"
          + "<tr2:VideoSource token='S1'><tt:SourceToken>VS1</tt:SourceToken></tr2:VideoSource>"
          + "<tr2:VideoEncoder token='V1'><tt:Encoding>H265</tt:Encoding><tt:Resolution><tt:Width>2560</tt:Width>"
          + "<tt:Height>1440</tt:Height></tt:Resolution></tr2:VideoEncoder></tr2:Configurations></tr2:Profiles>"
          + "</tr2:GetProfilesResponse>";

  private ScriptedDevice device;

  @BeforeEach
  void start() throws IOException {
    device = new ScriptedDevice();
  }

  @AfterEach
  void stop() {
    device.close();
  }

  @Test
  void media2IsPreferredAndItsProfilesNameSourceCodecAndSize() throws Exception {
    device.answers.put(
        "GetServices",
        "<R>"
            + ScriptedDevice.service(Namespaces.MEDIA, "http://10.1.1.1/onvif/media")
            + ScriptedDevice.service(Namespaces.MEDIA2, "http://10.1.1.1/onvif/media2")
            + "</R>");
    device.answers.put("GetProfiles", MEDIA2_PROFILES);
    device.answers.put("GetStreamUri", "<R><Uri>rtsp://10.1.1.1:554/main</Uri></R>");
    OnvifDevice connected = device.connected();
    assertThat(connected.profiles())
        .containsExactly(new MediaProfile("Q1", "main", "VS1", "S1", "H265", 2560, 1440, "", "V1"));
    assertThat(connected.streamUri("Q1")).hasToString("rtsp://127.0.0.1:554/main");
  }

  @Test
  void aDeviceThatDoesNotKnowGetServicesIsAskedForItsCapabilities() throws Exception {
    device.answers.put(
        "GetServices",
        "<Fault><Code><Subcode><Value>ter:ActionNotSupported</Value></Subcode></Code></Fault>");
    device.answers.put(
        "GetCapabilities",
        "<R><Capabilities><Media><XAddr>http:///onvif/media</XAddr></Media>"
            + "<PTZ><XAddr>http://10.1.1.1/onvif/ptz</XAddr></PTZ></Capabilities></R>");
    device.answers.put("GetProfiles", MEDIA1_PROFILES);
    OnvifDevice connected = device.connected();
    assertThat(connected.has(Namespaces.PTZ)).isTrue();
    assertThat(connected.has(Namespaces.MEDIA2)).isFalse();
    assertThat(connected.profiles())
        .containsExactly(
            new MediaProfile("P1", "mainStream", "VS1", "S1", "H264", 1920, 1080, "Z1", "V1"));
  }

  @Test
  void aServiceTheDeviceLacksIsToldWithoutAskingIt() throws Exception {
    device.answers.put(
        "GetServices", "<R>" + ScriptedDevice.service(Namespaces.MEDIA, "/m") + "</R>");
    OnvifException fault =
        catchThrowableOfType(
            OnvifException.class, () -> new PtzCommands(device.connected(), "P1").stop());
    assertThat(fault.unsupported()).isTrue();
  }

  @Test
  void presetsAreReadWithTheirNames() throws Exception {
    device.answers.put(
        "GetServices",
        "<R>"
            + ScriptedDevice.service(Namespaces.PTZ, "/ptz")
            + ScriptedDevice.service(Namespaces.MEDIA, "/m")
            + "</R>");
    device.answers.put(
        "GetPresets",
        "<R><Preset token='1'><Name>Gate</Name></Preset><Preset token='2'/><Preset/></R>");
    assertThat(new PtzCommands(device.connected(), "P1").presets())
        .containsExactly(new PtzPreset("1", "Gate"), new PtzPreset("2", ""));
  }
}
