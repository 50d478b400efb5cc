package org.lynceus.media.store;

import java.util.List;

/**
 * What a deletion of recordings did.
 *
 * @param deleted files unlinked
 * @param missing files that were not there any more
 * @param bytes freed by the unlinked files
 * @param directories emptied and removed
 * @param failed paths that could not be deleted, with the reason
 */
public record DeleteReport(
    int deleted, int missing, long bytes, int directories, List<Failure> failed) {
  /** A file that is still there. */
  public record Failure(String path, String reason) {}

  public DeleteReport {
    failed = List.copyOf(failed);
  }
}
