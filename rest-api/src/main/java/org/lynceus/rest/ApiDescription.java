package org.lynceus.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Finishes the generated description: paths as clients see them, under {@code /api}, and the
 * problem that every operation may answer.
 */
public class ApiDescription implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, PathItem> paths = new LinkedHashMap<>();
    api.getPaths().getPathItems().forEach((path, item) -> paths.put("/api" + path, item));
    api.getPaths().setPathItems(paths);
    paths.values().forEach(item -> item.getOperations().values().forEach(this::mayFail));
  }

  private void mayFail(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "default", OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
  }
}
