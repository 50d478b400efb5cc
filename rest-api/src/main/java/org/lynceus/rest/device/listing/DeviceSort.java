package org.lynceus.rest.device.listing;

/** What a list of devices is sorted by; the worst state is the first. */
public enum DeviceSort {
  NAME,
  ADDRESS,
  MODEL,
  STATE,
  SINCE
}
