package org.lynceus.protocols.xml;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of devices. Refuses document types (and with them entities), more than 1 MiB, 64 levels
 * or 20,000 elements. Always the reader of the JDK, whatever the server brings along: these limits
 * were tested with it.
 */
public final class XmlReader {
  /** The most bytes of a message. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int MOST_LEVELS = 64;
  private static final int MOST_ELEMENTS = 20_000;
  private static final Pattern ENCODING =
      Pattern.compile(
          "^(?:\u00EF\u00BB\u00BF)?\\s*<\\?xml[^>]*encoding=['\"]([A-Za-z0-9._-]{1,40})['\"]");
  private static final XMLInputFactory FACTORY = factory();

  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private XmlReader() {}

  /** The root element; throws {@link XmlException} for anything but a bounded, whole document. */
  public static XmlElement read(byte[] document) throws XmlException {
    if (document.length > MOST_BYTES) {
      throw new XmlException("the message is larger than 1 MiB");
    }
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text(document)));
      try {
        return new XmlReader().root(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new XmlException("the message is not well-formed XML", e);
    }
  }

  /**
   * Bytes that its encoding does not allow become replacement characters: vendors write such names.
   */
  private static String text(byte[] document) {
    if (document.length >= 2
        && (document[0] == -1 && document[1] == -2 || document[0] == -2 && document[1] == -1)) {
      return new String(document, StandardCharsets.UTF_16);
    }
    String start =
        new String(document, 0, Math.min(200, document.length), StandardCharsets.ISO_8859_1);
    Matcher declared = ENCODING.matcher(start);
    String text =
        new String(document, declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private XmlElement root(XMLStreamReader reader) throws XMLStreamException, XmlException {
    XmlElement root = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> throw new XmlException("the message has a document type");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XmlException("the message uses an entity");
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.getFirst().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement ended = open.pop().element();
          if (open.isEmpty()) {
            root = ended;
          } else {
            open.getFirst().children.add(ended);
          }
        }
        default -> {}
      }
    }
    if (root == null) {
      throw new XmlException("the message is empty");
    }
    return root;
  }

  private void start(XMLStreamReader reader) throws XmlException {
    if (++elements > MOST_ELEMENTS || open.size() >= MOST_LEVELS) {
      throw new XmlException("the message has too many elements or levels");
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    String namespace = reader.getNamespaceURI();
    open.push(new Open(namespace == null ? "" : namespace, reader.getLocalName(), attributes));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** An element whose end was not read yet. */
  private static final class Open {
    final String namespace;
    final String name;
    final Map<String, String> attributes;
    final StringBuilder text = new StringBuilder();
    final List<XmlElement> children = new ArrayList<>();

    Open(String namespace, String name, Map<String, String> attributes) {
      this.namespace = namespace;
      this.name = name;
      this.attributes = attributes;
    }

    XmlElement element() {
      return new XmlElement(
          namespace, name, Map.copyOf(attributes), text.toString().strip(), List.copyOf(children));
    }
  }
}
