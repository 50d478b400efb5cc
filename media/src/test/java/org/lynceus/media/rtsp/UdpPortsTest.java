package org.lynceus.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class UdpPortsTest {
  @Example
  void readsWhatServersSay() {
    assertThat(
            UdpPorts.parse(
                "RTP/AVP;unicast;client_port=5000-5001;source=10.0.0.7;server_port=6256-6257"))
        .isEqualTo(new UdpPorts(6256, 6257, "10.0.0.7"));
    assertThat(UdpPorts.parse("RTP/AVP/UDP;unicast;server_port=6970"))
        .isEqualTo(new UdpPorts(6970, 6971, null));
    assertThat(UdpPorts.parse(null)).isEqualTo(new UdpPorts(0, 0, null));
    assertThat(UdpPorts.parse("RTP/AVP;source=fe80::1;x").source()).isEqualTo("fe80::1");
  }

  @Example
  void takesNoNamesAsSource() {
    for (String name :
        new String[] {"camera.example", "ab.cd", "999.1.1.1", "1.2.3", "1.2.3.4.5"}) {
      assertThat(UdpPorts.parse("RTP/AVP;source=" + name).source()).as(name).isNull();
    }
  }

  @Property
  void anythingGivesPortsThatExist(@ForAll String text) {
    UdpPorts ports = UdpPorts.parse("server_port=" + text);
    assertThat(ports.rtp()).isBetween(0, 65_535);
    assertThat(ports.rtcp()).isBetween(0, 65_535);
  }
}
