package org.lynceus.user;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Checks {@link Needs} before the method runs. */
@Interceptor
@Needs(Function.SYSTEM_CONFIGURE)
@Priority(Interceptor.Priority.APPLICATION)
public class NeedsInterceptor {
  @Inject private Rights rights;

  @AroundInvoke
  @Nullable Object check(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    if (!method.isAnnotationPresent(PermitAll.class)) {
      @Nullable Needs needs = method.getAnnotation(Needs.class);
      rights.require(
          (needs == null ? method.getDeclaringClass().getAnnotation(Needs.class) : needs).value());
    }
    return call.proceed();
  }
}
