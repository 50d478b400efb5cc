package org.lynceus.simulator.onvif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A request: the operation's element and the texts in it. Read by the JDK's DOM parser. */
final class SoapRequest {
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private final Document document;
  private final Element operation;

  private SoapRequest(Document document, Element operation) {
    this.document = document;
    this.operation = operation;
  }

  static SoapRequest read(byte[] body) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body));
      Node content = document.getElementsByTagNameNS(SOAP, "Body").item(0);
      for (Node one = content == null ? null : content.getFirstChild();
          one != null;
          one = one.getNextSibling()) {
        if (one instanceof Element element) {
          return new SoapRequest(document, element);
        }
      }
      throw new IOException("no SOAP 1.2 message with an operation");
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("no XML", e);
    }
  }

  String operation() {
    return operation.getLocalName();
  }

  String namespace() {
    return String.valueOf(operation.getNamespaceURI());
  }

  /** The text of the first element of a name in the operation, empty without one. */
  String text(String name) {
    return text(operation.getElementsByTagNameNS("*", name));
  }

  /** The elements of a name in the operation, each to be read like a request. */
  List<SoapRequest> all(String name) {
    NodeList found = operation.getElementsByTagNameNS("*", name);
    List<SoapRequest> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add(new SoapRequest(document, (Element) found.item(i)));
    }
    return all;
  }

  /** An attribute of the first element of a name in the operation, empty without one. */
  String attribute(String name, String attribute) {
    Element element = element(name);
    return element == null ? "" : element.getAttribute(attribute);
  }

  /** The same in the message's header. */
  String header(String name) {
    return text(document.getElementsByTagNameNS("*", name));
  }

  /** A number in an attribute of an element in the operation, 0 without one. */
  double number(String name, String attribute) {
    Element element = element(name);
    String value = element == null ? "" : element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  private @Nullable Element element(String name) {
    return (Element) operation.getElementsByTagNameNS("*", name).item(0);
  }

  private static String text(NodeList found) {
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
