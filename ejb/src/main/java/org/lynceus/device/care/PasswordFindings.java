package org.lynceus.device.care;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Judges stored passwords against each other and against those that everybody knows. No device is
 * asked and no password is tried anywhere.
 */
public final class PasswordFindings {
  /** What is wrong with a password; the worst comes first. */
  public enum Finding {
    /** Makers deliver devices with it. */
    KNOWN,
    /** Another device has the same. */
    SHARED,
    /** Shorter than eight characters. */
    SHORT
  }

  /** A device and its password, opened. */
  record Opened(UUID deviceId, String password) {
    @Override
    public String toString() {
      return "Opened[deviceId=" + deviceId + "]";
    }
  }

  private PasswordFindings() {}

  /** The findings by device; devices without one are left out. */
  static Map<UUID, Finding> of(List<Opened> devices, Collection<String> known) {
    Map<String, Integer> uses = new HashMap<>();
    devices.forEach(one -> uses.merge(one.password(), 1, Integer::sum));
    Set<String> everybodys = Set.copyOf(known);
    Map<UUID, Finding> findings = new HashMap<>();
    for (Opened one : devices) {
      if (everybodys.contains(one.password())) {
        findings.put(one.deviceId(), Finding.KNOWN);
      } else if (uses.getOrDefault(one.password(), 0) > 1) {
        findings.put(one.deviceId(), Finding.SHARED);
      } else if (one.password().length() < StrongPassword.LEAST) {
        findings.put(one.deviceId(), Finding.SHORT);
      }
    }
    return findings;
  }
}
