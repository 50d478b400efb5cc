package org.lynceus.media.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * A session description as RTSP servers send it. Lenient in what cameras get wrong (line ends,
 * order, unknown lines, missing rtpmap of static types), strict in sizes and numbers.
 *
 * @param control the session's own control attribute, empty when not given
 * @param media the m= sections in order
 */
public record SessionDescription(String control, List<MediaDescription> media) {
  private static final int MOST_CHARS = 65_536;
  private static final int MOST_MEDIA = 32;

  /** Parses the text; refuses what is no session description. */
  public static SessionDescription parse(String text) throws MalformedException {
    if (text.length() > MOST_CHARS) {
      throw new MalformedException("session description of more than 64 KiB");
    }
    String control = "";
    boolean version = false;
    List<Section> sections = new ArrayList<>();
    for (String line : text.split("[\r\n]+", -1)) {
      version |= line.startsWith("v=0");
      if (line.startsWith("m=")) {
        sections.add(Section.begin(line.substring(2)));
      } else if (line.startsWith("a=") && !sections.isEmpty()) {
        sections.get(sections.size() - 1).attribute(line.substring(2));
      } else if (line.startsWith("a=control:")) {
        control = line.substring("a=control:".length()).strip();
      }
      if (sections.size() > MOST_MEDIA) {
        throw new MalformedException("session description with more than 32 media");
      }
    }
    if (!version) {
      throw new MalformedException("the answer is no session description");
    }
    return new SessionDescription(control, sections.stream().map(Section::finish).toList());
  }

  /** One m= section being read. */
  private static final class Section {
    private final String type;
    private final int payloadType;
    private String encoding = "";
    private int clockRate;
    private int channels = 1;
    private final Map<String, String> parameters = new HashMap<>();
    private String control = "";
    private @Nullable Double framesPerSecond;

    private final List<Integer> payloadTypes = new ArrayList<>();
    private boolean sendOnly;

    private Section(String type, int payloadType) {
      this.type = type;
      this.payloadType = payloadType;
      switch (payloadType) {
        case 0 -> staticType("PCMU", 8000);
        case 8 -> staticType("PCMA", 8000);
        case 14 -> staticType("MPA", 90_000);
        case 26 -> staticType("JPEG", 90_000);
        case 32 -> staticType("MPV", 90_000);
        case 33 -> staticType("MP2T", 90_000);
        default -> staticType("", 0);
      }
    }

    static Section begin(String line) throws MalformedException {
      String[] words = line.strip().split("\\s+");
      if (words.length < 4) {
        throw new MalformedException("session description with a broken m= line");
      }
      Section section = new Section(words[0].toLowerCase(Locale.ROOT), number(words[3], 127));
      for (int i = 3; i < Math.min(words.length, 3 + MOST_MEDIA); i++) {
        section.payloadTypes.add(number(words[i], 127));
      }
      return section;
    }

    private void staticType(String name, int clock) {
      encoding = name;
      clockRate = clock;
    }

    void attribute(String line) throws MalformedException {
      int colon = line.indexOf(':');
      if (colon < 0) {
        sendOnly |= line.strip().equalsIgnoreCase("sendonly");
        return;
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "control" -> control = value;
        case "rtpmap" -> rtpmap(value);
        case "fmtp" -> fmtp(value);
        case "framerate" -> framesPerSecond = rate(value);
        default -> {}
      }
    }

    private void rtpmap(String value) throws MalformedException {
      String[] words = value.split("\\s+", 2);
      if (words.length < 2 || number(words[0], 127) != payloadType) {
        return;
      }
      String[] parts = words[1].strip().split("/", -1);
      encoding = parts[0].toUpperCase(Locale.ROOT);
      clockRate = parts.length > 1 ? number(parts[1], 10_000_000) : clockRate;
      channels = parts.length > 2 ? Math.max(1, number(parts[2], 64)) : 1;
    }

    private void fmtp(String value) throws MalformedException {
      String[] words = value.split("\\s+", 2);
      if (words.length < 2 || number(words[0], 127) != payloadType) {
        return;
      }
      for (String parameter : words[1].split(";")) {
        int equals = parameter.indexOf('=');
        if (equals > 0) {
          parameters.put(
              parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT),
              parameter.substring(equals + 1).strip());
        }
      }
    }

    MediaDescription finish() {
      return new MediaDescription(
          type,
          payloadType,
          encoding,
          clockRate,
          channels,
          Map.copyOf(parameters),
          control,
          framesPerSecond,
          List.copyOf(payloadTypes),
          sendOnly);
    }

    private static @Nullable Double rate(String value) {
      try {
        double rate = Double.parseDouble(value);
        return rate > 0 && rate <= 1000 ? rate : null;
      } catch (NumberFormatException notNumber) {
        return null;
      }
    }

    private static int number(String text, int most) throws MalformedException {
      try {
        int number = Integer.parseInt(text.strip());
        if (number >= 0 && number <= most) {
          return number;
        }
      } catch (NumberFormatException notNumber) {
        throw new MalformedException("session description with a broken number");
      }
      throw new MalformedException("session description with a number out of range");
    }
  }
}
