package org.lynceus.protocols.onvif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Imaging.Range;

/**
 * What a video encoder can do in one codec. An empty list or null: the device lets nobody choose.
 *
 * @param codec {@code H264}, {@code H265} or {@code MJPEG}
 * @param frameRates ascending
 * @param bitRate in kbit/s
 * @param keyInterval in pictures
 * @param constantBitRate whether the bit rate can be kept constant
 */
public record EncoderOffer(
    String codec,
    List<Size> sizes,
    List<Double> frameRates,
    @Nullable Range bitRate,
    @Nullable Range keyInterval,
    @Nullable Range quality,
    List<String> profiles,
    boolean constantBitRate) {

  /** A size of the picture in pixels. */
  public record Size(int width, int height) {
    public long pixels() {
      return (long) width * height;
    }
  }
}
