package org.lynceus.registration;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * Where to listen for devices, from the setting {@code <address>:<port>} or {@code off}.
 *
 * @param socket null: nowhere
 * @param reason why nowhere
 */
record ListenAddress(@Nullable InetSocketAddress socket, @Nullable Reason reason) {
  private static final Pattern FORM = Pattern.compile("\\[?([^\\]\\s]+?)\\]?:(\\d{1,5})");

  static ListenAddress parse(String text) {
    String setting = text.strip();
    if (setting.isEmpty() || setting.equalsIgnoreCase("off")) {
      return new ListenAddress(
          null,
          new Reason(
              "listener-off",
              "Listening for devices is switched off (lynceus.registration.address)."));
    }
    Matcher form = FORM.matcher(setting);
    if (!form.matches() || Integer.parseInt(form.group(2)) > 65_535) {
      return new ListenAddress(
          null,
          new Reason(
              "listener-failed",
              "The setting lynceus.registration.address must be an address and a port, or off."));
    }
    return new ListenAddress(
        new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2))), null);
  }

  InetSocketAddress required() {
    return Objects.requireNonNull(socket);
  }
}
