package org.lynceus.shared;

import java.util.Locale;

/**
 * Every kind of problem the API can answer, with its HTTP status and title. The wire form is {@code
 * urn:lynceus:problem:<code>} (RFC 9457).
 */
public enum ProblemType {
  NOT_FOUND(404, "Not found"),
  VALIDATION(400, "The request is not valid"),
  MALFORMED(400, "The request cannot be read"),
  UNAUTHENTICATED(401, "Sign in first"),
  FORBIDDEN(403, "Your role does not allow this"),
  METHOD_NOT_ALLOWED(405, "This resource does not know that method"),
  NOT_ACCEPTABLE(406, "The answer cannot be given in that form"),
  CONFLICT(409, "The state of the object does not allow this"),
  STALE_VERSION(412, "Somebody else changed it meanwhile"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The request has a form that is not understood"),
  RANGE_NOT_SATISFIABLE(416, "The range is outside the file"),
  CAMERA_UNUSABLE(422, "The camera cannot be used"),
  NOTHING_RECORDED(404, "Nothing is recorded there"),
  VERSION_REQUIRED(428, "Say which version you change, by If-Match"),
  INTERNAL(500, "Something failed inside the center"),
  UNAVAILABLE(503, "A part the center needs is away");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String urn() {
    return "urn:lynceus:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
