package org.lynceus.systemtests.container;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Stands around the consumer, which has no transaction of its own. */
public class SabotageInterceptor {
  @Inject private Saboteur saboteur;

  @AroundInvoke
  Object around(InvocationContext call) throws Exception {
    saboteur.reach(Saboteur.Point.BEFORE_STORING);
    Object result = call.proceed();
    saboteur.reach(Saboteur.Point.AFTER_THE_COMMIT);
    return result;
  }
}
