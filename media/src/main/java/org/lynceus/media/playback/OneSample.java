package org.lynceus.media.playback;

import org.lynceus.media.mp4.FragmentSamples;

/** The only sample of a fragment. */
record OneSample(int ticks, int bytes) implements FragmentSamples {
  @Override
  public int count() {
    return 1;
  }

  @Override
  public int duration(int index) {
    return ticks;
  }

  @Override
  public int size(int index) {
    return bytes;
  }

  @Override
  public int compositionOffset(int index) {
    return 0;
  }

  @Override
  public boolean reordered() {
    return false;
  }
}
