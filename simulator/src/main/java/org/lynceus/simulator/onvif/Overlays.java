package org.lynceus.simulator.onvif;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a camera writes into its picture: at first the time. At most four, two of them plain. */
final class Overlays {
  static final int MOST = 4;
  static final int MOST_PLAIN = 2;

  /** One of them, in the words of the specification; x and y as they were written. */
  record Text(
      String type,
      String text,
      String position,
      String x,
      String y,
      String size,
      String dateFormat,
      String timeFormat) {}

  private final Map<String, Text> texts = new TreeMap<>();
  private int last;

  Overlays() {
    add(new Text("DateAndTime", "", "UpperRight", "", "", "16", "yyyy-MM-dd", "HH:mm:ss"));
  }

  synchronized Map<String, Text> all() {
    return new TreeMap<>(texts);
  }

  /** Its token; null: there is no room. */
  synchronized @Nullable String add(Text text) {
    boolean plain = text.type().equals("Plain");
    long plains = texts.values().stream().filter(one -> one.type().equals("Plain")).count();
    if (texts.size() >= MOST || plain && plains >= MOST_PLAIN) {
      return null;
    }
    String token = "osd-" + ++last;
    texts.put(token, text);
    return token;
  }

  synchronized @Nullable Text get(String token) {
    return texts.get(token);
  }

  synchronized void put(String token, Text text) {
    texts.put(token, text);
  }

  synchronized boolean remove(String token) {
    return texts.remove(token) != null;
  }

  synchronized String status() {
    List<String> all =
        texts.entrySet().stream()
            .map(
                one ->
                    "\"%s\":{\"type\":\"%s\",\"text\":\"%s\",\"position\":\"%s\",\"x\":\"%s\",\"y\":\"%s\",\"size\":\"%s\"}"
                        .formatted(
                            one.getKey(),
                            one.getValue().type(),
                            one.getValue().text().replace("\\", "\\\\").replace("\"", "\\\""),
                            one.getValue().position(),
                            one.getValue().x(),
                            one.getValue().y(),
                            one.getValue().size()))
            .toList();
    return all.stream().collect(Collectors.joining(",", "{", "}"));
  }
}
