package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.onvif.Overlay.Content;

/** Messages about texts in the picture as devices write them. */
class OverlayMessagesTest {
  private ScriptedDevice device;

  @BeforeEach
  void start() throws IOException {
    device = new ScriptedDevice();
  }

  @AfterEach
  void stop() {
    device.close();
  }

  private static final String OSDS =
      "<tr2:R xmlns:tr2='m' xmlns:tt='s'><tr2:OSDs token='o1'><tt:VideoSourceConfigurationToken>vsc</tt:VideoSourceConfigurationToken>"
          + "<tt:Type>Text</tt:Type><tt:Position><tt:Type>Custom</tt:Type><tt:Pos x='-0.5' y='0.9'/></tt:Position><tt:TextString>"
          + "<tt:Type>Plain</tt:Type><tt:FontSize>24</tt:FontSize><tt:FontColor Transparent='1'><tt:Color X='1' Y='0' Z='0'/>"
          + "<tt:Extension><tt:Any/></tt:Extension></tt:FontColor><tt:PlainText>Gate &lt;1&gt;</tt:PlainText></tt:TextString></tr2:OSDs>"
          + "<tr2:OSDs token='o2'><tt:Type>Text</tt:Type><tt:Position><tt:Type>UpperRight</tt:Type></tt:Position><tt:TextString>"
          + "<tt:Type>DateAndTime</tt:Type><tt:DateFormat>yyyy-MM-dd</tt:DateFormat><tt:TimeFormat>HH:mm:ss</tt:TimeFormat></tt:TextString></tr2:OSDs>"
          + "<tr2:OSDs token='o3'><tt:Type>Image</tt:Type><tt:Position><tt:Type>Elsewhere</tt:Type></tt:Position></tr2:OSDs>"
          + "<tr2:OSDs token='o4'><tt:VideoSourceConfigurationToken>another</tt:VideoSourceConfigurationToken></tr2:OSDs><tr2:OSDs/></tr2:R>";

  private static Content plain(String text) {
    return new Content(
        OverlayKind.PLAIN, text, OverlayPosition.LOWER_LEFT, null, null, null, null, null);
  }

  @Test
  void textsOfThisSourceAreReadWithTheirPlaces() throws Exception {
    device.answers.put("GetOSDs", OSDS);
    assertThat(new OverlayCommands(device.connectedTo(Namespaces.MEDIA2), "vsc").all())
        .containsExactly(
            new Overlay(
                "o1",
                new Content(
                    OverlayKind.PLAIN,
                    "Gate <1>",
                    OverlayPosition.CUSTOM,
                    -0.5,
                    0.9,
                    24,
                    null,
                    null)),
            new Overlay(
                "o2",
                new Content(
                    OverlayKind.DATE_AND_TIME,
                    "",
                    OverlayPosition.UPPER_RIGHT,
                    null,
                    null,
                    null,
                    "yyyy-MM-dd",
                    "HH:mm:ss")),
            new Overlay(
                "o3",
                new Content(
                    OverlayKind.OTHER, "", OverlayPosition.CUSTOM, null, null, null, null, null)));
    assertThat(device.bodies.get("GetOSDs"))
        .contains("<ConfigurationToken>vsc</ConfigurationToken>");
  }

  @Test
  void whatMayBeWrittenIsBoundedAndKnown() throws Exception {
    device.answers.put(
        "GetOSDOptions",
        "<R><OSDOptions><MaximumNumberOfOSDs Total='900' PlainText='2' Date='x'/><Type>Text</Type><Type>Image</Type>"
            + "<PositionOption>UpperLeft</PositionOption><PositionOption>Custom</PositionOption><PositionOption>Moon</PositionOption>"
            + "<TextOption><Type>Plain</Type><Type>Date</Type><Type>Poem</Type><FontSizeRange><Min>8</Min><Max>64</Max></FontSizeRange>"
            + "<DateFormat>yyyy-MM-dd</DateFormat><DateFormat/></TextOption></OSDOptions></R>");
    assertThat(new OverlayCommands(device.connectedTo(Namespaces.MEDIA), "vsc").offer())
        .isEqualTo(
            new OverlayOffer(
                64,
                Map.of(OverlayKind.PLAIN, 2),
                List.of(OverlayKind.PLAIN, OverlayKind.DATE),
                List.of(OverlayPosition.UPPER_LEFT, OverlayPosition.CUSTOM),
                new Range(8, 64),
                List.of("yyyy-MM-dd"),
                List.of()));
  }

  @Test
  void aNewTextIsWrittenInTheOrderOfTheSchema() throws Exception {
    device.answers.put("CreateOSD", "<R><OSDToken>o9</OSDToken></R>");
    OverlayCommands commands = new OverlayCommands(device.connectedTo(Namespaces.MEDIA2), "vsc");
    assertThat(
            commands.create(
                new Content(
                    OverlayKind.DATE_AND_TIME,
                    "",
                    OverlayPosition.CUSTOM,
                    0.25,
                    -1.0,
                    16,
                    "yyyy-MM-dd",
                    "HH:mm:ss")))
        .isEqualTo("o9");
    assertThat(device.bodies.get("CreateOSD"))
        .contains(
            "<OSD token=\"\"><tt:VideoSourceConfigurationToken>vsc</tt:VideoSourceConfigurationToken><tt:Type>Text</tt:Type>"
                + "<tt:Position><tt:Type>Custom</tt:Type><tt:Pos x=\"0.25\" y=\"-1\"/></tt:Position><tt:TextString>"
                + "<tt:Type>DateAndTime</tt:Type><tt:DateFormat>yyyy-MM-dd</tt:DateFormat><tt:TimeFormat>HH:mm:ss</tt:TimeFormat>"
                + "<tt:FontSize>16</tt:FontSize></tt:TextString></OSD>");
  }

  @Test
  void aChangedTextKeepsItsColoursAndOneThatIsGoneIsNotSet() throws Exception {
    device.answers.put("GetOSDs", OSDS);
    device.answers.put("SetOSD", "<R/>");
    OverlayCommands commands = new OverlayCommands(device.connectedTo(Namespaces.MEDIA2), "vsc");
    assertThat(commands.set("o1", plain("A & B"))).isTrue();
    assertThat(device.bodies.get("SetOSD"))
        .contains("<OSD token=\"o1\">")
        .contains(
            "<tt:Position><tt:Type>LowerLeft</tt:Type></tt:Position><tt:TextString><tt:Type>Plain</tt:Type>"
                + "<tt:FontColor Transparent=\"1\"><tt:Color")
        .contains("</tt:FontColor><tt:PlainText>A &amp; B</tt:PlainText></tt:TextString></OSD>")
        .doesNotContain("Extension");
    device.bodies.remove("SetOSD");
    assertThat(commands.set("o4", plain("of another source"))).isFalse();
    assertThat(device.bodies).doesNotContainKey("SetOSD");
  }

  @Test
  void whereMedia2KnowsNoTextsMedia1IsAsked() throws Exception {
    device.answers.put(
        "DeleteOSD",
        "<Fault><Code><Subcode><Value>ter:ActionNotSupported</Value></Subcode></Code></Fault>");
    OverlayCommands commands =
        new OverlayCommands(device.connectedTo(Namespaces.MEDIA, Namespaces.MEDIA2), "vsc");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> commands.delete("o1"))
        .isInstanceOf(OnvifException.class);
    assertThat(device.paths).containsEntry("DeleteOSD", "/media");
  }
}
