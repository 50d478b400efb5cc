package org.lynceus.rest.shared;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.lynceus.shared.DomainException;

/** Refusals of the domain. */
@Provider
public class DomainProblems implements ExceptionMapper<DomainException> {
  @Override
  public Response toResponse(DomainException e) {
    return Problem.response(e.type(), e.getMessage(), e.reason(), e.fields(), null);
  }
}
