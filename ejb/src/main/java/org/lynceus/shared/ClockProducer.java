package org.lynceus.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that reads the system's clock; everybody else has a Clock injected. */
@ApplicationScoped
public class ClockProducer {
  @Produces
  @Dependent
  Clock clock() {
    return Clock.systemUTC();
  }
}
