package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.media.FaultCode;

class EventSubscriptionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String CREATE = "CreatePullPointSubscriptionRequest";
  private static final String PULL = "PullMessagesRequest";

  private ScriptedDevice device;

  @BeforeEach
  void start() throws Exception {
    device = new ScriptedDevice();
    device.answers.put(
        "GetServices",
        "<R><Service><Namespace>http://www.onvif.org/ver10/media/wsdl</Namespace><XAddr>http://10.0.0.1/m</XAddr></Service>"
            + "<Service><Namespace>http://www.onvif.org/ver10/events/wsdl</Namespace><XAddr>http://10.0.0.1/events</XAddr></Service></R>");
    created("<Address>http://10.0.0.1/events/7</Address>");
  }

  @AfterEach
  void stop() {
    device.close();
  }

  private void created(String reference) {
    device.answers.put(
        CREATE,
        "<R><SubscriptionReference xmlns='http://www.w3.org/2005/08/addressing'>"
            + reference
            + "</SubscriptionReference></R>");
  }

  private EventSubscription subscribe() throws OnvifException {
    return device.connected().subscribe();
  }

  private List<OnvifEvent> pulled(String messages) throws OnvifException {
    device.answers.put(PULL, "<R>" + messages + "</R>");
    return OnvifClient.answer(subscribe().pull());
  }

  @Test
  void aMotionAlarmIsReadWithItsTimeSourceAndState() throws Exception {
    List<OnvifEvent> events =
        pulled(
            "<NotificationMessage><Topic Dialect='x'>tns1:VideoSource/MotionAlarm</Topic><Message><Message"
                + " UtcTime='2026-11-22T10:00:01.5Z' PropertyOperation='Changed'><Source><SimpleItem Name='Source' Value='src 0'/></Source>"
                + "<Data><SimpleItem Name='State' Value='true'/></Data></Message></Message></NotificationMessage>");
    assertThat(events)
        .containsExactly(
            new OnvifEvent(
                "VideoSource/MotionAlarm",
                Instant.parse("2026-11-22T10:00:01.500Z"),
                "Changed",
                Map.of("Source", "src 0"),
                Map.of("State", "true")));
    assertThat(CameraSignal.of(events.get(0))).contains(new CameraSignal("MOTION", "src 0", true));
  }

  @Test
  void pullsGoToTheSubscriptionsOwnPathAtTheAddressTheOwnerGaveWithItsParametersEchoed()
      throws Exception {
    created(
        "<Address>http://10.0.0.1/events/sub?id=7&amp;x=1</Address><ReferenceParameters>"
            + "<d:SubscriptionId xmlns:d='http://www.axis.com/2009/event'>42</d:SubscriptionId></ReferenceParameters>");
    pulled("");
    assertThat(device.paths.get(PULL)).isEqualTo("/events/sub?id=7&x=1");
    assertThat(device.bodies.get(PULL))
        .contains("<SubscriptionId xmlns=\"http://www.axis.com/2009/event\">42</SubscriptionId>")
        .contains(">http://10.0.0.1/events/sub?id=7&amp;x=1</a:To>");
    assertThat(device.bodies.get(CREATE)).contains("<InitialTerminationTime>PT90S<");
  }

  @Test
  void aDeviceWithoutAnAddressForTheSubscriptionIsAskedAtItsEventService() throws Exception {
    created("");
    pulled("");
    assertThat(device.paths.get(PULL)).isEqualTo("/events");
  }

  @Test
  void aRefusedPullOrRenewalIsTheDevicesWord() throws Exception {
    String refusal =
        "<Fault><Code><Value>Sender</Value><Subcode><Value>ter:ActionNotSupported</Value></Subcode></Code>"
            + "<Reason><Text>no</Text></Reason></Fault>";
    device.answers.put(PULL, refusal);
    device.answers.put("RenewRequest", refusal);
    EventSubscription subscription = subscribe();
    assertThat(
            catchThrowableOfType(
                OnvifException.class, () -> OnvifClient.answer(subscription.pull())))
        .matches(OnvifException::refused)
        .matches(OnvifException::unsupported);
    assertThat(
            catchThrowableOfType(
                OnvifException.class, () -> OnvifClient.answer(subscription.renew())))
        .matches(OnvifException::refused);
  }

  @Test
  void aDeviceWithoutEventsSaysSo() {
    device.answers.put(
        "GetServices",
        "<R><Service><Namespace>http://www.onvif.org/ver10/media/wsdl</Namespace><XAddr>http://10.0.0.1/m</XAddr></Service></R>");
    assertThat(catchThrowableOfType(OnvifException.class, this::subscribe).fault().code())
        .isEqualTo(FaultCode.REFUSED);
  }

  @Test
  void thousandsOfMessagesAndEndlessTextsAreCutOff() throws Exception {
    String one =
        "<NotificationMessage><Topic>a:B/C</Topic><Message><Message><Data><SimpleItem Name='n' Value='"
            + "v".repeat(300)
            + "'/></Data></Message></Message></NotificationMessage>";
    List<OnvifEvent> events = pulled(one.repeat(1500));
    assertThat(events).hasSize(1000);
    assertThat(events.get(0).data().get("n")).hasSize(200);
  }

  @Test
  void aMessageWithoutTopicOrContentIsLeftOutAndAnUnreadableTimeIsNone() throws Exception {
    List<OnvifEvent> events =
        pulled(
            "<NotificationMessage><Topic/><Message><Message/></Message></NotificationMessage>"
                + "<NotificationMessage><Topic>tns1:Device/Trigger/DigitalInput</Topic></NotificationMessage>"
                + "<NotificationMessage><Topic>tns1:Device/Trigger/Relay</Topic><Message><Message UtcTime='yesterday'/></Message></NotificationMessage>"
                + "<NotificationMessage><Topic>tns1:Device/Trigger/Relay</Topic><Message><Message UtcTime='2026-11-22T18:00:00+08:00'/></Message></NotificationMessage>"
                + "<NotificationMessage><Topic>tns1:Device/Trigger/Relay</Topic><Message><Message UtcTime='2026-11-22T10:00:00'/></Message></NotificationMessage>");
    assertThat(events).extracting(OnvifEvent::at).containsExactly(null, NOW, NOW);
  }
}
