package org.lynceus.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Prints which tests of the build were skipped and why, from the reports of all modules. */
public final class SkippedTests {
  private static final PathMatcher REPORTS =
      FileSystems.getDefault()
          .getPathMatcher("glob:**/target/{surefire,failsafe}-reports/TEST-*.xml");

  private SkippedTests() {}

  /**
   * Reads the reports below a folder.
   *
   * @param arguments the folder of the project
   */
  public static void main(String[] arguments) throws IOException, XMLStreamException {
    List<String> skipped = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]), 4)) {
      for (Path report : files.filter(REPORTS::matches).sorted().toList()) {
        try (InputStream in = Files.newInputStream(report)) {
          skipped.addAll(in(in));
        }
      }
    }
    System.out.println("Skipped tests: " + skipped.size());
    skipped.forEach(line -> System.out.println("  " + line));
  }

  /** A line for each skipped test of a report of Surefire: its name and the reason. */
  static List<String> in(InputStream report) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(report);
    List<String> skipped = new ArrayList<>();
    String test = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("testcase")) {
          String type = reader.getAttributeValue(null, "classname");
          String name = reader.getAttributeValue(null, "name");
          test = type.substring(type.lastIndexOf('.') + 1) + (name.isEmpty() ? "" : "." + name);
        } else if (reader.getLocalName().equals("skipped")) {
          String why = reader.getAttributeValue(null, "message");
          skipped.add(test + ": " + (why == null ? "no reason is given" : why));
        }
      }
    }
    return skipped;
  }
}
