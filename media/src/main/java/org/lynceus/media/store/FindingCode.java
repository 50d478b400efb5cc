package org.lynceus.media.store;

import java.util.Locale;

/** In what way the disk and the index disagree. */
public enum FindingCode {
  /** A recording lies on the disk and the index does not know it. The truth can be inserted. */
  FILE_WITHOUT_ROW,
  /** The index names a file that is not there. The row can be deleted; a gap is left. */
  ROW_WITHOUT_FILE,
  /** The file has another length than its row says. The truth can replace the row. */
  LENGTH_DIFFERS,
  /** The row says something else than the file. The truth can replace the row. */
  ROW_DIFFERS,
  /** The bytes are not those that were recorded. Cannot be repaired; the file is kept. */
  DIGEST_DIFFERS,
  /** The file's end is cut off in a fragment. {@link StoreCheck#settle} cuts it. */
  TORN,
  /** A file that is not this store's. Left alone. */
  FOREIGN_FILE,
  /** The recording begins before the one before it ends. */
  OVERLAP;

  /** The word used on the wire, for example {@code row-without-file}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
