package org.lynceus.protocols.discovery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lynceus.protocols.xml.XmlElement;
import org.lynceus.protocols.xml.XmlException;
import org.lynceus.protocols.xml.XmlReader;

/**
 * One match of an answer to a Probe. Scopes and addresses are lists separated by any white space;
 * at most 100 scopes and 16 addresses are read.
 *
 * @param endpoint the endpoint reference, for example {@code urn:uuid:...}; may be empty
 */
record ProbeMatch(
    String endpoint, List<String> types, List<String> scopes, List<String> addresses) {
  private static final int MOST_MATCHES = 256;
  private static final int LONGEST = 100;
  private static final String SCOPE = "onvif://www.onvif.org/";

  /** The matches of a datagram; throws for what is no XML, empty for other messages. */
  static List<ProbeMatch> read(byte[] datagram) throws XmlException {
    XmlElement root = XmlReader.read(datagram);
    return Stream.concat(root.below("ProbeMatch"), root.below("ResolveMatch"))
        .limit(MOST_MATCHES)
        .map(
            match ->
                new ProbeMatch(
                    plain(match.text("EndpointReference", "Address")),
                    words(match.text("Types"), 20),
                    words(match.text("Scopes"), 100),
                    words(match.text("XAddrs"), 16)))
        .filter(match -> !match.addresses.isEmpty())
        .toList();
  }

  /** Whether it is likely a device of ONVIF: by its types, its scopes or its address. */
  boolean onvif() {
    return types.stream()
            .anyMatch(type -> type.endsWith("NetworkVideoTransmitter") || type.endsWith(":Device"))
        || scopes.stream().anyMatch(scope -> scope.startsWith(SCOPE))
        || addresses.stream().anyMatch(address -> address.contains("/onvif/"));
  }

  /** The last part of the first scope of a kind, for example {@code name}. */
  String scope(String kind) {
    String start = SCOPE + kind + "/";
    return scopes.stream()
        .filter(scope -> scope.toLowerCase(Locale.ROOT).startsWith(start))
        .map(scope -> plain(decode(scope.substring(start.length()))))
        .findFirst()
        .orElse("");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static List<String> words(String text, int most) {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> !word.isEmpty() && word.length() <= 1000)
        .limit(most)
        .toList();
  }

  private static String plain(String text) {
    String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
