package org.lynceus.media.playback;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;
import org.jcodec.codecs.h264.H264Decoder;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;
import org.lynceus.media.MalformedException;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.h264.SequenceParameterSet;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;

/**
 * Pictures from key frames of H.264 and MJPEG, decoded in Java. Costs about 0.2 s of CPU for 1080p:
 * limit how many run at once.
 */
public final class Snapshot {
  private static final int LARGEST = 8192;

  private Snapshot() {}

  /**
   * Decodes a key frame to a JPEG.
   *
   * @throws IOException when the picture cannot be decoded or is larger than 8192 x 8192
   */
  public static byte[] jpeg(KeyFrame frame) throws IOException {
    return jpeg(frame, LARGEST);
  }

  /**
   * The same, scaled down to at most a width in pixels; a smaller picture is not scaled up.
   *
   * @throws IOException when the picture cannot be decoded or is larger than 8192 x 8192
   */
  public static byte[] jpeg(KeyFrame frame, int width) throws IOException {
    BufferedImage image =
        switch (frame.codec()) {
          case H264 -> picture(frame);
          case MJPEG -> jpegPicture(frame.accessUnit());
          case H265 -> throw new IOException("H.265 pictures are not decoded without a helper");
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(Thumbnail.scaled(image, width), "jpeg", out)) {
      throw new IOException("The Java runtime cannot write JPEG");
    }
    return out.toByteArray();
  }

  private static BufferedImage picture(KeyFrame frame) throws IOException {
    int[] size = size(frame.configuration());
    return image(decode(frame, size), size[2], size[3]);
  }

  private static BufferedImage jpegPicture(ByteBuffer unit) throws IOException {
    byte[] bytes = new byte[unit.remaining()];
    unit.duplicate().get(bytes);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    if (image == null) {
      throw new IOException("The picture cannot be decoded");
    }
    return image;
  }

  /** Reads the key frame at or before an instant from a recorded file. */
  public static KeyFrame keyFrame(Segment segment, Path file, Instant at) throws IOException {
    Fragment chosen = null;
    for (Fragment fragment : segment.fragments()) {
      Instant start = segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
      chosen = chosen == null || !start.isAfter(at) ? fragment : chosen;
    }
    if (chosen == null) {
      throw new NothingRecordedException();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      FragmentReader reader = new FragmentReader(channel);
      FragmentReader.Track track = reader.video(chosen);
      VideoConfig config = reader.init(segment).video();
      return new KeyFrame(
          config.codec(),
          config.record(),
          reader.read(track.data(), track.moof().sizes()[0]).asReadOnlyBuffer(),
          segment.start().plus(chosen.startMicros(), ChronoUnit.MICROS));
    }
  }

  /** Coded width and height, then shown width and height. */
  private static int[] size(ByteBuffer avcc) throws IOException {
    try {
      int length = avcc.remaining() < 8 ? 0 : avcc.getShort(avcc.position() + 6) & 0xffff;
      if (length == 0 || length > avcc.remaining() - 8) {
        throw new MalformedException("no parameter set");
      }
      SequenceParameterSet set =
          SequenceParameterSet.parse(avcc.slice(avcc.position() + 8, length));
      if (set.width() > LARGEST
          || set.height() > LARGEST
          || set.chroma() != 1
          || set.lumaDepth() != 8) {
        throw new IOException("The picture is too large or of a kind that is not decoded here");
      }
      int margin = 32;
      return new int[] {
        (set.width() + margin + 15) / 16 * 16,
        (set.height() + margin + 15) / 16 * 16,
        set.width(),
        set.height()
      };
    } catch (MalformedException broken) {
      throw new IOException("The picture's parameters are broken", broken);
    }
  }

  private static Picture decode(KeyFrame frame, int[] size) throws IOException {
    byte[] configuration = new byte[frame.configuration().remaining()];
    frame.configuration().duplicate().get(configuration);
    byte[] unit = new byte[frame.accessUnit().remaining()];
    frame.accessUnit().duplicate().get(unit);
    try {
      H264Decoder decoder =
          H264Decoder.createH264DecoderFromCodecPrivate(
              AnnexB.parameterSets(ByteBuffer.wrap(configuration)));
      Picture target = Picture.create(size[0], size[1], ColorSpace.YUV420J);
      Picture decoded = decoder.decodeFrame(AnnexB.unit(ByteBuffer.wrap(unit)), target.getData());
      if (decoded == null) {
        throw new IOException("The key frame holds no picture");
      }
      return decoded;
    } catch (MalformedException | RuntimeException broken) {
      throw new IOException("The key frame cannot be decoded", broken);
    }
  }

  private static BufferedImage image(Picture picture, int shownWidth, int shownHeight) {
    Rect crop = picture.getCrop();
    int left = crop == null ? 0 : crop.getX();
    int top = crop == null ? 0 : crop.getY();
    int width = Math.min(shownWidth, picture.getWidth() - left);
    int height = Math.min(shownHeight, picture.getHeight() - top);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    byte[][] data = picture.getData();
    int stride = picture.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int luma = (y + top) * stride + x + left;
        int chroma = (y + top) / 2 * (stride / 2) + (x + left) / 2;
        row[x] = YuvColor.rgb(data[0][luma] + 128, data[1][chroma], data[2][chroma]);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }
}
