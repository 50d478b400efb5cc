package org.lynceus.protocols.onvif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lynceus.protocols.xml.XmlElement;
import org.lynceus.protocols.xml.XmlText;

/** Elements of requests. Content is XML already; every text in it went through {@link #text}. */
final class Request {
  private Request() {}

  /** The element of an operation; the prefix {@code tt} is that of the ONVIF schema. */
  static String of(String namespace, String operation, String content) {
    return "<"
        + operation
        + " xmlns=\""
        + namespace
        + "\" xmlns:tt=\""
        + Namespaces.SCHEMA
        + "\">"
        + content
        + "</"
        + operation
        + ">";
  }

  /**
   * An element of the ONVIF schema as the device told it, without what vendors added to it; for
   * parts that the center does not know and must not lose.
   */
  static String echo(XmlElement told) {
    StringBuilder xml = new StringBuilder("<tt:").append(told.name());
    told.attributes().forEach((name, value) -> xml.append(attribute(name, value)));
    xml.append('>').append(XmlText.escape(told.text()));
    told.children().stream()
        .filter(child -> child.namespace().equals(told.namespace()))
        .filter(child -> !child.name().equals("Extension"))
        .forEach(child -> xml.append(echo(child)));
    return xml.append("</tt:").append(told.name()).append('>').toString();
  }

  /** An attribute with a blank before it. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + XmlText.escape(value) + "\"";
  }

  /** A number as devices read it: without an exponent, without needless zeros. */
  static String number(double value) {
    return new BigDecimal(value)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** An element with text. */
  static String text(String name, String text) {
    return "<" + name + ">" + XmlText.escape(text) + "</" + name + ">";
  }
}
