package org.lynceus.simulator.clip;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Painted pictures as JPEG in RTP (RFC 2435, type 1), each with its own quantisation tables,
 * payload type 26.
 */
final class JpegPayloads {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int PICTURES = 40;
  private static final int TICKS = 9000;
  private static final int TABLES = 128;

  private JpegPayloads() {}

  static MediaTrack track() throws IOException {
    List<MediaTrack.Unit> units = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      long at = (long) i * TICKS;
      units.add(new MediaTrack.Unit(at, at, true, payloads(picture(i))));
    }
    List<String> sdp = List.of("a=rtpmap:26 JPEG/90000", "a=framerate:10");
    return new MediaTrack("video", 26, 90_000, sdp, units, (long) PICTURES * TICKS);
  }

  private static byte[] picture(int number) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(new Color(0x35506b));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setColor(new Color(0xd9b08c));
    canvas.fillOval(number * (WIDTH - 80) / PICTURES, 140, 80, 80);
    canvas.setColor(Color.WHITE);
    canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 28));
    canvas.drawString("Motion JPEG  " + number, 20, 40);
    canvas.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "jpeg", out)) {
      throw new IOException("this Java cannot write JPEG");
    }
    return out.toByteArray();
  }

  private static List<byte[]> payloads(byte[] jpeg) {
    ByteBuffer in = ByteBuffer.wrap(jpeg);
    byte[] tables = new byte[TABLES];
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xda) {
      int length = in.getShort(at + 2) & 0xffff;
      if ((jpeg[at + 1] & 0xff) == 0xdb) {
        for (int table = at + 4; table < at + 2 + length; table += 65) {
          System.arraycopy(jpeg, table + 1, tables, TABLES / 2 * jpeg[table], TABLES / 2);
        }
      }
      at += 2 + length;
    }
    int start = at + 2 + (in.getShort(at + 2) & 0xffff);
    byte[] data = Arrays.copyOfRange(jpeg, start, jpeg.length - 2);
    List<byte[]> payloads = new ArrayList<>();
    int most = H264Payloads.MAXIMUM - 8 - TABLES - 4;
    for (int offset = 0; offset < data.length; offset += most) {
      int size = Math.min(most, data.length - offset);
      ByteBuffer out = ByteBuffer.allocate(8 + (offset == 0 ? 4 + TABLES : 0) + size);
      out.putInt(offset).put((byte) 1).put((byte) 255);
      out.put((byte) (WIDTH / 8)).put((byte) (HEIGHT / 8));
      if (offset == 0) {
        out.putShort((short) 0).putShort((short) TABLES).put(tables);
      }
      payloads.add(out.put(data, offset, size).array());
    }
    return payloads;
  }
}
