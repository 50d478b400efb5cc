package org.lynceus.device.config;

import org.jspecify.annotations.Nullable;

/** What of an encoder is to be another; null stays as it is. Width and height go together. */
public record EncoderChange(
    @Nullable String codec,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double quality,
    @Nullable Double frameRate,
    @Nullable Integer bitRate,
    @Nullable Integer keyInterval,
    @Nullable String profile,
    @Nullable Boolean constantBitRate) {
  static final EncoderChange NOTHING =
      new EncoderChange(null, null, null, null, null, null, null, null, null);

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return equals(NOTHING);
  }
}
