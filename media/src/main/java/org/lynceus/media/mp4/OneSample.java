package org.lynceus.media.mp4;

/**
 * The only sample of a fragment.
 *
 * @param bytes its size
 * @param ticks how long it is shown, in the track's clock
 * @param compositionOffset presentation minus decoding time
 */
public record OneSample(int bytes, int ticks, int compositionOffset) implements FragmentSamples {
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
    return compositionOffset;
  }

  @Override
  public boolean reordered() {
    return compositionOffset != 0;
  }
}
