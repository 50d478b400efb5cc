package org.lynceus.jms.event;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lynceus.event.DeviceEventStore;

/**
 * Stores the batches of the queue. No XA: the message is acknowledged after the store's own
 * transaction committed; one that comes again is dropped event by event. A message that cannot be
 * stored is thrown back, delivered again, and ends in the dead-letter queue.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/lynceus.device.event"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceEventConsumer implements MessageListener {
  @Inject private DeviceEventStore store;

  @Override
  public void onMessage(Message message) {
    try {
      store.store(DeviceEventMessage.decode(message.getBody(String.class)));
    } catch (JMSException e) {
      throw new IllegalArgumentException("not a text message", e);
    }
  }
}
