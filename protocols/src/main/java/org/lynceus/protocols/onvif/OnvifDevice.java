package org.lynceus.protocols.onvif;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.xml.XmlElement;

/**
 * The operations of one device in their own words, over a client. Services are asked for once
 * (GetServices, GetCapabilities where that is unknown); Media2 is preferred to Media1.
 */
public final class OnvifDevice {
  private static final int MOST_PROFILES = 512;
  private final OnvifClient client;
  private final Map<String, URI> services;
  private final Map<String, PtzNode> heads = new HashMap<>();
  private @Nullable List<SourceProfiles> sources;

  private OnvifDevice(OnvifClient client, Map<String, URI> services) {
    this.client = client;
    this.services = Map.copyOf(services);
  }

  /** What was learned of its clock is wrong from now on. */
  void clockWasSet() {
    client.forgetClock();
  }

  /** Asks a device for its services. */
  public static OnvifDevice connect(OnvifClient client) throws OnvifException {
    Map<String, URI> services = new HashMap<>();
    try {
      XmlElement answer =
          client.call(
              client.address().service(),
              Namespaces.DEVICE,
              "GetServices",
              Request.text("IncludeCapability", "false"));
      answer
          .all("Service")
          .forEach(one -> put(client, services, one.text("Namespace"), one.text("XAddr")));
    } catch (OnvifException e) {
      if (e.fault().code() != FaultCode.REFUSED) {
        throw e;
      }
    }
    if (!services.containsKey(Namespaces.MEDIA) && !services.containsKey(Namespaces.MEDIA2)) {
      capabilities(client, services);
    }
    services.putIfAbsent(Namespaces.DEVICE, client.address().service());
    return new OnvifDevice(client, services);
  }

  private static void capabilities(OnvifClient client, Map<String, URI> services)
      throws OnvifException {
    XmlElement answer =
        client.call(
            client.address().service(),
            Namespaces.DEVICE,
            "GetCapabilities",
            Request.text("Category", "All"));
    Map<String, String> words =
        Map.of(
            "Media", Namespaces.MEDIA,
            "PTZ", Namespaces.PTZ,
            "Imaging", Namespaces.IMAGING,
            "DeviceIO", Namespaces.DEVICE_IO,
            "Events", Namespaces.EVENTS);
    words.forEach(
        (word, namespace) ->
            answer
                .below(word)
                .findFirst()
                .ifPresent(one -> put(client, services, namespace, one.text("XAddr"))));
  }

  /** Keeps a service whose address makes sense; a device that names nonsense does not have it. */
  private static void put(
      OnvifClient client, Map<String, URI> services, String namespace, String told) {
    if (namespace.isEmpty() || told.isEmpty()) {
      return;
    }
    try {
      services.putIfAbsent(namespace, client.address().service(told));
    } catch (IllegalArgumentException nonsense) {
      services.remove(namespace);
    }
  }

  /** Whether the device has a service of {@link Namespaces}. */
  public boolean has(String namespace) {
    return services.containsKey(namespace);
  }

  public DeviceInformation information() throws OnvifException {
    return DeviceInformation.of(call(Namespaces.DEVICE, "GetDeviceInformation", ""));
  }

  /** The profiles with a video source and an encoder, at most 512. */
  public List<MediaProfile> profiles() throws OnvifException {
    XmlElement answer =
        media2()
            ? call(Namespaces.MEDIA2, "GetProfiles", Request.text("Type", "All"))
            : call(Namespaces.MEDIA, "GetProfiles", "");
    return answer
        .all("Profiles")
        .limit(MOST_PROFILES)
        .map(MediaProfile::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The profiles of one picture source, by the number of its channel from 1; asked for once.
   * REFUSED when the device has fewer sources now.
   */
  public SourceProfiles source(int number) throws OnvifException {
    List<SourceProfiles> known = sources;
    if (known == null) {
      known = SourceProfiles.of(profiles());
      sources = known;
    }
    if (number < 1 || number > known.size()) {
      throw new OnvifException(
          FaultCode.REFUSED, "The device does not have this channel any more.", null);
    }
    return known.get(number - 1);
  }

  /**
   * What the head of a picture source can do: the node of its PTZ configuration, else the first;
   * asked for once.
   */
  public PtzNode head(int number) throws OnvifException {
    String configuration = source(number).main().ptz();
    PtzNode known = heads.get(configuration);
    if (known == null) {
      known = head(configuration);
      heads.put(configuration, known);
    }
    return known;
  }

  private PtzNode head(String configuration) throws OnvifException {
    String wanted =
        call(Namespaces.PTZ, "GetConfigurations", "")
            .all("PTZConfiguration")
            .filter(one -> one.attribute("token").equals(configuration))
            .map(one -> one.text("NodeToken"))
            .findFirst()
            .orElse("");
    List<XmlElement> nodes =
        call(Namespaces.PTZ, "GetNodes", "").all("PTZNode").limit(MOST_PROFILES).toList();
    return nodes.stream()
        .filter(node -> node.attribute("token").equals(wanted))
        .findFirst()
        .or(() -> nodes.stream().findFirst())
        .map(PtzNode::of)
        .orElse(PtzNode.UNKNOWN);
  }

  /** Where the stream of a profile is. */
  public URI streamUri(String profile) throws OnvifException {
    XmlElement answer =
        media2()
            ? call(
                Namespaces.MEDIA2,
                "GetStreamUri",
                Request.text("Protocol", "RTSP") + Request.text("ProfileToken", profile))
            : call(
                Namespaces.MEDIA,
                "GetStreamUri",
                "<StreamSetup><tt:Stream>RTP-Unicast</tt:Stream><tt:Transport><tt:Protocol>RTSP"
                    + "</tt:Protocol></tt:Transport></StreamSetup>"
                    + Request.text("ProfileToken", profile));
    String told = answer.below("Uri").map(XmlElement::text).findFirst().orElse("");
    try {
      return client.address().stream(told);
    } catch (IllegalArgumentException e) {
      throw new OnvifException(
          FaultCode.MALFORMED, "The device names no usable address of its stream.", e);
    }
  }

  /**
   * A pull point for the device's events. This connection is the subscription's from then on: other
   * calls need one of their own.
   */
  public EventSubscription subscribe() throws OnvifException {
    return EventSubscription.open(client, require(Namespaces.EVENTS, "events"));
  }

  OnvifAddress address() {
    return client.address();
  }

  /** Sends a file to an address the device named, see {@link OnvifClient#upload}. */
  void upload(URI to, Path file, Duration patience) throws OnvifException {
    client.upload(to, file, patience);
  }

  /** Calls an operation of a service the device has; REFUSED when it has no such service. */
  XmlElement call(String namespace, String operation, String content) throws OnvifException {
    return client.call(require(namespace, operation), namespace, operation, content);
  }

  private URI require(String namespace, String what) throws OnvifException {
    URI service = services.get(namespace);
    if (service == null) {
      throw new OnvifException(
          FaultCode.REFUSED,
          "The device has no service for this (" + what + ").",
          "ActionNotSupported",
          null);
    }
    return service;
  }

  /** Whether Media2 is there, which is preferred to Media1. */
  boolean media2() {
    return has(Namespaces.MEDIA2);
  }
}
