package org.lynceus.simulator.rtsp;

/**
 * The network between a camera and its clients, and what the camera accepts. Rates are parts of the
 * RTP packets sent over UDP, 0 to 1.
 *
 * @param tcp whether media inside the connection is accepted; else such a SETUP is answered 461
 * @param udp whether media over UDP is accepted; else such a SETUP is answered 461
 */
public record Network(double loss, double reorder, double duplicate, boolean tcp, boolean udp) {
  /** Everything is accepted, nothing is lost. */
  public static final Network GOOD = new Network(0, 0, 0, true, true);

  /** Refuses rates that are none. */
  public Network {
    for (double rate : new double[] {loss, reorder, duplicate}) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("rates are between 0 and 1");
      }
    }
  }

  /** Reads {@code loss=0.01&reorder=0.1&duplicate=0&tcp=off&udp=on}; what is left out is good. */
  public static Network parse(String text) {
    Network network = GOOD;
    for (String part : text.strip().split("&")) {
      int equals = part.indexOf('=');
      String value = part.substring(equals + 1);
      network =
          switch (part.substring(0, Math.max(0, equals))) {
            case "loss" ->
                network.rates(Double.parseDouble(value), network.reorder, network.duplicate);
            case "reorder" ->
                network.rates(network.loss, Double.parseDouble(value), network.duplicate);
            case "duplicate" ->
                network.rates(network.loss, network.reorder, Double.parseDouble(value));
            case "tcp" -> network.accepting(on(value), network.udp);
            case "udp" -> network.accepting(network.tcp, on(value));
            default -> throw new IllegalArgumentException("unknown: " + part);
          };
    }
    return network;
  }

  private static boolean on(String value) {
    if (!value.equals("on") && !value.equals("off")) {
      throw new IllegalArgumentException("on or off, not " + value);
    }
    return value.equals("on");
  }

  private Network rates(double newLoss, double newReorder, double newDuplicate) {
    return new Network(newLoss, newReorder, newDuplicate, tcp, udp);
  }

  private Network accepting(boolean newTcp, boolean newUdp) {
    return new Network(loss, reorder, duplicate, newTcp, newUdp);
  }
}
