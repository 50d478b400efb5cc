package org.lynceus.jms.alarm;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lynceus.alarm.work.AlarmWork;

/** Wakes this node's work on alarms when any node stored events; one of the nodes does it. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/lynceus.event.stored"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventsForAlarmsConsumer implements MessageListener {
  @Inject private AlarmWork work;

  @Override
  public void onMessage(Message message) {
    work.wake();
  }
}
