package org.lynceus.device;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;

/** Judges rows by their words alone: no clock, no database, no device. */
final class ImportVerdicts {
  private ImportVerdicts() {}

  /**
   * The reasons against rows, by their number; a row without one is good.
   *
   * @param known addresses of devices that are there
   * @param nodes names of the center's nodes
   * @param placed numbers of rows whose site exists and is the caller's to configure
   */
  static Map<Integer, Reason> of(
      List<ImportLine> lines,
      Collection<String> known,
      Collection<Integer> placed,
      Collection<String> nodes) {
    Map<Integer, Reason> reasons = new LinkedHashMap<>();
    Set<String> before = new HashSet<>();
    for (ImportLine line : lines) {
      try {
        String address = line.draft().url().toString();
        if (!placed.contains(line.number())) {
          reasons.put(
              line.number(),
              new Reason("unknown-site", "There is no such site where you may add devices."));
        } else if (line.homeNode() != null && !nodes.contains(line.homeNode())) {
          reasons.put(line.number(), new Reason("unknown-node", "There is no node of this name."));
        } else if (line.homeNode() != null && address.startsWith("autoreg:")) {
          reasons.put(
              line.number(),
              new Reason(
                  "node-of-listener",
                  "A device that dials in is driven by the node that listens for it."));
        } else if (known.contains(address)) {
          reasons.put(
              line.number(), new Reason("already-added", "A device at this address is there."));
        } else if (!before.add(address)) {
          reasons.put(
              line.number(), new Reason("duplicate-row", "An earlier row has the same address."));
        }
      } catch (DomainException wrong) {
        reasons.put(line.number(), new Reason("invalid-row", words(wrong)));
      }
    }
    return reasons;
  }

  private static String words(DomainException wrong) {
    return wrong.fields().isEmpty()
        ? String.valueOf(wrong.getMessage())
        : wrong.fields().get(0).detail();
  }
}
