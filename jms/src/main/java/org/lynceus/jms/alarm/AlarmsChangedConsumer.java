package org.lynceus.jms.alarm;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lynceus.alarm.AlarmFeed;

/** Tells this node's readers of alarms that any node raised or changed. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/lynceus.alarm.raised"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlarmsChangedConsumer implements MessageListener {
  @Inject private AlarmFeed feed;

  @Override
  public void onMessage(Message message) {
    try {
      feed.tell(AlarmsChangedMessage.decode(message.getBody(String.class)));
    } catch (JMSException e) {
      throw new IllegalArgumentException("not a text message", e);
    }
  }
}
