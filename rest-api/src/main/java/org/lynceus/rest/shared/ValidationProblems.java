package org.lynceus.rest.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.lynceus.shared.FieldProblem;
import org.lynceus.shared.ProblemType;

/** Requests whose fields break the declared constraints; one pointer per field. */
@Provider
public class ValidationProblems implements ExceptionMapper<ConstraintViolationException> {
  @Override
  public Response toResponse(ConstraintViolationException e) {
    List<FieldProblem> fields =
        e.getConstraintViolations().stream()
            .map(v -> new FieldProblem(pointer(v), sentence(v)))
            .sorted(java.util.Comparator.comparing(FieldProblem::pointer))
            .toList();
    String detail = fields.isEmpty() ? null : fields.get(0).detail();
    return Problem.response(ProblemType.VALIDATION, detail, null, fields, null);
  }

  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.isEmpty() ? "/" : pointer.toString();
  }

  private static String sentence(ConstraintViolation<?> violation) {
    String pointer = pointer(violation);
    String field = pointer.length() > 1 ? "'" + pointer.substring(1) + "' " : "The body ";
    return field + violation.getMessage() + ".";
  }
}
