package org.lynceus.device;

import java.net.InetAddress;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.RtspAddress;
import org.lynceus.protocols.registration.ConnectRequest;
import org.lynceus.shared.DomainException;

/**
 * The address of a device that dials in: {@code autoreg:<registration id>}, then what is unusual
 * about it: {@code ?streams=<host:port>} or {@code none}, and {@code &answer=none}.
 *
 * @param streams host and port where its streams are reached; null: where it dials from; {@link
 *     #NO_STREAMS}: nowhere
 * @param answered whether its connect request is answered; one firmware wants nothing
 */
public record RegistrationAddress(String id, @Nullable String streams, boolean answered) {
  /** Its streams are not tried. */
  public static final String NO_STREAMS = "none";

  private static final String SCHEME = "autoreg";
  private static final Pattern FORM =
      Pattern.compile("(?i:autoreg):([^?]*)(?:\\?(?:streams=([^&]*))?&?(answer=none)?)?");

  /** Whether an address is one of these. */
  public static boolean is(URI url) {
    return SCHEME.equalsIgnoreCase(url.getScheme());
  }

  /** Reads an address; throws a validation problem at {@code /url} for anything else. */
  public static RegistrationAddress of(URI url) {
    Matcher form = FORM.matcher(url.toString());
    if (!form.matches() || !ConnectRequest.validId(form.group(1))) {
      throw DomainException.invalid(
          "/url",
          "Write autoreg: and the registration id: 1 to 64 letters, digits, points and dashes.");
    }
    String streams = form.group(2);
    boolean some = streams != null && !streams.isEmpty();
    if (some && !streams.equals(NO_STREAMS)) {
      requireHost(streams);
    }
    return new RegistrationAddress(form.group(1), some ? streams : null, form.group(3) == null);
  }

  private static void requireHost(String streams) {
    try {
      URI stream = URI.create("rtsp://" + streams);
      RtspAddress.require(stream);
      if (stream.getRawPath().isEmpty() && stream.getRawQuery() == null) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw DomainException.invalid(
        "/url",
        "The address of the streams is a host and, if it is not 554, a port: 10.0.0.5:554.");
  }

  public URI url() {
    String more = (streams == null ? "" : "&streams=" + streams) + (answered ? "" : "&answer=none");
    return URI.create(SCHEME + ":" + id + (more.isEmpty() ? "" : "?" + more.substring(1)));
  }

  /** Where a stream of a channel is, as far as it is known; null: nowhere. */
  public @Nullable URI stream(InetAddress dialledFrom, int channel, boolean sub) {
    if (NO_STREAMS.equals(streams)) {
      return null;
    }
    return URI.create(
        "rtsp://%s/cam/realmonitor?channel=%d&subtype=%d"
            .formatted(streams == null ? host(dialledFrom) : streams, channel, sub ? 1 : 0));
  }

  private static String host(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    return plain.indexOf(':') < 0 ? plain : "[" + plain + "]";
  }
}
