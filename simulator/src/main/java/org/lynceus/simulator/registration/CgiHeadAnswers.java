package org.lynceus.simulator.registration;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the head of a device's only channel answers; keeps presets and the last order. */
final class CgiHeadAnswers {
  private static final Pattern ORDER =
      Pattern.compile(
          "(?:start|stop)&channel=1&code=(\\w+)&arg1=-?\\d+&arg2=(-?\\d+)&arg3=-?\\d+&arg4=\\d+");
  private static final Pattern KEEP =
      Pattern.compile("setPreset&channel=1&arg1=(\\d{1,3})&arg2=([\\w%+.-]*)");

  private final Map<Integer, String> presets = new TreeMap<>();
  private String last = "";

  /** The last order, empty when there was none. */
  synchronized String last() {
    return last;
  }

  synchronized CgiAnswers.Answer answer(String action) {
    if (action.equals("getCurrentProtocolCaps&channel=1")) {
      return CgiAnswers.Answer.text("caps.Pan=true\r\ncaps.Tile=true\r\ncaps.Zoom=true");
    }
    if (action.equals("getPresets&channel=1")) {
      StringBuilder text = new StringBuilder();
      int line = 0;
      for (Map.Entry<Integer, String> preset : presets.entrySet()) {
        text.append("presets[%d].Index=%d\r\n".formatted(line, preset.getKey()));
        text.append("presets[%d].Name=%s\r\n".formatted(line++, preset.getValue()));
      }
      return CgiAnswers.Answer.text(text.toString());
    }
    Matcher kept = KEEP.matcher(action);
    if (kept.matches()) {
      presets.put(
          Integer.valueOf(kept.group(1)), URLDecoder.decode(kept.group(2), StandardCharsets.UTF_8));
      return CgiAnswers.Answer.text("OK");
    }
    Matcher order = ORDER.matcher(action);
    return order.matches() ? order(action, order) : CgiAnswers.Answer.text("Error");
  }

  private CgiAnswers.Answer order(String action, Matcher order) {
    int preset = Integer.parseInt(order.group(2));
    boolean known =
        switch (order.group(1)) {
          case "Continuously" -> true;
          case "GotoPreset" -> presets.containsKey(preset);
          case "ClearPreset" -> presets.remove(preset) != null;
          default -> false;
        };
    if (known) {
      last = action;
    }
    return CgiAnswers.Answer.text(known ? "OK" : "Error");
  }
}
