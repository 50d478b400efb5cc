package org.lynceus.bench;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How long the calls take that the pages of a large center make, as its administrator and as a user
 * who may see ten of its hundred regions; the difference is what rights cost.
 */
final class FleetLists {
  private static final int CALLS = 60;
  private static final int WARM_UP = 5;
  private static final int GRANTED = 10;

  private final BenchCaller administrator;
  private final BenchCaller user;

  FleetLists(String url, BenchCaller administrator) {
    this.administrator = administrator;
    this.user = new BenchCaller(url, "--user");
  }

  void run(List<UUID> devices) throws IOException, InterruptedException {
    grant();
    UUID region = FleetSites.region(1);
    UUID site = new UUID(0x9001, 1);
    for (String path :
        List.of(
            "/sites",
            "/devices?limit=50",
            "/devices?limit=50&sort=STATE",
            "/devices?limit=50&state=OFFLINE",
            "/devices?limit=50&q=recorder%2001",
            "/devices?limit=50&q=camera%200111-07",
            "/devices?limit=50&site=" + region,
            "/devices/" + devices.get(1),
            "/device-sets?q=recorder",
            "/camera-tree",
            "/camera-tree?site=" + region,
            "/camera-tree?site=" + site,
            "/camera-tree?q=region%201%20camera",
            "/camera-tree?q=camera",
            "/channels?limit=50",
            "/channels?limit=128",
            "/channels?limit=50&q=camera%200111",
            "/recording-totals")) {
      System.out.printf("GET %s, administrator %s%n", path, times(administrator, path));
      System.out.printf("GET %s, user of %d regions %s%n", path, GRANTED, times(user, path));
    }
  }

  /** Lets every user see the first regions; the second has the device that is asked for. */
  private void grant() throws IOException, InterruptedException {
    StringBuilder grants = new StringBuilder();
    for (int r = 0; r < GRANTED; r++) {
      grants.append(r == 0 ? "" : ",");
      grants
          .append("{\"kind\":\"SITE\",\"objectId\":\"")
          .append(FleetSites.region(r))
          .append("\"}");
    }
    String role =
        administrator.post(
            "/roles",
            "{\"name\":\"Ten regions\",\"functions\":[\"live.view\",\"device.read\"],"
                + "\"whole\":false,\"grants\":["
                + grants
                + "]}");
    String id = role.replaceAll("(?s).*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
    administrator.post(
        "/role-mappings",
        "{\"kind\":\"REALM_ROLE\",\"name\":\"lynceus-user\",\"roleId\":\"" + id + "\"}");
    long asked = System.nanoTime();
    while (user.get("/channels?limit=1").contains("\"items\":[]")) {
      if (System.nanoTime() - asked > TimeUnit.SECONDS.toNanos(10)) {
        throw new IllegalStateException("the role does not hold");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  static String times(BenchCaller caller, String path) throws IOException, InterruptedException {
    double[] millis = new double[CALLS];
    int size = 0;
    for (int i = -WARM_UP; i < CALLS; i++) {
      long began = System.nanoTime();
      size = caller.get(path).length();
      if (i >= 0) {
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
    }
    return String.format("(%d kB): %s", size / 1000, FleetBench.figures(millis));
  }
}
