package org.lynceus.protocols.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a device's message. Names are local names: vendors get prefixes and namespaces
 * wrong more often than names. Text is stripped.
 *
 * @param attributes by local name
 * @param text the element's own text, empty when it has none
 */
public record XmlElement(
    String namespace,
    String name,
    Map<String, String> attributes,
    String text,
    List<XmlElement> children) {

  /** The elements reached by a path of names, in order of the document. */
  public Stream<XmlElement> all(String... path) {
    Stream<XmlElement> found = Stream.of(this);
    for (String step : path) {
      found =
          found.flatMap(element -> element.children.stream()).filter(one -> one.name.equals(step));
    }
    return found;
  }

  /** The first element of a path. */
  public Optional<XmlElement> first(String... path) {
    return all(path).findFirst();
  }

  /** The text at a path, empty when there is no such element. */
  public String text(String... path) {
    return first(path).map(XmlElement::text).orElse("");
  }

  /** An attribute's value, empty when there is none. */
  public String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  /** All elements of a name below this one, whatever the depth. */
  public Stream<XmlElement> below(String wanted) {
    return children.stream()
        .flatMap(
            child ->
                Stream.concat(
                    child.name.equals(wanted) ? Stream.of(child) : Stream.empty(),
                    child.below(wanted)));
  }
}
