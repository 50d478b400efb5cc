package org.lynceus.media.playback;

import java.io.IOException;

/** The asked range holds no recorded picture. */
public final class NothingRecordedException extends IOException {
  private static final long serialVersionUID = 1L;

  public NothingRecordedException() {
    super("Nothing is recorded in this range");
  }
}
