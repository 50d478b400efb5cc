package org.lynceus.device.binding;

/** What cameras can be bound to. */
public enum ResourceKind {
  /** An input of a device. */
  INPUT
}
