package org.lynceus.shared;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;

/** Events of the tests: keeps the facts that are fired. */
public final class TestEvents {
  private TestEvents() {}

  public static Event<?> into(List<Object> facts) {
    return (Event<?>)
        Proxy.newProxyInstance(
            TestEvents.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> facts.add(arguments[0]) ? null : proxy);
  }
}
