package org.lynceus.media.jpeg;

import java.io.ByteArrayOutputStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * Writes the headers of a baseline JPEG (ITU-T T.81, annex B) that RFC 2435 leaves out of its
 * packets: with the tables of annex K, scaled by the quality, or with the camera's own tables.
 */
public final class JpegHeader {
  /** Bytes of a quantisation table of 8-bit numbers. */
  public static final int TABLE_BYTES = 64;

  private static final int HIGHEST_QUALITY = 99;

  private JpegHeader() {}

  /**
   * Everything before the picture's data.
   *
   * @param subsampledTwice whether the colour is halved in both directions (type 1), else only
   *     horizontally (type 0)
   * @param tables quantisation tables for luma and colour in zigzag order
   * @param restartInterval 0 for none
   */
  public static byte[] write(
      int width, int height, boolean subsampledTwice, byte[] tables, int restartInterval) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(640);
    marker(out, 0xd8);
    int second = tables.length >= 2 * TABLE_BYTES ? TABLE_BYTES : 0;
    quantisation(out, 0, tables, 0);
    quantisation(out, 1, tables, second);
    marker(out, 0xc0);
    u16(out, 17);
    out.write(8);
    u16(out, height);
    u16(out, width);
    out.write(3);
    out.writeBytes(new byte[] {1, (byte) (subsampledTwice ? 0x22 : 0x21), 0});
    out.writeBytes(new byte[] {2, 0x11, 1, 3, 0x11, 1});
    huffman(out, 0x00, JPEGHuffmanTable.StdDCLuminance);
    huffman(out, 0x10, JPEGHuffmanTable.StdACLuminance);
    huffman(out, 0x01, JPEGHuffmanTable.StdDCChrominance);
    huffman(out, 0x11, JPEGHuffmanTable.StdACChrominance);
    if (restartInterval > 0) {
      marker(out, 0xdd);
      u16(out, 4);
      u16(out, restartInterval);
    }
    marker(out, 0xda);
    u16(out, 12);
    out.writeBytes(new byte[] {3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0});
    return out.toByteArray();
  }

  /** The tables of annex K for a quality of 1 to 99, in zigzag order (RFC 2435, 4.2). */
  public static byte[] tables(int quality) {
    int q = Math.max(1, Math.min(HIGHEST_QUALITY, quality));
    int factor = q < 50 ? 5000 / q : 200 - q * 2;
    byte[] tables = new byte[2 * TABLE_BYTES];
    int[][] standard = {JPEGQTable.K1Luminance.getTable(), JPEGQTable.K2Chrominance.getTable()};
    int[] order = zigzag();
    for (int table = 0; table < 2; table++) {
      for (int i = 0; i < TABLE_BYTES; i++) {
        int value = (standard[table][order[i]] * factor + 50) / 100;
        tables[table * TABLE_BYTES + i] = (byte) Math.max(1, Math.min(255, value));
      }
    }
    return tables;
  }

  /** For each place in zigzag order, the place in rows of eight. */
  static int[] zigzag() {
    int[] order = new int[TABLE_BYTES];
    int at = 0;
    for (int sum = 0; sum < 15; sum++) {
      for (int i = 0; i <= sum; i++) {
        int row = sum % 2 == 0 ? sum - i : i;
        int column = sum - row;
        if (row < 8 && column < 8) {
          order[at++] = row * 8 + column;
        }
      }
    }
    return order;
  }

  private static void quantisation(ByteArrayOutputStream out, int id, byte[] tables, int from) {
    marker(out, 0xdb);
    u16(out, 3 + TABLE_BYTES);
    out.write(id);
    out.write(tables, from, TABLE_BYTES);
  }

  private static void huffman(ByteArrayOutputStream out, int id, JPEGHuffmanTable table) {
    short[] lengths = table.getLengths();
    short[] values = table.getValues();
    marker(out, 0xc4);
    u16(out, 3 + 16 + values.length);
    out.write(id);
    for (int i = 0; i < 16; i++) {
      out.write(i < lengths.length ? lengths[i] : 0);
    }
    for (short value : values) {
      out.write(value);
    }
  }

  private static void marker(ByteArrayOutputStream out, int code) {
    out.write(0xff);
    out.write(code);
  }

  private static void u16(ByteArrayOutputStream out, int value) {
    out.write(value >>> 8);
    out.write(value);
  }
}
