package org.lynceus.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.lynceus.media.MalformedException;

class SessionDescriptionTest {
  /** As Hikvision-like firmware writes it. */
  static final String FIRST =
      """
      v=0
      o=- 1109162014219182 1109162014219192 IN IP4 x.y.z.w
      s=Media Presentation
      e=NONE
      b=AS:5100
      t=0 0
      a=control:rtsp://192.0.2.9:554/Streaming/Channels/101/
      m=video 0 RTP/AVP 96
      b=AS:5000
      a=recvonly
      a=x-dimensions:1920,1080
      a=control:rtsp://192.0.2.9:554/Streaming/Channels/101/trackID=1
      a=rtpmap:96 H264/90000
      a=fmtp:96 profile-level-id=420029; packetization-mode=1; sprop-parameter-sets=Z00AKpWoHgCJ+WE=,aO48gA==
      m=audio 0 RTP/AVP 8
      a=control:rtsp://192.0.2.9:554/Streaming/Channels/101/trackID=2
      a=rtpmap:8 PCMA/8000
      m=application 0 RTP/AVP 107
      a=control:rtsp://192.0.2.9:554/Streaming/Channels/101/trackID=3
      a=rtpmap:107 vnd.onvif.metadata/90000
      a=Media_header:MEDIAINFO=494D4B48010200000400000100000000000000000000000000000000000000000000000000000000;
      """;

  /** As Dahua-like firmware writes it: CRLF, a frame rate, AAC. */
  static final String SECOND =
      "v=0\r\no=- 2251938202 2251938202 IN IP4 0.0.0.0\r\ns=RTSP Session/2.0\r\nc=IN IP4 0.0.0.0\r\n"
          + "t=0 0\r\na=control:*\r\na=range:npt=now-\r\na=packetization-supported:DH\r\n"
          + "m=video 0 RTP/AVP 98\r\na=control:trackID=0\r\na=framerate:25.000000\r\n"
          + "a=rtpmap:98 H265/90000\r\na=fmtp:98 profile-id=1;sprop-sps=QgEBAWAAAAMA\r\na=recvonly\r\n"
          + "m=audio 0 RTP/AVP 97\r\na=control:trackID=1\r\na=rtpmap:97 MPEG4-GENERIC/48000/2\r\n"
          + "a=fmtp:97 streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;"
          + "indexdeltalength=3;config=1190\r\na=recvonly\r\n";

  /** As GStreamer's server writes it. */
  static final String THIRD =
      """
      v=0
      o=- 14514520643432378131 1 IN IP4 127.0.0.1
      s=Session streamed with GStreamer
      i=rtsp-server
      t=0 0
      a=tool:GStreamer
      a=type:broadcast
      a=control:*
      a=range:npt=now-
      m=video 0 RTP/AVP 96
      c=IN IP4 0.0.0.0
      b=AS:2048
      a=rtpmap:96 H264/90000
      a=framerate:25
      a=fmtp:96 packetization-mode=1;profile-level-id=42c01e;sprop-parameter-sets=Z0LAHtkDxWhAAAADAEAAAAwDxYuS,aMuMsg==
      a=control:stream=0
      a=ts-refclk:local
      a=mediaclk:sender
      """;

  @Example
  void readsAbsoluteControlsAndStaticTypes() throws Exception {
    SessionDescription session = SessionDescription.parse(FIRST);
    assertThat(session.control()).isEqualTo("rtsp://192.0.2.9:554/Streaming/Channels/101/");
    assertThat(session.media())
        .extracting(MediaDescription::type)
        .containsExactly("video", "audio", "application");
    MediaDescription video = session.media().get(0);
    assertThat(video.encoding()).isEqualTo("H264");
    assertThat(video.clockRate()).isEqualTo(90_000);
    assertThat(video.parameters())
        .containsEntry("packetization-mode", "1")
        .containsEntry("sprop-parameter-sets", "Z00AKpWoHgCJ+WE=,aO48gA==");
    assertThat(video.control()).endsWith("/trackID=1");
  }

  @Example
  void readsAacAndFrameRates() throws Exception {
    SessionDescription session = SessionDescription.parse(SECOND);
    assertThat(session.control()).isEqualTo("*");
    assertThat(session.media().get(0).framesPerSecond()).isEqualTo(25.0);
    MediaDescription audio = session.media().get(1);
    assertThat(audio.channels()).isEqualTo(2);
    assertThat(audio.clockRate()).isEqualTo(48_000);
    assertThat(audio.parameters()).containsEntry("config", "1190");
  }

  @Example
  void readsAnotherServer() throws Exception {
    MediaDescription video = SessionDescription.parse(THIRD).media().get(0);
    assertThat(video.control()).isEqualTo("stream=0");
    assertThat(video.payloadType()).isEqualTo(96);
  }

  @Example
  void knowsStaticTypesWithoutMap() throws Exception {
    List<MediaDescription> media =
        SessionDescription.parse("v=0\nm=audio 0 RTP/AVP 0\nm=video 0 RTP/AVP 26\n").media();
    assertThat(media).extracting(MediaDescription::encoding).containsExactly("PCMU", "JPEG");
  }

  @Example
  void refusesWhatIsNoDescription() {
    for (String text : List.of("", "<html>", "v=0\nm=video\n", "v=0\nm=video 0 RTP/AVP 999\n")) {
      assertThatThrownBy(() -> SessionDescription.parse(text))
          .isInstanceOf(MalformedException.class);
    }
    assertThatThrownBy(
            () -> SessionDescription.parse("v=0\n" + "m=video 0 RTP/AVP 96\n".repeat(40)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> SessionDescription.parse("v=0\n" + "x".repeat(70_000)))
        .isInstanceOf(MalformedException.class);
  }

  @Property(tries = 300)
  void anyTextIsReadOrRefused(@ForAll @StringLength(max = 400) String noise) {
    parse(noise);
    parse("v=0\nm=video 0 RTP/AVP 96\na=" + noise);
  }

  @Property(tries = 300)
  void changedTextIsReadOrRefused(@ForAll int place, @ForAll char value) {
    for (String text : List.of(FIRST, SECOND, THIRD)) {
      StringBuilder changed = new StringBuilder(text);
      changed.setCharAt(Math.floorMod(place, text.length()), value);
      parse(changed.toString());
    }
  }

  private static void parse(String text) {
    try {
      assertThat(SessionDescription.parse(text).media()).hasSizeLessThanOrEqualTo(32);
    } catch (MalformedException refused) {
      assertThat(refused).hasMessageContaining("description");
    }
  }
}
