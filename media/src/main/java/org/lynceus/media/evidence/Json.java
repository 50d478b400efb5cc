package org.lynceus.media.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * The part of JSON (RFC 8259) that manifests need: objects, arrays, strings, whole numbers, true,
 * false, null. The writer's output is the same for the same value; the reader is strict and bounded
 * in depth, and refuses doubled names.
 */
final class Json {
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** Maps, lists, strings, longs, booleans and nulls as indented UTF-8 text. */
  static byte[] write(Map<String, ?> value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "\n");
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads an object; throws {@link MalformedException} for anything else. */
  static Map<String, @Nullable Object> read(byte[] json) throws MalformedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      Json reader = new Json(text);
      Object value = reader.value(0);
      reader.space();
      if (reader.at != text.length() || !(value instanceof Map)) {
        throw new MalformedException("not one JSON object");
      }
      return object(value);
    } catch (CharacterCodingException notText) {
      throw new MalformedException("not UTF-8");
    }
  }

  /** A value that must be an object. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> object(@Nullable Object value) throws MalformedException {
    if (value instanceof Map) {
      return (Map<String, @Nullable Object>) value;
    }
    throw new MalformedException("an object is missing");
  }

  /** A member that must be an array. */
  static List<?> list(Map<String, @Nullable Object> object, String name) throws MalformedException {
    if (object.get(name) instanceof List<?> list) {
      return list;
    }
    throw new MalformedException("the array " + name + " is missing");
  }

  /** A member that must be a string. */
  static String string(Map<String, @Nullable Object> object, String name)
      throws MalformedException {
    if (object.get(name) instanceof String text) {
      return text;
    }
    throw new MalformedException("the text " + name + " is missing");
  }

  /** A member that must be a number. */
  static long number(Map<String, @Nullable Object> object, String name) throws MalformedException {
    if (object.get(name) instanceof Long number) {
      return number;
    }
    throw new MalformedException("the number " + name + " is missing");
  }

  private static void write(StringBuilder out, @Nullable Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      String separator = "{" + line + "  ";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(separator);
        quote(out, String.valueOf(entry.getKey()));
        write(out.append(": "), entry.getValue(), line + "  ");
        separator = "," + line + "  ";
      }
      out.append(map.isEmpty() ? "{}" : line + "}");
    } else if (value instanceof List<?> list) {
      String separator = "[" + line + "  ";
      for (Object each : list) {
        write(out.append(separator), each, line + "  ");
        separator = "," + line + "  ";
      }
      out.append(list.isEmpty() ? "[]" : line + "]");
    } else if (value instanceof String string) {
      quote(out, string);
    } else {
      out.append(value);
    }
  }

  private static void quote(StringBuilder out, String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private @Nullable Object value(int depth) throws MalformedException {
    space();
    char c = peek();
    if (depth > DEEPEST) {
      throw broken();
    }
    if (c == '{') {
      return members(depth);
    }
    if (c == '[') {
      return elements(depth);
    }
    if (c == '"') {
      return string();
    }
    if (c == '-' || c >= '0' && c <= '9') {
      return number();
    }
    return word();
  }

  private Map<String, @Nullable Object> members(int depth) throws MalformedException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    expect('{');
    if (taken('}')) {
      return map;
    }
    do {
      space();
      String name = string();
      expect(':');
      if (map.containsKey(name)) {
        throw new MalformedException("a name comes twice");
      }
      map.put(name, value(depth + 1));
    } while (taken(','));
    expect('}');
    return map;
  }

  private List<@Nullable Object> elements(int depth) throws MalformedException {
    List<@Nullable Object> list = new ArrayList<>();
    expect('[');
    if (taken(']')) {
      return list;
    }
    do {
      list.add(value(depth + 1));
    } while (taken(','));
    expect(']');
    return list;
  }

  private String string() throws MalformedException {
    expect('"');
    StringBuilder out = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw broken();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() throws MalformedException {
    char c = next();
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw broken();
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw broken();
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private Long number() throws MalformedException {
    int start = at;
    at++;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException tooLarge) {
      throw broken();
    }
  }

  private @Nullable Object word() throws MalformedException {
    for (String word : List.of("true", "false", "null")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("null") ? null : (Object) word.equals("true");
      }
    }
    throw broken();
  }

  private void expect(char wanted) throws MalformedException {
    if (!taken(wanted)) {
      throw broken();
    }
  }

  private boolean taken(char wanted) throws MalformedException {
    space();
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() throws MalformedException {
    char c = peek();
    at++;
    return c;
  }

  private char peek() throws MalformedException {
    if (at >= text.length()) {
      throw new MalformedException("JSON cut off");
    }
    return text.charAt(at);
  }

  private MalformedException broken() {
    return new MalformedException("broken JSON at character " + at);
  }
}
