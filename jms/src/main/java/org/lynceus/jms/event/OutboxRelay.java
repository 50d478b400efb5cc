package org.lynceus.jms.event;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.lynceus.alarm.AlarmNews;
import org.lynceus.alarm.AlarmsChanged;
import org.lynceus.event.DeviceEventStore;
import org.lynceus.event.EventsStored;
import org.lynceus.event.Outbox;
import org.lynceus.shared.Rounds;

/**
 * Publishes the outbox: at once after a storing transaction committed, and every second what other
 * nodes published, or what a crash or an outage left behind.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxRelay {
  private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());

  @Inject private Outbox outbox;
  @Resource private ManagedExecutorService executor;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "java:/jms/topic/lynceus.event.stored")
  private Topic eventsStored;

  @Resource(lookup = "java:/jms/topic/lynceus.alarm.raised")
  private Topic alarmsRaised;

  private final Rounds rounds = new Rounds(this::round);

  /** Publishes what waits; what cannot be published stays and is tried again. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void relay() {
    try {
      if (outbox.waits()) {
        rounds.wake();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The outbox cannot be read", e);
    }
  }

  private void round() {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      while (outbox.relay(message -> send(context, message)) == Outbox.BATCH) {
        LOG.log(Level.TRACE, "Relayed a batch of the outbox");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The outbox waits: {0}", e.getMessage());
    }
  }

  /** Publishes as soon as a storing transaction has committed. */
  public void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventsStored event) {
    executor.execute(rounds::wake);
  }

  /** Publishes as soon as alarms were raised or changed. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmsChanged event) {
    executor.execute(rounds::wake);
  }

  private void send(JMSContext context, Outbox.Message message) {
    Topic topic =
        switch (message.topic()) {
          case DeviceEventStore.TOPIC -> eventsStored;
          case AlarmNews.TOPIC -> alarmsRaised;
          default ->
              throw new IllegalStateException("no destination for outbox topic " + message.topic());
        };
    context.createProducer().send(topic, message.body());
  }
}
