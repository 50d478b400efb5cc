package org.lynceus.map;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * Reads what a sent file is. Only its head is read, never its pixels: a small file can claim to be
 * a huge picture, and it is the browsers that will show it.
 */
final class PictureFile {
  private static final int LEAST_EDGE = 16;
  private static final int MOST_EDGE = 16_384;
  private static final long MOST_PIXELS = 64_000_000;

  private PictureFile() {}

  static EMap.Picture read(byte[] file) {
    if (file.length > EMap.MOST_BYTES) {
      throw new DomainException(
          ProblemType.TOO_LARGE, "A picture has at most 8 MB; make it smaller first.");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          String type = type(reader.getFormatName());
          if (!type.isEmpty()) {
            reader.setInput(in, true, true);
            return picture(type, reader.getWidth(0), reader.getHeight(0), file);
          }
        } finally {
          reader.dispose();
        }
      }
      throw notOne();
    } catch (IOException | IllegalArgumentException broken) {
      throw notOne();
    }
  }

  private static EMap.Picture picture(String type, int width, int height, byte[] file) {
    if (Math.min(width, height) < LEAST_EDGE
        || Math.max(width, height) > MOST_EDGE
        || (long) width * height > MOST_PIXELS) {
      throw new DomainException(
          ProblemType.VALIDATION,
          "The picture is "
              + width
              + " by "
              + height
              + " pixels; an edge has 16 to 16384, and all together are at most 64 million.");
    }
    return new EMap.Picture(type, width, height, digest(file));
  }

  private static String type(String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "png" -> "image/png";
      case "jpeg", "jpg" -> "image/jpeg";
      default -> "";
    };
  }

  private static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static DomainException notOne() {
    return new DomainException(
        ProblemType.UNSUPPORTED_MEDIA_TYPE, "This is not a whole PNG or JPEG picture.");
  }
}
