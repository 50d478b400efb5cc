package org.lynceus.protocols.onvif;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.lynceus.media.FaultCode;
import org.lynceus.media.rtsp.CameraTrust;
import org.lynceus.protocols.xml.XmlElement;

/**
 * Asks whether an ONVIF device answers at an address, by its clock: the one question every device
 * answers to everybody. Holds no credentials, hence can lock no account. For many addresses, from
 * several threads.
 */
public final class OnvifGreeting {
  private static final int MOST_BYTES = 65_536;
  private static final byte[] QUESTION =
      Soap.envelope("", "<GetSystemDateAndTime xmlns=\"" + Namespaces.DEVICE + "\"/>");

  private final HttpClient http;
  private final Clock clock;
  private final Duration patience;

  /**
   * A greeter.
   *
   * @param patience for one answer
   */
  public OnvifGreeting(Executor executor, Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .executor(executor)
            .build();
  }

  /**
   * How far the device's clock is ahead of ours, empty when it does not tell; throws when what is
   * there is no ONVIF device or does not answer. Only for http addresses.
   */
  public Optional<Duration> ask(OnvifAddress address) throws OnvifException {
    HttpRequest request =
        HttpRequest.newBuilder(address.service())
            .timeout(patience)
            .header(
                "Content-Type",
                "application/soap+xml; charset=utf-8; action=\""
                    + Namespaces.DEVICE
                    + "/GetSystemDateAndTime\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(QUESTION))
            .build();
    Instant before = clock.instant();
    byte[] answer = send(request, address);
    Instant after = clock.instant();
    return content(answer)
        .flatMap(DeviceClock::time)
        .map(told -> DeviceClock.offset(before, after, told));
  }

  private byte[] send(HttpRequest request, OnvifAddress address) throws OnvifException {
    try {
      HttpResponse<byte[]> answer = http.send(request, LimitedBody.handler(MOST_BYTES));
      return answer.body();
    } catch (IOException e) {
      throw ConnectFaults.of(e, address, new CameraTrust(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OnvifException(FaultCode.INTERNAL, "The center is stopping.", e);
    }
  }

  /** A refusal in SOAP is an answer of a device, too: some tell their clock only to users. */
  private static Optional<XmlElement> content(byte[] answer) throws OnvifException {
    try {
      XmlElement content = Soap.body(answer);
      if (!content.name().equals("GetSystemDateAndTimeResponse")) {
        throw new OnvifException(
            FaultCode.NOT_ONVIF, "What answers there does not speak ONVIF.", null);
      }
      return Optional.of(content);
    } catch (OnvifException e) {
      if (e.fault().code() == FaultCode.UNAUTHORIZED || e.unsupported()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
