package org.lynceus.user;

/** A domain that knows a part of what lies where. */
public interface ScopeSource {
  /** Adds its part, as it is stored now. */
  void tell(ScopeIndex.Builder index);
}
