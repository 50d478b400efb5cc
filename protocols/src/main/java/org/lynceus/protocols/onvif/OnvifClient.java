package org.lynceus.protocols.onvif;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.rtsp.Authenticator;
import org.lynceus.media.rtsp.CameraTrust;
import org.lynceus.protocols.xml.XmlElement;
import org.lynceus.protocols.xml.XmlReader;

/**
 * Calls operations of one device. Signs with a WS-Security token on the device's clock; when the
 * device answers with a digest challenge, with HTTP digest from then on, never with both. One call
 * presents the password at most three times (token, token on a corrected clock, digest), the clock
 * being read again when it may have jumped or the token was long on its way; once rejected, this
 * client presents it no more, so that no retry locks an account: make a new one for a new password.
 * A refusal after calls that were accepted is one of rights, not of the password. Not safe for
 * several threads at once.
 */
public final class OnvifClient {
  private static final int MOST_TRIES = 3;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Devices take tokens that are off by five seconds or more; a smaller jump is no reason. */
  private static final Duration CLOCK_JUMP = Duration.ofSeconds(2);

  /** An answer that takes longer may be to a token that was too old when it was read. */
  private static final Duration LATE = Duration.ofSeconds(3);

  /** One for all devices without TLS: each client has threads of its own. */
  private static final HttpClient PLAIN = http().build();

  /**
   * Operations that devices answer whatever the credentials (ONVIF Core 5.9.2): no proof of them.
   */
  private static final Set<String> OPEN =
      Set.of(
          Namespaces.DEVICE + "/GetServices",
          Namespaces.DEVICE + "/GetCapabilities",
          Namespaces.DEVICE + "/GetSystemDateAndTime");

  private static final String CLOCK = "<GetSystemDateAndTime xmlns=\"" + Namespaces.DEVICE + "\"/>";

  private final HttpClient http;
  private final OnvifAddress address;
  private final @Nullable Credentials credentials;
  private final CameraTrust trust;
  private final Clock clock;
  private final RandomGenerator random;
  private final Duration patience;
  private final Authenticator authenticator;
  private @Nullable List<Duration> offsets;
  private boolean accepted;
  private @Nullable OnvifException rejected;

  /**
   * A client.
   *
   * @param trust decides over https certificates
   * @param random must be a secure one
   * @param patience for one answer, with connecting; connecting alone gets at most 5 s
   */
  public OnvifClient(
      OnvifAddress address,
      @Nullable Credentials credentials,
      CameraTrust trust,
      Clock clock,
      RandomGenerator random,
      Duration patience) {
    this.address = address;
    this.credentials = credentials;
    this.trust = trust;
    this.clock = clock;
    this.random = random;
    this.authenticator = new Authenticator(credentials, address.secure(), random);
    this.patience = patience;
    this.http = address.secure() ? http().sslContext(trust.context()).build() : PLAIN;
  }

  private static HttpClient.Builder http() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  public OnvifAddress address() {
    return address;
  }

  /** How far the device's clock is ahead of ours; empty before the first call, and when unknown. */
  public Optional<Duration> clockOffset() {
    return offsets == null ? Optional.empty() : Optional.of(offsets.get(0));
  }

  /** The device's clock was set: it is read again before the next token is signed. */
  void forgetClock() {
    offsets = null;
  }

  /** Calls an operation of a service: its action is the namespace and the element's name. */
  public XmlElement call(URI service, String namespace, String operation, String content)
      throws OnvifException {
    return answer(
        call(
            service,
            namespace + "/" + operation,
            "",
            Request.of(namespace, operation, content),
            patience));
  }

  /**
   * The same without waiting, with an action and headers of its own, as the event service has them.
   * Fails with an {@link OnvifException}. The next call must wait for this one's end.
   */
  CompletableFuture<XmlElement> call(
      URI service, String action, String headers, String body, Duration time) {
    if (rejected != null) {
      return CompletableFuture.failedFuture(rejected);
    }
    Call call = new Call(service, action, headers, body, time);
    return (offsets == null ? readClock() : CompletableFuture.<Void>completedFuture(null))
        .thenCompose(known -> attempt(call, 0, 0, null));
  }

