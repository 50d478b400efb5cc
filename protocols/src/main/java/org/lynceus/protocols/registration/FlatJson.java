package org.lynceus.protocols.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lynceus.media.MalformedException;

/**
 * Reads one JSON object (RFC 8259) as far as this protocol needs it: the members that are texts,
 * numbers or truth values, as text; objects and arrays inside are passed over. At most 100 members
 * and 32 levels.
 */
final class FlatJson {
  private static final int MOST_MEMBERS = 100;
  private static final int MOST_LEVELS = 32;

  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  static Map<String, String> read(String text) throws MalformedException {
    FlatJson reader = new FlatJson(text);
    Map<String, String> members = reader.object();
    if (reader.peek() != 0) {
      throw malformed();
    }
    return members;
  }

  private Map<String, String> object() throws MalformedException {
    Map<String, String> members = new LinkedHashMap<>();
    expect('{');
    if (peek() == '}') {
      at++;
      return members;
    }
    while (true) {
      peek();
      String name = string();
      expect(':');
      char first = peek();
      if (first == '{' || first == '[') {
        pass(0);
      } else {
        members.putIfAbsent(name, first == '"' ? string() : word());
      }
      if (members.size() > MOST_MEMBERS) {
        throw malformed();
      }
      if (peek() == '}') {
        at++;
        return members;
      }
      expect(',');
    }
  }

  /** Passes over a value. */
  private void pass(int level) throws MalformedException {
    char first = peek();
    if (level > MOST_LEVELS) {
      throw malformed();
    }
    if (first == '"') {
      string();
    } else if (first == '{' || first == '[') {
      at++;
      char end = first == '{' ? '}' : ']';
      while (peek() != end) {
        if (peek() == ',' || peek() == ':') {
          at++;
        } else {
          pass(level + 1);
        }
      }
      at++;
    } else {
      word();
    }
  }

  private String word() throws MalformedException {
    int begin = at;
    while (at < text.length() && "+-._".indexOf(text.charAt(at)) >= 0
        || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    if (at == begin) {
      throw malformed();
    }
    return text.substring(begin, at);
  }

  private String string() throws MalformedException {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (true) {
      char next = next();
      if (next == '"') {
        return read.toString();
      }
      read.append(next == '\\' ? escaped() : next);
    }
  }

  private char escaped() throws MalformedException {
    char kind = next();
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw malformed();
    };
  }

  private char unicode() throws MalformedException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw malformed();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private char next() throws MalformedException {
    if (at == text.length()) {
      throw malformed();
    }
    return text.charAt(at++);
  }

  private void expect(char wanted) throws MalformedException {
    if (peek() != wanted) {
      throw malformed();
    }
    at++;
  }

  /** The next character that is no blank; 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == text.length() ? 0 : text.charAt(at);
  }

  private static MalformedException malformed() {
    return new MalformedException("this is no JSON object");
  }
}
