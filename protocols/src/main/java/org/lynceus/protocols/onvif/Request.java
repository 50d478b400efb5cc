package org.lynceus.protocols.onvif;

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

  /** An element with text. */
  static String text(String name, String text) {
    return "<" + name + ">" + XmlText.escape(text) + "</" + name + ">";
  }
}