  /**
   * Posts a file as it is. A token has no place there: the password is presented only to a device
   * that challenges, by HTTP digest, once.
   */
  void upload(URI to, Path file, Duration time) throws OnvifException {
    HttpResponse<byte[]> answer = answer(post(to, file, time));
    if (rejected == null && challenged(answer)) {
      answer = answer(post(to, file, time));
    }
    int status = answer.statusCode();
    if (status == 401 || status == 403) {
      throw new OnvifException(
          FaultCode.FORBIDDEN, "The device does not let this user send a firmware.", null);
    }
    if (status / 100 != 2) {
      throw new OnvifException(
          FaultCode.REFUSED,
          "The device refused the file (HTTP " + status + "); is it for this model?",
          "HTTP" + status,
          null);
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> post(URI to, Path file, Duration time) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(to)
              .timeout(time)
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofFile(file));
      String authorization = authenticator.header("POST", target(to));
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      return sent(request.build());
    } catch (FileNotFoundException e) {
      return CompletableFuture.failedFuture(
          new OnvifException(FaultCode.INTERNAL, "The file is not on this node any more.", e));
    }
  }

  /** Waits for an answer. */
  static <T> T answer(CompletableFuture<T> coming) throws OnvifException {
    try {
      return coming.get();
    } catch (ExecutionException e) {
      throw OnvifException.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OnvifException(FaultCode.INTERNAL, "The center is stopping.", e);
    }
  }

  private record Call(URI service, String action, String headers, String body, Duration time) {}

  /**
   * Presents the credentials once, and again as the answer asks for it.
   *
   * @param tries before this one
   * @param token which difference of the clocks to sign with
   * @param last refusal before this try
   */
  private CompletableFuture<XmlElement> attempt(
      Call call, int tries, int token, @Nullable OnvifException last) {
    if (tries == MOST_TRIES) {
      return CompletableFuture.failedFuture(unauthorized(last));
    }
    String authorization = authenticator.header("POST", target(call.service));
    String header = call.headers + (authorization == null ? token(token) : "");
    Attempt made = new Attempt(call, tries, token, authorization != null, clock.instant());
    return post(call, header, authorization).thenCompose(answer -> judge(made, answer));
  }

  private record Attempt(Call call, int tries, int token, boolean digest, Instant at) {}

  private CompletableFuture<XmlElement> judge(Attempt made, HttpResponse<byte[]> answer) {
    try {
      if (challenged(answer)) {
        return attempt(made.call, made.tries + 1, made.token, null);
      }
      XmlElement said = content(answer);
      authenticator.accepted(answer.headers().firstValue("Authentication-Info").orElse(null));
      accepted |= !OPEN.contains(made.call.action);
      return CompletableFuture.completedFuture(said);
    } catch (OnvifException e) {
      return e.fault().code() != FaultCode.UNAUTHORIZED || e == rejected
          ? CompletableFuture.failedFuture(e)
          : refused(made, e);
    }
  }

  /** Signs once more where something else than the password may be wrong with a token. */
  private CompletableFuture<XmlElement> refused(Attempt made, OnvifException refusal) {
    if (made.digest || credentials == null) {
      return CompletableFuture.failedFuture(unauthorized(refusal));
    }
    if (anotherClock(made.token + 1)) {
      return attempt(made.call, made.tries + 1, made.token + 1, refusal);
    }
    boolean late = Duration.between(made.at, clock.instant()).compareTo(LATE) > 0;
    Duration before = clockOffset().orElse(Duration.ZERO);
    return readClock()
        .thenCompose(
            known -> {
              Duration jump = clockOffset().orElse(Duration.ZERO).minus(before).abs();
              return late || jump.compareTo(CLOCK_JUMP) > 0
                  ? attempt(made.call, made.tries + 1, 0, refusal)
                  : CompletableFuture.failedFuture(unauthorized(refusal));
            });
  }

  /** Takes up a challenge of HTTP; whether the request is to be sent again with its answer. */
  private boolean challenged(HttpResponse<byte[]> answer) throws OnvifException {
    List<String> challenges = answer.headers().allValues("WWW-Authenticate");
    if (answer.statusCode() != 401 || challenges.isEmpty() || credentials == null) {
      return false;
    }
    try {
      authenticator.challenged(challenges);
      return true;
    } catch (FaultException e) {
      throw unauthorized(e);
    }
  }

  /** Whether there is one more difference of the clocks to sign with. */
  private boolean anotherClock(int token) {
    List<Duration> now = offsets;
    return now != null && token < now.size();
  }

  private OnvifException unauthorized(@Nullable Exception cause) {
    if (accepted && credentials != null) {
      return new OnvifException(
          FaultCode.FORBIDDEN, "The device does not let this user do that.", cause);
    }
    OnvifException failure =
        new OnvifException(
            FaultCode.UNAUTHORIZED,
            credentials == null
                ? "The device wants a user and a password."
                : "The device rejects the user or the password."
                    + (clockOffset().filter(o -> o.abs().toMinutes() >= 5).isPresent()
                        ? " Its clock is " + words(clockOffset().get()) + "; this may be why."
                        : ""),
            cause);
    rejected = failure;
    return failure;
  }

  private static String words(Duration offset) {
    Duration size = offset.abs();
    String amount = size.toHours() >= 2 ? size.toHours() + " hours" : size.toMinutes() + " minutes";
    return amount + (offset.isNegative() ? " slow" : " fast");
  }

  private String token(int number) {
    if (credentials == null) {
      return "";
    }
    Duration offset = offsets == null ? Duration.ZERO : offsets.get(number);
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    return UsernameToken.header(credentials, clock.instant().plus(offset), nonce);
  }

  /**
   * Reads the device's clock without credentials; a device that does not tell it has the Date
   * header.
   */
  private CompletableFuture<Void> readClock() {
    Instant before = clock.instant();
    Call call =
        new Call(
            address.service(), Namespaces.DEVICE + "/GetSystemDateAndTime", "", CLOCK, patience);
    return post(call, "", null).thenCompose(answer -> learnClock(before, answer));
  }

  private CompletableFuture<Void> learnClock(Instant before, HttpResponse<byte[]> answer) {
    Instant after = clock.instant();
    Optional<Instant> time;
    try {
      time = DeviceClock.time(content(answer));
    } catch (OnvifException e) {
      if (e.fault().code() == FaultCode.NOT_ONVIF) {
        return CompletableFuture.failedFuture(e);
      }
      time = Optional.empty();
    }
    offsets =
        time.or(() -> date(answer))
            .map(told -> DeviceClock.candidates(DeviceClock.offset(before, after, told)))
            .orElse(List.of(Duration.ZERO));
    return CompletableFuture.completedFuture(null);
  }

  private static Optional<Instant> date(HttpResponse<byte[]> answer) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static XmlElement content(HttpResponse<byte[]> answer) throws OnvifException {
    int status = answer.statusCode();
    if (status == 401 || status == 403) {
      throw new OnvifException(FaultCode.UNAUTHORIZED, "The device answered " + status + ".", null);
    }
    if (status == 404 || status / 100 == 3) {
      throw new OnvifException(
          FaultCode.NOT_ONVIF, "There is no ONVIF service at this address.", null);
    }
    return Soap.body(answer.body());
  }

  private static String target(URI service) {
    String query = service.getRawQuery();
    return query == null ? service.getRawPath() : service.getRawPath() + "?" + query;
  }

  private CompletableFuture<HttpResponse<byte[]>> post(
      Call call, String header, @Nullable String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.service)
            .timeout(call.time)
            .header(
                "Content-Type",
                "application/soap+xml; charset=utf-8; action=\"" + call.action + "\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Soap.envelope(header, call.body)));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return sent(request.build());
  }

  private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request) {
    return http.sendAsync(request, LimitedBody.handler(XmlReader.MOST_BYTES))
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(ConnectFaults.of(failure, address, trust)));
  }
}
