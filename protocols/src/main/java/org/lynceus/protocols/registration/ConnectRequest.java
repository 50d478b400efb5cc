package org.lynceus.protocols.registration;

import java.util.Map;
import java.util.regex.Pattern;
import org.lynceus.media.MalformedException;

/**
 * What a device says first: {@code POST /cgi-bin/api/autoRegist/connect} with a JSON body. A
 * content type is not asked for, because devices leave it out.
 *
 * @param id registration id
 * @param deviceClass what kind of device it says it is, for example {@code NVR}; may be empty
 */
public record ConnectRequest(String id, String deviceClass) {
  static final String PATH = "/cgi-bin/api/autoRegist/connect";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int LONGEST_CLASS = 64;

  /** Whether a text may be a registration id: 1 to 64 letters, digits, points, dashes. */
  public static boolean validId(String text) {
    return ID.matcher(text).matches();
  }

  static ConnectRequest of(HttpMessage message) throws MalformedException {
    String[] words = message.first().split(" ", 3);
    if (!words[0].equals("POST") || !words[1].equalsIgnoreCase(PATH)) {
      throw new MalformedException("this is no registration");
    }
    Map<String, String> told = FlatJson.read(message.text());
    String id = told.getOrDefault("DeviceID", "");
    if (!validId(id)) {
      throw new MalformedException("this is no registration id");
    }
    String kind = told.getOrDefault("DevClass", "").replaceAll("[^\\x20-\\x7e]", "");
    return new ConnectRequest(id, kind.substring(0, Math.min(kind.length(), LONGEST_CLASS)));
  }
}
