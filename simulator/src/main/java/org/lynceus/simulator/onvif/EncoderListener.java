package org.lynceus.simulator.onvif;

/** Is told how a camera encodes from now on. */
@FunctionalInterface
public interface EncoderListener {
  /**
   * An encoder was set.
   *
   * @param sub whether it is that of the sub stream
   * @param codec {@code H264}, {@code H265} or {@code MJPEG}
   * @param width of the picture
   * @param inBand whether the connections go on
   */
  void encodes(int camera, boolean sub, String codec, int width, boolean inBand);
}
