package org.lynceus.simulator;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator runs: from the environment ({@code LYNCEUS_SIM_PORT}, {@code _CONTROL_PORT},
 * {@code _TLS_PORT}, {@code _ONVIF_PORT}, {@code _ONVIF_ADDRESS}, {@code _DISCOVERY_PORT}, {@code
 * _CAMERAS}, {@code _EXTRA}, {@code _USER}, {@code _PASSWORD}, {@code _CLIP}), and over it from
 * arguments of the same names ({@code --port 8554 --cameras 64 --clip file.mp4}). Without a
 * password the cameras ask for none. A password belongs into the environment: arguments are visible
 * to everybody.
 */
record SimulatorSettings(
    int port,
    int controlPort,
    int tlsPort,
    InetSocketAddress onvif,
    int discoveryPort,
    int cameras,
    List<String> extra,
    String user,
    @Nullable String password,
    @Nullable Path clip) {
  private static final List<String> KINDS = List.of("h265", "bframes", "mjpeg");
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("tls-port", "-1"),
          Map.entry("onvif-port", "0"),
          Map.entry("onvif-address", "127.0.0.1"),
          Map.entry("discovery-port", "-1"),
          Map.entry("extra", ""),
          Map.entry("port", "8554"),
          Map.entry("control-port", "8555"),
          Map.entry("cameras", "8"),
          Map.entry("user", "camera"),
          Map.entry("password", ""),
          Map.entry("clip", ""));

  static SimulatorSettings of(Map<String, String> environment, String[] arguments) {
    Map<String, String> values = new HashMap<>();
    DEFAULTS.forEach(
        (name, value) -> {
          String variable = "LYNCEUS_SIM_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
          values.put(name, environment.getOrDefault(variable, value));
        });
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!DEFAULTS.containsKey(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "unknown or incomplete argument "
                + arguments[i]
                + "; known: --"
                + String.join(", --", DEFAULTS.keySet()));
      }
      values.put(name, arguments[i + 1]);
    }
    String password = values.getOrDefault("password", "");
    String clip = values.getOrDefault("clip", "");
    return new SimulatorSettings(
        number(values, "port", 0, 65_535),
        number(values, "control-port", 0, 65_535),
        number(values, "tls-port", -1, 65_535),
        new InetSocketAddress(
            values.getOrDefault("onvif-address", ""), number(values, "onvif-port", 0, 65_535)),
        number(values, "discovery-port", -1, 65_535),
        number(values, "cameras", 1, 1000),
        extra(values.getOrDefault("extra", "")),
        values.getOrDefault("user", ""),
        password.isEmpty() ? null : password,
        clip.isEmpty() ? null : Path.of(clip));
  }

  private static List<String> extra(String text) {
    List<String> kinds = text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    if (!KINDS.containsAll(kinds)) {
      throw new IllegalArgumentException("--extra takes of " + String.join(",", KINDS));
    }
    return kinds;
  }

  private static int number(Map<String, String> values, String name, int least, int most) {
    int value = Integer.parseInt(values.getOrDefault(name, ""));
    if (value < least || value > most) {
      throw new IllegalArgumentException("--" + name + " must be " + least + " to " + most);
    }
    return value;
  }

  @Override
  public String toString() {
    return "SimulatorSettings[port="
        + port
        + ", controlPort="
        + controlPort
        + ", cameras="
        + cameras
        + ", user="
        + user
        + "]";
  }
}
