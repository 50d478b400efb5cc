package org.lynceus.jms.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;

/**
 * Where messages go that can never be taken, with the reason beside them: {@link #QUEUE} names the
 * queue they came from, {@link #REASON} says why in at most {@value #LONGEST_REASON} characters,
 * {@link #TRIES} how often it was tried.
 */
@ApplicationScoped
public class DeadLetters {
  static final String QUEUE = "lynceusQueue";
  static final String REASON = "lynceusReason";
  static final String TRIES = "lynceusTries";
  static final int LONGEST_REASON = 1000;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "java:/jms/queue/lynceus.dead")
  private Queue dead;

  /**
   * Puts a copy there. When that fails the message is not lost: the caller throws it back to its
   * queue.
   */
  public void add(Message message, String queue, String reason, int tries) throws JMSException {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      context
          .createProducer()
          .setProperty(QUEUE, queue)
          .setProperty(TRIES, tries)
          .setProperty(REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
          .send(dead, message instanceof TextMessage text ? text.getText() : "");
    }
  }
}
