package org.lynceus.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can understand and act on. Rolls the transaction back. The detail is an
 * English sentence without secrets; {@code reason} is set when a device or a volume is the cause.
 */
@ApplicationException(rollback = true, inherited = true)
public class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient @Nullable Reason reason;
  private final transient List<FieldProblem> fields;

  public DomainException(ProblemType type, String detail) {
    this(type, detail, null, List.of());
  }

  public DomainException(
      ProblemType type, String detail, @Nullable Reason reason, List<FieldProblem> fields) {
    super(detail);
    this.type = type;
    this.reason = reason;
    this.fields = List.copyOf(fields);
  }

  public ProblemType type() {
    return type;
  }

  public @Nullable Reason reason() {
    return reason;
  }

  public List<FieldProblem> fields() {
    return fields;
  }

  /** A request whose fields break rules. */
  public static DomainException invalid(String pointer, String detail) {
    return new DomainException(
        ProblemType.VALIDATION, detail, null, List.of(new FieldProblem(pointer, detail)));
  }

  /** An id that does not exist, or that the caller may not know of. */
  public static DomainException notFound(String what) {
    return new DomainException(ProblemType.NOT_FOUND, "There is no such " + what + ".");
  }
}
