package org.lynceus.media.jpeg;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.mp4.VideoFormat;

/** Motion JPEG: every picture is one unit and a key frame; the packets tell the size. */
public final class JpegFormat implements VideoFormat {
  private @Nullable VideoConfig config;

  /** Takes the size of the picture that begins. */
  public void size(int width, int height) {
    if (config == null || config.width() != width || config.height() != height) {
      config = new VideoConfig(VideoCodec.MJPEG, new byte[0], width, height);
    }
  }

  @Override
  public int type(int header) {
    return 0;
  }

  @Override
  public boolean isSlice(int type) {
    return true;
  }

  @Override
  public boolean isKey(int type) {
    return true;
  }

  @Override
  public boolean leads(int type) {
    return false;
  }

  @Override
  public boolean isStored(int type) {
    return true;
  }

  @Override
  public boolean isParameterSet(int type) {
    return false;
  }

  @Override
  public int headerBytes() {
    return 0;
  }

  @Override
  public boolean intraOnly() {
    return true;
  }

  @Override
  public boolean put(byte[] unit) {
    return false;
  }

  @Override
  public boolean knows(int type, Predicate<byte[]> sameBytes) {
    return false;
  }

  @Override
  public @Nullable VideoConfig config() {
    return config;
  }

  @Override
  public int reorder() {
    return 0;
  }

  @Override
  public @Nullable Double framesPerSecond() {
    return null;
  }

  @Override
  public @Nullable String profile() {
    return config == null ? null : "Baseline";
  }
}
