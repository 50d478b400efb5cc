package org.lynceus.rest.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Answers belong to one caller and one moment: no cache keeps them unless the resource says so. */
@Provider
public class NoStore implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response
        .getHeaders()
        .putIfAbsent("Cache-Control", new java.util.ArrayList<>(java.util.List.of("no-store")));
  }
}
