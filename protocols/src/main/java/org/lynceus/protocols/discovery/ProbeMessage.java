package org.lynceus.protocols.discovery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The Probe of WS-Discovery (dialect 2005/04) as ONVIF Core 7 uses it. */
final class ProbeMessage {
  /**
   * What is asked for: cameras, devices of ONVIF, anything. Some firmware answers only one of them.
   */
  static final List<String> TYPES = List.of("dn:NetworkVideoTransmitter", "tds:Device", "");

  private ProbeMessage() {}

  /** The datagram; an id of its own for every message. */
  static byte[] of(UUID id, String types) {
    return ("""
        <?xml version="1.0" encoding="UTF-8"?>\
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"\
         xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"\
         xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"\
         xmlns:dn="http://www.onvif.org/ver10/network/wsdl"\
         xmlns:tds="http://www.onvif.org/ver10/device/wsdl">\
        <s:Header>\
        <a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>\
        <a:MessageID>urn:uuid:%s</a:MessageID>\
        <a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>\
        <a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>\
        </s:Header><s:Body><d:Probe>%s</d:Probe></s:Body></s:Envelope>"""
            .formatted(id, types.isEmpty() ? "" : "<d:Types>" + types + "</d:Types>"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
