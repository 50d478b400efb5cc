package org.lynceus.rest.shared;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.FieldProblem;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/** A problem on the wire (RFC 9457). */
@Schema(description = "RFC 9457 problem")
public record Problem(
    @NotNull @Schema(description = "urn:lynceus:problem:<code>") String type,
    @NotNull String title,
    @NotNull Integer status,
    @Nullable String detail,
    @Nullable String correlationId,
    @Nullable ReasonView reason,
    @Nullable List<FieldError> errors) {

  /** The media type of problems. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** What is wrong with one field. */
  @Schema(name = "FieldError")
  public record FieldError(
      @NotNull @Schema(description = "JSON pointer into the body, or the name of the parameter")
          String pointer,
      @NotNull String detail) {}

  public static Response response(ProblemType type, @Nullable String detail) {
    return response(type, detail, null, List.of(), null);
  }

  /** The answer to a request that failed. */
  public static Response response(
      ProblemType type,
      @Nullable String detail,
      @Nullable Reason reason,
      List<FieldProblem> fields,
      @Nullable String correlationId) {
    List<FieldError> errors =
        fields.stream().map(f -> new FieldError(f.pointer(), f.detail())).toList();
    Problem problem =
        new Problem(
            type.urn(),
            type.title(),
            type.status(),
            detail,
            correlationId,
            ReasonView.of(reason),
            errors.isEmpty() ? null : errors);
    return Response.status(type.status())
        .type(MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(problem)
        .build();
  }
}
