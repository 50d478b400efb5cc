package org.lynceus.jms.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.util.List;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventPublisher;

/** Hands batches of facts to the queue; outside any transaction, durable when it returns. */
@ApplicationScoped
public class DeviceEventSender implements DeviceEventPublisher {
  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "java:/jms/queue/lynceus.device.event")
  private Queue queue;

  @Override
  public void publish(List<DeviceEvent> batch) {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      context.createProducer().send(queue, DeviceEventMessage.encode(batch));
    }
  }
}
