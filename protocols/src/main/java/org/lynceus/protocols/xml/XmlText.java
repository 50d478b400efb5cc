package org.lynceus.protocols.xml;

/** Text written into XML. */
public final class XmlText {
  private XmlText() {}

  /**
   * The text with what XML reserves escaped; control characters, which XML cannot carry, left out.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\t' || c == '\n')
        .filter(c -> c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
