package org.lynceus.media.rtsp;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.sdp.SessionDescription;

/**
 * Questions and answers on one RTSP connection, one question at a time: signs what is asked, asks
 * again when it was challenged, stays in the session it was given and answers what the other side
 * asks. Knows nothing of what the answers mean.
 */
final class RtspDialogue {
  private final String url;
  private final Authenticator authenticator;
  private final RtspRequests requests = new RtspRequests();
  private final SessionHeader session = new SessionHeader();
  private String method = "";
  private String target = "";
  private String extra = "";

  RtspDialogue(URI url, @Nullable Credentials credentials, RandomGenerator random) {
    this.url = url.toString();
    this.authenticator = new Authenticator(credentials, RtspAddress.secure(url), random);
  }

  /** What was asked last. */
  String method() {
    return method;
  }

  void ask(String newMethod, String newTarget, String headers) {
    method = newMethod;
    target = newTarget;
    extra = headers;
    String authorization = authenticator.header(newMethod, newTarget);
    requests.send(
        newMethod,
        newTarget,
        headers
            + session.line()
            + (authorization == null ? "" : "Authorization: " + authorization + "\r\n"));
  }

  /** Whether the message is the final answer to what was asked; what is not is dealt with here. */
  boolean answers(RtspMessage message) throws FaultException {
    if (message.status() == 0) {
      requests.answer(message.header("CSeq"));
      return false;
    }
    if (message.status() == 401) {
      authenticator.challenged(message.all("WWW-Authenticate"));
      ask(method, target, extra);
      return false;
    }
    if (message.status() < 200) {
      return false;
    }
    authenticator.accepted(message.header("Authentication-Info"));
    return true;
  }

  void interleaved(int channel, ByteBuffer packet) {
    requests.interleaved(channel, packet);
  }

  @Nullable ByteBuffer output() {
    return requests.take();
  }

  void enter(RtspMessage message) throws FaultException {
    session.take(message.header("Session"));
  }

  boolean inSession() {
    return session.known();
  }

  int keepAliveSeconds() {
    return Math.max(1, session.timeoutSeconds() / 2);
  }

  static SessionDescription description(RtspMessage message) throws FaultException {
    try {
      return SessionDescription.parse(message.bodyText());
    } catch (MalformedException broken) {
      throw new FaultException(
          FaultCode.MALFORMED,
          "The camera describes its stream in a broken way: " + broken.getMessage());
    }
  }

  /** What the addresses of a description are relative to (RFC 2326 C.1.1). */
  String base(RtspMessage message) {
    String base = message.header("Content-Base");
    base = base == null ? message.header("Content-Location") : base;
    boolean usable =
        base != null
            && base.matches("(?i)rtsps?://.*")
            && base.length() <= 2048
            && base.chars().noneMatch(c -> c <= ' ');
    return usable && base != null ? base : url;
  }
}
