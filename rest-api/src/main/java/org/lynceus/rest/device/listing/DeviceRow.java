package org.lynceus.rest.device.listing;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceIdentity;
import org.lynceus.device.listing.DeviceEntry;
import org.lynceus.rest.device.ConnectionState;
import org.lynceus.rest.device.DeviceNow;
import org.lynceus.shared.PageKey;

/** A device of a list with its state now: what the list is filtered, counted and sorted by. */
record DeviceRow(DeviceEntry device, DeviceNow now) {
  /** A page's key must stay short; beyond this length ids decide. */
  private static final int LONGEST = 200;

  /** Whether it is in this state for this reason; null: any. */
  boolean is(@Nullable ConnectionState state, @Nullable String reason) {
    return (state == null || state == now.state())
        && (reason == null || now.reason() != null && reason.equals(now.reason().code()));
  }

  /** Where it stands in a list; the id decides between the same. */
  PageKey key(DeviceSort sort) {
    String name = device.name();
    String text =
        switch (sort) {
          case NAME -> name;
          case ADDRESS -> device.url().toString();
          case MODEL -> model();
          case STATE ->
              rank() + " " + (now.reason() == null ? "" : now.reason().code()) + " " + name;
          case SINCE ->
              now.since() == null ? "" : String.format("%020d", now.since().toEpochMilli());
        };
    String cut = text.toLowerCase(Locale.ROOT);
    return new PageKey(cut.substring(0, Math.min(cut.length(), LONGEST)), device.id().toString());
  }

  static Comparator<PageKey> order(boolean descending) {
    Comparator<PageKey> order = Comparator.comparing(PageKey::sort).thenComparing(PageKey::id);
    return descending ? order.reversed() : order;
  }

  private String model() {
    DeviceIdentity identity = device.identity();
    return text(identity.manufacturer()) + " " + text(identity.model()) + " " + device.name();
  }

  private int rank() {
    return switch (now.state()) {
      case OFFLINE -> 0;
      case CONNECTING -> 1;
      case ONLINE -> 2;
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
