package org.lynceus.rest.shared;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * The form of all bodies. Without it the server makes a new one for each request, which reads the
 * classes of the answer anew.
 */
@Provider
public class JsonForm implements ContextResolver<Jsonb> {
  /** May be used by all threads at once. */
  public static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public Jsonb getContext(Class<?> type) {
    return JSON;
  }
}
