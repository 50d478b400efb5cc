package org.lynceus.protocols.onvif;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.xml.XmlElement;
import org.lynceus.protocols.xml.XmlText;

/**
 * A pull point of a device (ONVIF Core 9.2): made, asked again and again, given back. Devices keep
 * few of them, so one that is no longer wanted must be closed. A device ends it after a minute
 * without a pull, or without a renewal where pulls do not prolong it.
 */
public final class EventSubscription {
  private static final String NOTIFICATION = "http://docs.oasis-open.org/wsn/b-2";
  private static final String MANAGER = "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/";
  private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
  private static final String PULL_POINT = Namespaces.EVENTS + "/PullPointSubscription/";

  /** Relative, because absolute times are read differently by devices whose clock is wrong. */
  private static final String LIFETIME = "PT90S";

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final Duration PULL_PATIENCE = WAIT.plusSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_MESSAGES = 100;

  private final OnvifClient client;
  private final URI address;
  private final String to;
  private final String parameters;

  private EventSubscription(OnvifClient client, URI address, String to, String parameters) {
    this.client = client;
    this.address = address;
    this.to = to;
    this.parameters = parameters;
  }

  /** Makes a pull point; the client of the device is this subscription's from now on. */
  static EventSubscription open(OnvifClient client, URI service) throws OnvifException {
    String action = Namespaces.EVENTS + "/EventPortType/CreatePullPointSubscriptionRequest";
    XmlElement answer =
        OnvifClient.answer(
            client.call(
                service,
                action,
                header("Action", action) + header("To", service.toString()),
                Request.of(
                    Namespaces.EVENTS,
                    "CreatePullPointSubscription",
                    Request.text("InitialTerminationTime", LIFETIME)),
                PATIENCE));
    XmlElement reference =
        answer.first("SubscriptionReference").orElseThrow(EventSubscription::malformed);
    String told = reference.text("Address");
    String parameters =
        reference
            .all("ReferenceParameters")
            .flatMap(one -> one.children().stream())
            .map(EventSubscription::echo)
            .collect(Collectors.joining());
    try {
      URI address = told.isEmpty() ? service : client.address().service(told);
      return new EventSubscription(
          client, address, told.isEmpty() ? service.toString() : told, parameters);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static OnvifException malformed() {
    return new OnvifException(
        FaultCode.MALFORMED, "The device names no usable address for its events.", null);
  }

  /** Asks the device to tell the state of everything now. Some refuse: no harm. */
  public CompletableFuture<XmlElement> synchronise() {
    return call(
        PULL_POINT + "SetSynchronizationPointRequest",
        Request.of(Namespaces.EVENTS, "SetSynchronizationPoint", ""),
        PATIENCE);
  }

  /** Waits up to 30 s for notifications; fails with an {@link OnvifException}. */
  public CompletableFuture<List<OnvifEvent>> pull() {
    return call(
            PULL_POINT + "PullMessagesRequest",
            Request.of(
                Namespaces.EVENTS,
                "PullMessages",
                Request.text("Timeout", WAIT.toString())
                    + Request.text("MessageLimit", "" + MOST_MESSAGES)),
            PULL_PATIENCE)
        .thenApply(OnvifEvent::of);
  }

  /** Prolongs it by a minute and a half. Some devices refuse and let pulls prolong it: no harm. */
  public CompletableFuture<XmlElement> renew() {
    return call(
        MANAGER + "RenewRequest",
        Request.of(NOTIFICATION, "Renew", Request.text("TerminationTime", LIFETIME)),
        PATIENCE);
  }

  /** Gives it back. */
  public CompletableFuture<XmlElement> close() {
    return call(
        MANAGER + "UnsubscribeRequest", Request.of(NOTIFICATION, "Unsubscribe", ""), PATIENCE);
  }

  private CompletableFuture<XmlElement> call(String action, String body, Duration time) {
    return client.call(
        address, action, header("Action", action) + header("To", to) + parameters, body, time);
  }

  private static String header(String name, String text) {
    return "<a:"
        + name
        + " xmlns:a=\""
        + ADDRESSING
        + "\">"
        + XmlText.escape(text)
        + "</a:"
        + name
        + ">";
  }

  /** A reference parameter as the header that WS-Addressing asks for. */
  private static String echo(XmlElement parameter) {
    String attributes =
        parameter.attributes().entrySet().stream()
            .map(one -> " " + one.getKey() + "=\"" + XmlText.escape(one.getValue()) + "\"")
            .collect(Collectors.joining());
    return "<"
        + parameter.name()
        + " xmlns=\""
        + XmlText.escape(parameter.namespace())
        + "\""
        + attributes
        + ">"
        + XmlText.escape(parameter.text())
        + parameter.children().stream().map(EventSubscription::echo).collect(Collectors.joining())
        + "</"
        + parameter.name()
        + ">";
  }
}
