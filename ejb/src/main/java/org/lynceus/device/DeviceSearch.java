package org.lynceus.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.discovery.AddressRange;
import org.lynceus.protocols.discovery.FoundDevice;

/**
 * One search for devices and what it found so far. Lives in the memory of the node that was asked,
 * for ten minutes; runs at most once. Found devices come in from several threads.
 */
public final class DeviceSearch {
  static final int MOST = 2_048;

  private final UUID id;
  private final String by;
  private final @Nullable AddressRange range;
  private final Instant createdAt;
  private final List<FoundDevice> found = new ArrayList<>();
  private SearchState state = SearchState.RUNNING;
  private int done;

  DeviceSearch(UUID id, String by, @Nullable AddressRange range, Instant createdAt) {
    this.id = id;
    this.by = by;
    this.range = range;
    this.createdAt = createdAt;
  }

  public UUID id() {
    return id;
  }

  String by() {
    return by;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** What is scanned; null: devices are asked by multicast. */
  public @Nullable AddressRange range() {
    return range;
  }

  public synchronized SearchState state() {
    return state;
  }

  /** Takes the last step of its life; a step after that changes nothing. */
  synchronized void end(SearchState how) {
    if (state == SearchState.RUNNING) {
      state = how;
    }
  }

  boolean running() {
    return state() == SearchState.RUNNING;
  }

  /** Addresses that are finished, of {@link #total()}. */
  public synchronized int done() {
    return done;
  }

  synchronized void done(int addresses) {
    done = addresses;
  }

  /** Addresses to scan, 0 without a range. */
  public int total() {
    return range == null ? 0 : range.size();
  }

  synchronized void add(FoundDevice device) {
    if (found.size() < MOST) {
      found.add(device);
    }
  }

  /** What was found so far, in the order of answers. */
  public synchronized List<FoundDevice> found() {
    return List.copyOf(found);
  }
}
