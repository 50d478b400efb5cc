package org.lynceus.jms.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.dead.DeadLetter;
import org.lynceus.event.dead.DeadLetterBox;

/**
 * The broker's dead-letter queue. What {@link DeadLetters} put there says where it came from and
 * why; of what the broker itself gave up (the topics) only the address is known. A message is
 * replayed in one transaction of the broker.
 */
@ApplicationScoped
public class DeadLetterQueue implements DeadLetterBox {
  /** For a message that somebody browsed a moment ago. */
  private static final long WAIT_MS = 2000;

  private static final String ADDRESS = "_AMQ_ORIG_ADDRESS";
  private static final String QUEUES = "jms.queue.";
  private static final String TOPICS = "jms.topic.";

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "java:/jms/queue/lynceus.dead")
  private Queue dead;

  @Override
  public List<DeadLetter> oldest(int most) {
    return browse(null, most);
  }

  @Override
  public @Nullable DeadLetter find(UUID id) {
    List<DeadLetter> found = browse(selector(id), 1);
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public boolean replay(UUID id) {
    try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
      Message message = take(context, id);
      if (message == null) {
        return false;
      }
      context.createProducer().send(origin(context, message), body(message));
      context.commit();
      return true;
    } catch (JMSException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean drop(UUID id) {
    try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
      boolean there = take(context, id) != null;
      context.commit();
      return there;
    }
  }

  private @Nullable Message take(JMSContext context, UUID id) {
    try (JMSConsumer consumer = context.createConsumer(dead, selector(id))) {
      return consumer.receive(WAIT_MS);
    }
  }

  private List<DeadLetter> browse(@Nullable String selector, int most) {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = context.createBrowser(dead, selector)) {
      List<DeadLetter> found = new ArrayList<>();
      Enumeration<?> messages = browser.getEnumeration();
      while (found.size() < most && messages.hasMoreElements()) {
        found.add(letter((Message) messages.nextElement()));
      }
      return found;
    } catch (JMSException e) {
      throw unreadable(e);
    }
  }

  private static DeadLetter letter(Message message) throws JMSException {
    String body = body(message);
    String address = address(message);
    return new DeadLetter(
        UUID.fromString(message.getJMSMessageID().replaceFirst("^ID:", "")),
        address == null ? null : address.substring(QUEUES.length()),
        Instant.ofEpochMilli(message.getJMSTimestamp()),
        message.getStringProperty(DeadLetters.REASON),
        message.propertyExists(DeadLetters.TRIES)
            ? message.getIntProperty(DeadLetters.TRIES)
            : null,
        body.substring(0, Math.min(body.length(), DeadLetter.SHOWN)),
        body.length());
  }

  /** Where it came from, with the kind of the destination in front; null when it does not say. */
  private static @Nullable String address(Message message) throws JMSException {
    String queue = message.getStringProperty(DeadLetters.QUEUE);
    if (queue != null) {
      return QUEUES + queue;
    }
    String address = message.getStringProperty(ADDRESS);
    return address != null && (address.startsWith(QUEUES) || address.startsWith(TOPICS))
        ? address
        : null;
  }

  private static Destination origin(JMSContext context, Message message) throws JMSException {
    String address =
        Objects.requireNonNull(address(message), "a message of unknown origin was to be replayed");
    String name = address.substring(QUEUES.length());
    return address.startsWith(TOPICS) ? context.createTopic(name) : context.createQueue(name);
  }

  private static String body(Message message) throws JMSException {
    String text = message instanceof TextMessage letter ? letter.getText() : null;
    return text == null ? "" : text;
  }

  private static String selector(UUID id) {
    return "JMSMessageID = 'ID:" + id + "'";
  }

  private static JMSRuntimeException unreadable(JMSException e) {
    return new JMSRuntimeException("The dead letters cannot be read", e.getErrorCode(), e);
  }
}
