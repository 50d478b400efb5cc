package org.lynceus.media.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** JPEG pictures as cameras send them: 4:2:0 with the usual Huffman tables. */
public final class Jpegs {
  private Jpegs() {}

  /** A picture with something that moves. */
  public static byte[] picture(int width, int height, int number) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.getHSBColor(number / 80f, 0.6f, 0.8f));
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.BLACK);
    canvas.fillOval(number * 3 % width, 40, 60, 60);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** RFC 2435 payloads with the picture's own quantisation tables. */
  public static List<byte[]> payloads(byte[] jpeg) {
    ByteBuffer in = ByteBuffer.wrap(jpeg);
    byte[] tables = new byte[128];
    int width = 0;
    int height = 0;
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xda) {
      int length = in.getShort(at + 2) & 0xffff;
      if ((jpeg[at + 1] & 0xff) == 0xdb) {
        for (int table = at + 4; table < at + 2 + length; table += 65) {
          System.arraycopy(jpeg, table + 1, tables, 64 * jpeg[table], 64);
        }
      } else if ((jpeg[at + 1] & 0xff) == 0xc0) {
        height = in.getShort(at + 5);
        width = in.getShort(at + 7);
      }
      at += 2 + length;
    }
    int start = at + 2 + (in.getShort(at + 2) & 0xffff);
    byte[] data = Arrays.copyOfRange(jpeg, start, jpeg.length - 2);
    List<byte[]> payloads = new ArrayList<>();
    for (int offset = 0; offset < data.length; offset += 700) {
      int size = Math.min(700, data.length - offset);
      ByteBuffer out = ByteBuffer.allocate(8 + (offset == 0 ? 132 : 0) + size);
      out.putInt(offset).put((byte) 1).put((byte) 255);
      out.put((byte) (width / 8)).put((byte) (height / 8));
      if (offset == 0) {
        out.putShort((short) 0).putShort((short) 128).put(tables);
      }
      payloads.add(out.put(data, offset, size).array());
    }
    return payloads;
  }
}
