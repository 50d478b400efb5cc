package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.Imaging.Amount;
import org.lynceus.protocols.onvif.Imaging.Level;
import org.lynceus.protocols.onvif.Imaging.Mode;
import org.lynceus.protocols.onvif.Imaging.Range;

/** Messages of live control as devices write them: outputs, picture, tours, what a head can do. */
class ControlMessagesTest {
  private static final String UNKNOWN =
      "<Fault><Code><Subcode><Value>ter:ActionNotSupported</Value></Subcode></Code></Fault>";
  private ScriptedDevice device;

  @BeforeEach
  void start() throws IOException {
    device = new ScriptedDevice();
    device.answers.put(
        "GetServices",
        "<R>"
            + ScriptedDevice.service(Namespaces.PTZ, "/ptz")
            + ScriptedDevice.service(Namespaces.MEDIA, "/media")
            + ScriptedDevice.service(Namespaces.IMAGING, "/imaging")
            + ScriptedDevice.service(Namespaces.DEVICE_IO, "/io")
            + "</R>");
  }

  @AfterEach
  void stop() {
    device.close();
  }

  @Test
  void outputsAreReadWithTheirModesAndNonsenseIsLeftOut() throws Exception {
    device.answers.put(
        "GetRelayOutputs",
        "<tds:GetRelayOutputsResponse xmlns:tds='t' xmlns:tt='s'>"
            + "<tds:RelayOutputs token='relay 1'><tt:Properties><tt:Mode>Bistable</tt:Mode><tt:DelayTime>PT0S</tt:DelayTime>"
            + "<tt:IdleState>closed</tt:IdleState></tt:Properties></tds:RelayOutputs>"
            + "<tds:RelayOutputs token='R2'><tt:Properties><tt:Mode>Monostable</tt:Mode><tt:DelayTime>PT1.5S</tt:DelayTime>"
            + "<tt:IdleState>open</tt:IdleState></tt:Properties></tds:RelayOutputs>"
            + "<tds:RelayOutputs token='R3'><tt:Properties><tt:Mode>Monostable</tt:Mode><tt:DelayTime>soon</tt:DelayTime>"
            + "</tt:Properties></tds:RelayOutputs><tds:RelayOutputs token=''/></tds:GetRelayOutputsResponse>");
    assertThat(new DeviceContacts(device.connected()).outputs())
        .containsExactly(
            new RelayOutput("relay 1", true, null, false),
            new RelayOutput("R2", false, 1.5, true),
            new RelayOutput("R3", false, null, true));
  }

  @Test
  void anOutputIsSwitchedByItsTokenWhateverCharactersItHas() throws Exception {
    device.answers.put("SetRelayOutputState", "<R/>");
    new DeviceContacts(device.connected()).set("a<b&c", true);
    assertThat(device.bodies.get("SetRelayOutputState"))
        .contains("<RelayOutputToken>a&lt;b&amp;c</RelayOutputToken>")
        .contains("<LogicalState>active</LogicalState>");
    assertThat(device.paths).containsEntry("SetRelayOutputState", "/onvif/device_service");
  }

  @Test
  void whereTheDeviceServiceKnowsNoOutputsDeviceIoIsAsked() throws Exception {
    device.answers.put("GetRelayOutputs", UNKNOWN);
    DeviceContacts contacts = new DeviceContacts(device.connected());
    org.assertj.core.api.Assertions.assertThatThrownBy(contacts::outputs)
        .isInstanceOf(OnvifException.class);
    assertThat(device.paths).containsEntry("GetRelayOutputs", "/io");
  }

  @Test
  void inputsAreTokensAndADeviceThatKnowsNoneHasNone() throws Exception {
    device.answers.put(
        "GetDigitalInputs", "<R><DigitalInputs token='in1' IdleState='open'/><DigitalInputs/></R>");
    assertThat(new DeviceContacts(device.connected()).inputs()).containsExactly("in1");
    device.answers.put("GetDigitalInputs", UNKNOWN);
    assertThat(new DeviceContacts(device.connected()).inputs()).isEmpty();
  }

