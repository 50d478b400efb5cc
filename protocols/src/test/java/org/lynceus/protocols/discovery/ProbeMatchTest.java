package org.lynceus.protocols.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.xml.XmlException;

class ProbeMatchTest {
  private static final String ANSWER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://www.w3.org/2003/05/soap-envelope"
          xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/08/addressing"
          xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">
       <SOAP-ENV:Body><d:ProbeMatches><d:ProbeMatch>
        <wsa:EndpointReference><wsa:Address>urn:uuid:a1</wsa:Address></wsa:EndpointReference>
        <d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types>
        <d:Scopes>
          onvif://www.onvif.org/name/Front%20gate
          onvif://www.onvif.org/Hardware/IPC-3%2F4
        </d:Scopes>
        <d:XAddrs>http://10.9.9.9/onvif/device_service http://192.168.7.20:8000/onvif/device_service</d:XAddrs>
        <d:MetadataVersion>10</d:MetadataVersion>
       </d:ProbeMatch></d:ProbeMatches></SOAP-ENV:Body></SOAP-ENV:Envelope>
      """;

  private static List<ProbeMatch> read(String text) throws XmlException {
    return ProbeMatch.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static URI chosen(String sender, Subnet... ours) throws Exception {
    return MatchAddress.choose(
            read(ANSWER).get(0).addresses(), InetAddress.getByName(sender), List.of(ours))
        .orElseThrow();
  }

  @Test
  void anAnswerTellsKeyNameAndHardwareWhateverTheWhiteSpace() throws Exception {
    ProbeMatch match = read(ANSWER).get(0);
    assertThat(match.endpoint()).isEqualTo("urn:uuid:a1");
    assertThat(match.onvif()).isTrue();
    assertThat(match.addresses()).hasSize(2);
    assertThat(match.scope("name")).isEqualTo("Front gate");
    assertThat(match.scope("location")).isEmpty();
  }

  @Test
  void theAddressItAnsweredFromIsChosenThenOneOfOurNetworkThenTheSendersOwn() throws Exception {
    assertThat(chosen("10.9.9.9")).hasToString("http://10.9.9.9/onvif/device_service");
    assertThat(chosen("172.16.0.1", Subnet.parse("192.168.7.0/24")))
        .hasToString("http://192.168.7.20:8000/onvif/device_service");
    assertThat(chosen("172.16.0.1")).hasToString("http://172.16.0.1/onvif/device_service");
  }

  @Test
  void aPrinterIsNoCameraAndAnAddressWithCredentialsIsNone() throws Exception {
    assertThat(
            read(ANSWER
                    .replace("dn:NetworkVideoTransmitter tds:Device", "wprt:PrintDeviceType")
                    .replaceAll("onvif:", "x:")
                    .replaceAll("/onvif/", "/print/"))
                .get(0)
                .onvif())
        .isFalse();
    assertThat(
            MatchAddress.choose(
                List.of(
                    "http://user:secret@10.0.0.1/onvif/x", "ftp://10.0.0.1/", "http:///a", "::"),
                InetAddress.getByName("10.0.0.1"),
                List.of()))
        .isEmpty();
  }

  @Test
  void documentTypesAreRefusedAndLongListsCut() throws Exception {
    assertThatThrownBy(
            () -> read("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x><ProbeMatch>&a;</ProbeMatch></x>"))
        .isInstanceOf(XmlException.class);
    String many = ANSWER.replace("<d:XAddrs>", "<d:XAddrs>" + "http://10.0.0.1/ ".repeat(500));
    assertThat(read(many).get(0).addresses()).hasSize(16);
    assertThat(read("<Envelope><Body><Hello/></Body></Envelope>")).isEmpty();
  }

  @Property(tries = 300)
  void noBytesDoAnythingButFailCleanly(@ForAll long seed) {
    byte[] datagram = ANSWER.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      datagram[random.nextInt(datagram.length)] = (byte) random.nextInt(256);
    }
    assertThatCode(
            () -> {
              try {
                for (ProbeMatch match : ProbeMatch.read(datagram)) {
                  match.scope("name");
                  MatchAddress.choose(
                      match.addresses(), InetAddress.getLoopbackAddress(), List.of());
                }
              } catch (XmlException refused) {
                // This is the clean failure.
              }
            })
        .doesNotThrowAnyException();
  }
}
