package org.lynceus.protocols.onvif;

import java.nio.charset.StandardCharsets;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.xml.XmlElement;
import org.lynceus.protocols.xml.XmlException;
import org.lynceus.protocols.xml.XmlReader;

/** Envelopes of SOAP 1.2; answers in SOAP 1.1 are read as well, some devices send them. */
public final class Soap {
  private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";

  private Soap() {}

  /** A whole message. */
  public static byte[] envelope(String header, String body) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\""
            + ENVELOPE
            + "\"><s:Header>"
            + header
            + "</s:Header><s:Body>"
            + body
            + "</s:Body></s:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The element in the body of an answer. Throws the device's fault, or NOT_ONVIF when this is no
   * SOAP message at all.
   */
  static XmlElement body(byte[] answer) throws OnvifException {
    XmlElement root;
    try {
      root = XmlReader.read(answer);
    } catch (XmlException e) {
      throw notOnvif("What answers there does not speak ONVIF: " + e.getMessage() + ".", e);
    }
    XmlElement content =
        root.first("Body")
            .filter(body -> root.name().equals("Envelope"))
            .flatMap(body -> body.children().stream().findFirst())
            .orElseThrow(() -> notOnvif("What answers there does not speak ONVIF.", null));
    if (content.name().equals("Fault")) {
      throw fault(content);
    }
    return content;
  }

  private static OnvifException fault(XmlElement fault) {
    String reason = fault.text("Reason", "Text");
    if (reason.isEmpty()) {
      reason = fault.text("faultstring");
    }
    String subcode =
        fault
            .below("Subcode")
            .map(one -> one.text("Value"))
            .filter(value -> !value.isEmpty())
            .reduce((outer, inner) -> inner)
            .orElse(fault.text("faultcode"));
    subcode = limited(subcode.substring(subcode.lastIndexOf(':') + 1), 60);
    boolean rejected =
        subcode.equals("NotAuthorized")
            || subcode.equals("FailedAuthentication")
            || subcode.equals("InvalidSecurity")
            || subcode.equals("InvalidSecurityToken")
            || subcode.equals("MessageExpired");
    return new OnvifException(
        rejected ? FaultCode.UNAUTHORIZED : FaultCode.REFUSED,
        "The device refused: " + limited(reason.isEmpty() ? subcode : reason, 200) + ".",
        subcode,
        null);
  }

  private static String limited(String text, int most) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= most ? plain : plain.substring(0, most) + "…";
  }

  private static OnvifException notOnvif(
      String text, @org.jspecify.annotations.Nullable Throwable cause) {
    return new OnvifException(FaultCode.NOT_ONVIF, text, cause);
  }
}
