package org.lynceus.media.mp4;

/** The samples of one track in one fragment, as a moof describes them, in decoding order. */
public interface FragmentSamples {
  int count();

  /** In the track's clock. */
  int duration(int index);

  /** Bytes. */
  int size(int index);

  /** Presentation minus decoding time; only asked when {@link #reordered()}. */
  int compositionOffset(int index);

  boolean reordered();
}
