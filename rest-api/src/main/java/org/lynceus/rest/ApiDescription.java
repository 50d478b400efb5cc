package org.lynceus.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finishes the generated description: paths as clients see them, under {@code /api}, and the
 * problem that every operation may answer.
 */
public class ApiDescription implements OASFilter {
  private static final String UUID = "#/components/schemas/UUID";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, PathItem> paths = new LinkedHashMap<>();
    api.getPaths().getPathItems().forEach((path, item) -> paths.put("/api" + path, item));
    paths.put("/api/v1/channels/{id}/live", live());
    api.getPaths().setPathItems(new TreeMap<>(paths));
    paths.values().forEach(item -> item.getOperations().values().forEach(this::mayFail));
    api.getComponents().removeSchema("UUID");
  }

  /**
   * Ids are written the same everywhere. The generator writes the first one it meets in full and
   * refers to it from the others, and which one it meets first depends on the file system.
   */
  @Override
  public @Nullable Schema filterSchema(Schema schema) {
    if (UUID.equals(schema.getRef()) || "uuid".equals(schema.getFormat())) {
      return OASFactory.createSchema()
          .addType(Schema.SchemaType.STRING)
          .format("uuid")
          .description(schema.getDescription());
    }
    return schema;
  }

  /** The WebSocket of LiveEndpoint, which the generator does not see. */
  private static PathItem live() {
    Schema id = OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("uuid");
    Operation handshake =
        OASFactory.createOperation()
            .operationId("watchLive")
            .summary(
                "Live video as WebSocket: JSON texts init, state, dropped, audio; binary fMP4 fragments")
            .addParameter(
                OASFactory.createParameter()
                    .name("id")
                    .in(Parameter.In.PATH)
                    .required(true)
                    .schema(id))
            .addParameter(choice("stream", "main", "sub"))
            .addParameter(choice("variant", "original", "h264"))
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse(
                        "101",
                        OASFactory.createAPIResponse().description("Switching to WebSocket")));
    return OASFactory.createPathItem().GET(handshake);
  }

  private static Parameter choice(String name, String usual, String other) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.QUERY)
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .addEnumeration(usual)
                .addEnumeration(other));
  }

  private void mayFail(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "default", OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
  }
}
