package org.lynceus.jms.event;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventStore;
import org.lynceus.shared.Outage;

/**
 * Stores the batches of the queue, in order. No XA: the message is acknowledged after the store's
 * own transaction committed; one that comes again is dropped event by event. While the database is
 * away the message waits; one that can never be stored goes to the dead letters with the reason,
 * and the queue behind it goes on.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/" + DeviceEventConsumer.QUEUE),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceEventConsumer implements MessageListener {
  /** Where the batches come from. */
  static final String QUEUE = "lynceus.device.event";

  private static final Logger LOG = System.getLogger(DeviceEventConsumer.class.getName());

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final RandomGenerator random = new SecureRandom();
  @Inject private DeviceEventStore store;
  @Inject private DeadLetters dead;

  @Override
  public void onMessage(Message message) {
    List<DeviceEvent> batch;
    try {
      batch = DeviceEventMessage.decode(message.getBody(String.class));
    } catch (JMSException | IllegalArgumentException e) {
      bury(message, e, 1);
      return;
    }
    insist(message, batch);
  }

  private void insist(Message message, List<DeviceEvent> batch) {
    Insistence insistence = new Insistence(random);
    long began = System.nanoTime();
    while (true) {
      try {
        store.store(batch);
        return;
      } catch (RuntimeException e) {
        switch (insistence.after(e, Duration.ofNanos(System.nanoTime() - began))) {
          case AGAIN -> pause(insistence.pause(), e);
          case GIVE_BACK -> throw e;
          case BURY -> {
            bury(message, e, insistence.failures());
            return;
          }
        }
      }
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
  }

  private void pause(long millis, RuntimeException why) {
    LOG.log(Level.WARNING, "Events wait to be stored: {0}", Outage.words(why));
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        throw why;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw why;
    }
  }

  private void bury(Message message, Exception why, int tries) {
    LOG.log(Level.ERROR, "A message of " + QUEUE + " goes to the dead letters", why);
    try {
      dead.add(message, QUEUE, Outage.words(why), tries);
    } catch (JMSException e) {
      throw new IllegalStateException("a message could not go to the dead letters", e);
    }
  }
}