  @Test
  void onlyWhatIsOfferedWithLimitsAndValueIsAPictureSetting() throws Exception {
    device.answers.put(
        "GetImagingSettings",
        "<R><ImagingSettings><Brightness>50</Brightness><ColorSaturation>40.5</ColorSaturation>"
            + "<Exposure><Mode>AUTO</Mode><Iris>-3</Iris></Exposure><Focus><AutoFocusMode>MANUAL</AutoFocusMode></Focus>"
            + "<IrCutFilter>AUTO</IrCutFilter><Sharpness>NaN</Sharpness></ImagingSettings></R>");
    device.answers.put(
        "GetOptions",
        "<R><ImagingOptions><Brightness><Min>0</Min><Max>100</Max></Brightness><Contrast><Min>0</Min><Max>9</Max></Contrast>"
            + "<ColorSaturation><Min>9</Min><Max>9</Max></ColorSaturation><Sharpness><Min>0</Min><Max>9</Max></Sharpness>"
            + "<Exposure><Mode>AUTO</Mode><Mode>MANUAL</Mode><Iris><Min>-20</Min><Max>0</Max></Iris></Exposure>"
            + "<Focus><AutoFocusModes>AUTO</AutoFocusModes><AutoFocusModes>MANUAL</AutoFocusModes></Focus>"
            + "<IrCutFilterModes>ON</IrCutFilterModes><IrCutFilterModes>o&lt;f</IrCutFilterModes></ImagingOptions></R>");
    device.answers.put(
        "GetMoveOptions",
        "<R><MoveOptions><Continuous><Speed><Min>-7</Min><Max>7</Max></Speed></Continuous></MoveOptions></R>");
    assertThat(new ImagingCommands(device.connected(), "V").read())
        .isEqualTo(
            new Imaging(
                Map.of(Level.BRIGHTNESS, new Amount(50, new Range(0, 100))),
                new Mode("AUTO", List.of("ON")),
                new Mode("MANUAL", List.of("AUTO", "MANUAL")),
                new Mode("AUTO", List.of("AUTO", "MANUAL")),
                new Amount(-3, new Range(-20, 0)),
                new Range(-7, 7)));
  }

  @Test
  void aChangeNamesOnlyWhatChangesInTheOrderOfTheSchema() throws Exception {
    device.answers.put("SetImagingSettings", "<R/>");
    new ImagingCommands(device.connected(), "V")
        .set(
            new Imaging.Change(
                Map.of(Level.SHARPNESS, 7.0, Level.BRIGHTNESS, 55.5), "OFF", null, "MANUAL", -2.0));
    assertThat(device.bodies.get("SetImagingSettings"))
        .contains(
            "<ImagingSettings><tt:Brightness>55.5000</tt:Brightness><tt:Exposure><tt:Mode>MANUAL</tt:Mode>"
                + "<tt:Iris>-2.0000</tt:Iris></tt:Exposure><tt:IrCutFilter>OFF</tt:IrCutFilter>"
                + "<tt:Sharpness>7.0000</tt:Sharpness></ImagingSettings><ForcePersistence>true</ForcePersistence>");
  }

  @Test
  void theFocusMovesAndStops() throws Exception {
    device.answers.put("Move", "<R/>");
    device.answers.put("Stop", "<R/>");
    ImagingCommands lens = new ImagingCommands(device.connected(), "V");
    lens.moveFocus(-0.5);
    lens.stopFocus();
    assertThat(device.bodies.get("Move"))
        .contains("<Focus><tt:Continuous><tt:Speed>-0.5000</tt:Speed></tt:Continuous></Focus>");
    assertThat(device.bodies.get("Stop")).contains("<VideoSourceToken>V</VideoSourceToken>");
  }

