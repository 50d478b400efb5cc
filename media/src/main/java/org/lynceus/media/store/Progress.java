package org.lynceus.media.store;

/** Told now and then how far a long reading of a volume is; must return at once. */
public interface Progress {
  /**
   * So much is done.
   *
   * @param files looked at
   * @param bytes read or skipped over in them
   */
  void at(long files, long bytes);
}
