package org.lynceus.jms.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.lynceus.event.center.BrokerQueues;
import org.lynceus.event.center.QueueFigures;

/**
 * Asks the server's management in the same process. A browser of the queue would not do: it does
 * not see the messages that the consumer was handed already.
 */
@ApplicationScoped
public class BrokerFigures implements BrokerQueues {
  private static final String QUEUE =
      "jboss.as:subsystem=messaging-activemq,server=default,jms-queue=";

  @Override
  public QueueFigures figures(String queue) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName(QUEUE + queue);
      return new QueueFigures(
          number(server, name, "messageCount"), number(server, name, "messagesAdded"));
    } catch (JMException e) {
      throw new IllegalStateException("the broker does not tell the figures of " + queue, e);
    }
  }

  private static long number(MBeanServer server, ObjectName queue, String attribute)
      throws JMException {
    return ((Number) server.getAttribute(queue, attribute)).longValue();
  }
}