  @Test
  void aHeadSaysWhatItCanDoByTheNodeOfItsConfiguration() throws Exception {
    device.answers.put(
        "GetProfiles",
        "<R><Profiles token='P'><VideoSourceConfiguration><SourceToken>V</SourceToken></VideoSourceConfiguration>"
            + "<VideoEncoderConfiguration><Encoding>H264</Encoding></VideoEncoderConfiguration>"
            + "<PTZConfiguration token='c1'/></Profiles></R>");
    device.answers.put(
        "GetConfigurations",
        "<R><PTZConfiguration token='c1'><NodeToken>n2</NodeToken></PTZConfiguration></R>");
    device.answers.put(
        "GetNodes",
        "<R><PTZNode token='n1'/><PTZNode token='n2'><SupportedPTZSpaces><RelativePanTiltTranslationSpace>"
            + "<URI>http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov</URI>"
            + "<XRange><Min>-100</Min><Max>100</Max></XRange></RelativePanTiltTranslationSpace></SupportedPTZSpaces>"
            + "<HomeSupported>true</HomeSupported><AuxiliaryCommands>tt:Wiper|On</AuxiliaryCommands>"
            + "<AuxiliaryCommands/><Extension><SupportedPresetTour><MaximumNumberOfPresetTours>4</MaximumNumberOfPresetTours>"
            + "</SupportedPresetTour></Extension></PTZNode></R>");
    assertThat(device.connected().head(1))
        .isEqualTo(new PtzNode(List.of("tt:Wiper|On"), 4, true, 100.0, false));
  }

  @Test
  void aTurnInTheViewNamesItsSpaceAndLeavesTheZoomWhereItIs() throws Exception {
    device.answers.put("RelativeMove", "<R/>");
    new PtzCommands(device.connected(), "P").turnInView(0.25, -0.5, 0);
    assertThat(device.bodies.get("RelativeMove"))
        .contains(
            "<Translation><tt:PanTilt x=\"0.2500\" y=\"-0.5000\" space=\""
                + PtzNode.FOV
                + "\"/></Translation>");
  }

  @Test
  void aPositionOutsideTheGenericRangesIsNone() throws Exception {
    device.answers.put(
        "GetStatus",
        "<R><PTZStatus><Position><PanTilt x='0.5' y='-0.25'/><Zoom x='0.1'/></Position></PTZStatus></R>");
    assertThat(new PtzCommands(device.connected(), "P").position())
        .contains(new PtzPosition(0.5, -0.25, 0.1));
    device.answers.put(
        "GetStatus",
        "<R><PTZStatus><Position><PanTilt x='180' y='0'/><Zoom x='0.1'/></Position></PTZStatus></R>");
    assertThat(new PtzCommands(device.connected(), "P").position()).isEmpty();
    device.answers.put("GetStatus", "<R><PTZStatus/></R>");
    assertThat(new PtzCommands(device.connected(), "P").position()).isEmpty();
  }

  @Test
  void toursAreReadAndWrittenWithTheirStops() throws Exception {
    device.answers.put(
        "GetPresetTours",
        "<R><PresetTour token='t1'><Name>Night</Name><Status><State>Touring</State></Status><TourSpot>"
            + "<PresetDetail><PresetToken>p1</PresetToken></PresetDetail><Speed><PanTilt x='0.5' y='0.5'/></Speed>"
            + "<StayTime>PT12S</StayTime></TourSpot><TourSpot><PresetDetail><Home>true</Home></PresetDetail></TourSpot>"
            + "</PresetTour><PresetTour/></R>");
    PresetTour night =
        new PresetTour("t1", "Night", "Touring", List.of(new PresetTour.Stop("p1", 12, 0.5)));
    PresetTours tours = new PresetTours(device.connected(), "P");
    assertThat(tours.all()).containsExactly(night);
    device.answers.put("ModifyPresetTour", "<R/>");
    tours.modify(night);
    assertThat(device.bodies.get("ModifyPresetTour"))
        .contains("<PresetTour token=\"t1\"><tt:Name>Night</tt:Name>")
        .contains("<tt:PresetToken>p1</tt:PresetToken>")
        .contains("<tt:StayTime>PT12S</tt:StayTime>");
    device.answers.put("OperatePresetTour", "<R/>");
    tours.operate("t1", PresetTours.TourAct.PAUSE);
    assertThat(device.bodies.get("OperatePresetTour")).contains("<Operation>Pause</Operation>");
  }
}
