package org.lynceus.simulator.onvif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Answers probes of WS-Discovery for all cameras, each with a datagram of its own, as separate
 * devices would: on 127.0.0.1 to whoever asks there, and to the group on the interface of the
 * cameras' address (the loopback one, unless configured) where the system lets it join. Scopes are
 * separated by line ends, as some firmware does it.
 */
public final class DiscoveryResponder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DiscoveryResponder.class.getName());
  private static final String DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery";

  /** What a camera tells first that believes to be elsewhere; only our own center is tried so. */
  private static final String UNREACHABLE = "http://192.168.1.108/onvif/device_service ";

  private static final InetAddress GROUP = group();

  private final MulticastSocket socket;
  private final OnvifServer cameras;

  /** Binds at once; port 0 takes a free one, which has no group. */
  public DiscoveryResponder(int port, OnvifServer cameras) throws IOException {
    this.cameras = cameras;
    this.socket = new MulticastSocket(null);
    socket.setReuseAddress(true);
    boolean joined = port != 0 && join(port);
    if (!joined) {
      socket.bind(new InetSocketAddress("127.0.0.1", port));
    }
  }

  /** The group's datagrams arrive only at a socket that is bound to no address of its own. */
  private boolean join(int port) throws IOException {
    if (port != 3702) {
      return false;
    }
    try {
      socket.bind(new InetSocketAddress(port));
      socket.joinGroup(
          new InetSocketAddress(GROUP, port), NetworkInterface.getByInetAddress(cameras.address()));
      return true;
    } catch (IOException noMulticast) {
      LOG.log(System.Logger.Level.INFO, "No multicast at " + cameras.address().getHostAddress());
      return socket.isBound();
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void start() {
    Thread thread = new Thread(this::serve, "discovery");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        if (packet.getAddress().isLoopbackAddress() || !cameras.address().isLoopbackAddress()) {
          answer(packet);
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "A probe is not answered", e);
      }
    }
  }

  private void answer(DatagramPacket probe) throws IOException {
    Document message = read(probe);
    String types = text(message, "Types");
    boolean wanted =
        types.isEmpty() || types.contains("NetworkVideoTransmitter") || types.endsWith(":Device");
    if (message.getElementsByTagNameNS(DISCOVERY, "Probe").getLength() == 0 || !wanted) {
      return;
    }
    for (int number : cameras.numbers()) {
      byte[] answer = match(number, text(message, "MessageID")).getBytes(StandardCharsets.UTF_8);
      socket.send(new DatagramPacket(answer, answer.length, probe.getSocketAddress()));
    }
  }

  private String match(int number, String messageId) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><env:Envelope xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:wsa=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" xmlns:d=\"%1$s\""
            + " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\"><env:Header><wsa:MessageID>urn:uuid:%2$s</wsa:MessageID>"
            + "<wsa:RelatesTo>%3$s</wsa:RelatesTo><wsa:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:To>"
            + "<wsa:Action>%1$s/ProbeMatches</wsa:Action></env:Header><env:Body><d:ProbeMatches><d:ProbeMatch>"
            + "<wsa:EndpointReference><wsa:Address>urn:uuid:%4$s</wsa:Address></wsa:EndpointReference>"
            + "<d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/type/video_encoder\n"
            + "onvif://www.onvif.org/name/Simulated%%20camera%%20%5$d\nonvif://www.onvif.org/hardware/Simulated%%20camera\n"
            + "onvif://www.onvif.org/location/Loopback</d:Scopes><d:XAddrs>%7$s"
            + "%6$s/onvif/%5$d/device_service</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion>"
            + "</d:ProbeMatch></d:ProbeMatches></env:Body></env:Envelope>")
        .formatted(
            DISCOVERY,
            UUID.randomUUID(),
            messageId.replaceAll("[^A-Za-z0-9:-]", ""),
            UUID.nameUUIDFromBytes(("camera " + number).getBytes(StandardCharsets.UTF_8)),
            number,
            cameras.root(),
            cameras.address().isLoopbackAddress() ? UNREACHABLE : "");
  }

  private static Document read(DatagramPacket packet) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(packet.getData(), 0, packet.getLength()));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("no XML", e);
    }
  }

  private static String text(Document message, String name) {
    var found = message.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  private static InetAddress group() {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) 239, (byte) 255, (byte) 255, (byte) 250});
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
