package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.EncoderOffer.Size;
import org.lynceus.protocols.onvif.Imaging.Range;

/** Messages about video encoders as devices write them, of Media1 and Media2. */
class EncoderMessagesTest {
  private ScriptedDevice device;

  @BeforeEach
  void start() throws IOException {
    device = new ScriptedDevice();
  }

  @AfterEach
  void stop() {
    device.close();
  }

  private static final String CONFIGURATION1 =
      "<trt:R xmlns:trt='m' xmlns:tt='s'><trt:Configuration token='V 1'><tt:Name>main &amp; only</tt:Name>"
          + "<tt:UseCount>2</tt:UseCount><tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>1920</tt:Width>"
          + "<tt:Height>1080</tt:Height></tt:Resolution><tt:Quality>4</tt:Quality><tt:RateControl>"
          + "<tt:FrameRateLimit>25</tt:FrameRateLimit><tt:EncodingInterval>2</tt:EncodingInterval>"
          + "<tt:BitrateLimit>4096</tt:BitrateLimit></tt:RateControl><tt:H264><tt:GovLength>50</tt:GovLength>"
          + "<tt:H264Profile>Main</tt:H264Profile></tt:H264><tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type>"
          + "<tt:IPv4Address>239.1.2.3</tt:IPv4Address></tt:Address><tt:Port>5004</tt:Port><tt:TTL>3</tt:TTL>"
          + "<tt:AutoStart>false</tt:AutoStart></tt:Multicast><tt:SessionTimeout>PT30S</tt:SessionTimeout>"
          + "</trt:Configuration></trt:R>";
  private static final String OPTIONS1 =
      "<R><Options><QualityRange><Min>1</Min><Max>6</Max></QualityRange><JPEG><ResolutionsAvailable><Width>640</Width>"
          + "<Height>480</Height></ResolutionsAvailable><FrameRateRange><Min>1</Min><Max>3</Max></FrameRateRange></JPEG>"
          + "<H264><ResolutionsAvailable><Width>1280</Width><Height>720</Height></ResolutionsAvailable>"
          + "<ResolutionsAvailable><Width>1920</Width><Height>1080</Height></ResolutionsAvailable>"
          + "<ResolutionsAvailable><Width>-5</Width><Height>99999999</Height></ResolutionsAvailable>"
          + "<GovLengthRange><Min>1</Min><Max>400</Max></GovLengthRange><FrameRateRange><Min>1</Min><Max>3</Max></FrameRateRange>"
          + "<EncodingIntervalRange><Min>1</Min><Max>1</Max></EncodingIntervalRange><H264ProfilesSupported>Main"
          + "</H264ProfilesSupported><H264ProfilesSupported>o&lt;f</H264ProfilesSupported></H264>"
          + "<Extension><H264><BitrateRange><Min>32</Min><Max>8192</Max></BitrateRange></H264></Extension></Options></R>";
  private static final String CONFIGURATION2 =
      "<R><Configurations token='other'/><Configurations token='V1' GovLength='40' AnchorFrameDistance='1' Profile='High'>"
          + "<Name>e</Name><UseCount>1</UseCount><Encoding>H265</Encoding><Resolution><Width>2560</Width><Height>1440</Height>"
          + "</Resolution><RateControl ConstantBitRate='true'><FrameRateLimit>12.5</FrameRateLimit><BitrateLimit>2048"
          + "</BitrateLimit></RateControl><Quality>3.5</Quality></Configurations></R>";
  private static final String OPTIONS2 =
      "<R><Options GovLengthRange='1 250' FrameRatesSupported='25 12.5 NaN 5' ProfilesSupported='Main High' ConstantBitRateSupported='true'>"
          + "<Encoding>H265</Encoding><QualityRange><Min>0</Min><Max>100</Max></QualityRange><ResolutionsAvailable><Width>2560</Width>"
          + "<Height>1440</Height></ResolutionsAvailable><BitrateRange><Min>64</Min><Max>16384</Max></BitrateRange></Options>"
          + "<Options GovLengthRange='5' FrameRatesSupported=''><Encoding>JPEG</Encoding></Options>"
          + "<Options><Encoding>MPV4-ES</Encoding></Options></R>";

  @Test
  void anEncoderOfMedia1IsReadWithTheBitRatesOfItsExtension() throws Exception {
    device.answers.put("GetVideoEncoderConfiguration", CONFIGURATION1);
    device.answers.put("GetVideoEncoderConfigurationOptions", OPTIONS1);
    VideoEncoder read = new EncoderCommands(device.connectedTo(Namespaces.MEDIA)).read("V 1");
    assertThat(read.name()).isEqualTo("main & only");
    assertThat(read.now())
        .isEqualTo(new EncoderSettings("H264", 1920, 1080, 4.0, 25.0, 4096, 50, "Main", null));
    assertThat(read.offers())
        .containsExactly(
            new EncoderOffer(
                "H264",
                List.of(new Size(1920, 1080), new Size(1280, 720)),
                List.of(1.0, 2.0, 3.0),
                new Range(32, 8192),
                new Range(1, 400),
                new Range(1, 6),
                List.of("Main"),
                false),
            new EncoderOffer(
                "MJPEG",
                List.of(new Size(640, 480)),
                List.of(1.0, 2.0, 3.0),
                null,
                null,
                new Range(1, 6),
                List.of(),
                false));
  }

  @Test
  void media1IsToldEverythingInTheOrderOfTheSchemaAndKeepsWhatTheCenterDoesNotKnow()
      throws Exception {
    device.answers.put("GetVideoEncoderConfiguration", CONFIGURATION1);
    device.answers.put("GetVideoEncoderConfigurationOptions", OPTIONS1);
    device.answers.put("SetVideoEncoderConfiguration", "<R/>");
    EncoderSettings wanted =
        new EncoderSettings("H264", 1280, 720, 4.0, 3.0, 1024, 30, "Main", null);
    assertThat(
            new EncoderCommands(device.connectedTo(Namespaces.MEDIA))
                .change("V 1", now -> wanted)
                .before()
                .width())
        .isEqualTo(1920);
    assertThat(device.bodies.get("SetVideoEncoderConfiguration"))
        .contains(
            "<Configuration token=\"V 1\"><tt:Name>main &amp; only</tt:Name><tt:UseCount>2</tt:UseCount>"
                + "<tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>1280</tt:Width><tt:Height>720</tt:Height>"
                + "</tt:Resolution><tt:Quality>4</tt:Quality><tt:RateControl><tt:FrameRateLimit>3</tt:FrameRateLimit>"
                + "<tt:EncodingInterval>2</tt:EncodingInterval><tt:BitrateLimit>1024</tt:BitrateLimit></tt:RateControl>"
                + "<tt:H264><tt:GovLength>30</tt:GovLength><tt:H264Profile>Main</tt:H264Profile></tt:H264>"
                + "<tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type><tt:IPv4Address>239.1.2.3</tt:IPv4Address></tt:Address>"
                + "<tt:Port>5004</tt:Port><tt:TTL>3</tt:TTL><tt:AutoStart>false</tt:AutoStart></tt:Multicast>"
                + "<tt:SessionTimeout>PT30S</tt:SessionTimeout></Configuration><ForcePersistence>true</ForcePersistence>");
  }

  @Test
  void anEncoderOfMedia2IsReadAndWhatMakesNoSenseIsLeftOut() throws Exception {
    device.answers.put("GetVideoEncoderConfigurations", CONFIGURATION2);
    device.answers.put("GetVideoEncoderConfigurationOptions", OPTIONS2);
    VideoEncoder read =
        new EncoderCommands(device.connectedTo(Namespaces.MEDIA, Namespaces.MEDIA2)).read("V1");
    assertThat(read.now())
        .isEqualTo(new EncoderSettings("H265", 2560, 1440, 3.5, 12.5, 2048, 40, "High", true));
    assertThat(read.offers())
        .containsExactly(
            new EncoderOffer(
                "H265",
                List.of(new Size(2560, 1440)),
                List.of(5.0, 12.5, 25.0),
                new Range(64, 16384),
                new Range(1, 250),
                new Range(0, 100),
                List.of("Main", "High"),
                true),
            new EncoderOffer("MJPEG", List.of(), List.of(), null, null, null, List.of(), false));
  }

  @Test
  void media2IsToldByAttributesAndJpegByItsOwnWord() throws Exception {
    device.answers.put("GetVideoEncoderConfigurations", CONFIGURATION2);
    device.answers.put("GetVideoEncoderConfigurationOptions", OPTIONS2);
    device.answers.put("SetVideoEncoderConfiguration", "<R/>");
    EncoderCommands commands = new EncoderCommands(device.connectedTo(Namespaces.MEDIA2));
    commands.change(
        "V1", now -> new EncoderSettings("H265", 2560, 1440, 3.5, 12.5, 512, 25, "Main", false));
    assertThat(device.bodies.get("SetVideoEncoderConfiguration"))
        .contains(
            "<Configuration token=\"V1\" GovLength=\"25\" AnchorFrameDistance=\"1\" Profile=\"Main\"><tt:Name>e</tt:Name>")
        .contains(
            "</tt:Resolution><tt:RateControl ConstantBitRate=\"false\"><tt:FrameRateLimit>12.5</tt:FrameRateLimit>"
                + "<tt:BitrateLimit>512</tt:BitrateLimit></tt:RateControl><tt:Quality>3.5</tt:Quality></Configuration>")
        .doesNotContain("ForcePersistence");
    commands.change(
        "V1", now -> new EncoderSettings("MJPEG", 640, 480, 3.0, null, null, null, null, null));
    assertThat(device.bodies.get("SetVideoEncoderConfiguration"))
        .contains("<Configuration token=\"V1\"><tt:Name>")
        .contains("<tt:Encoding>JPEG</tt:Encoding>")
        .doesNotContain("RateControl");
  }

  @Test
  void aDeviceThatTellsNoOptionsOffersNothing() throws Exception {
    device.answers.put("GetVideoEncoderConfigurations", CONFIGURATION2);
    device.answers.put(
        "GetVideoEncoderConfigurationOptions",
        "<Fault><Code><Subcode><Value>ter:ActionNotSupported</Value></Subcode></Code></Fault>");
    EncoderCommands commands = new EncoderCommands(device.connectedTo(Namespaces.MEDIA2));
    assertThat(commands.read("V1").offers()).isEmpty();
    assertThatThrownBy(() -> commands.read("gone")).hasMessageContaining("does not have");
  }
}
