package org.lynceus.media.mp4;

/**
 * Writes the sample entries of ISO 14496-12 (8.5.2), ISO 14496-15 (avc1, hvc1) and QuickTime (jpeg,
 * alaw, ulaw).
 */
public final class SampleEntry {
  private static final int DPI_72 = 0x0048_0000;

  private SampleEntry() {}

  /** avc1 with its avcC, hvc1 with its hvcC, or jpeg. */
  public static void write(BoxBuffer out, VideoConfig video) {
    VideoCodec codec = video.codec();
    out.begin(codec.sampleEntry()).zeros(6).u16(1).zeros(16).u16(video.width()).u16(video.height());
    out.u32(DPI_72).u32(DPI_72).u32(0).u16(1).zeros(32).u16(24).u16(0xffff);
    if (!codec.configurationBox().isEmpty()) {
      out.begin(codec.configurationBox()).bytes(video.configuration()).end();
    }
    out.end();
  }

  /** mp4a with its esds, or alaw or ulaw. */
  public static void write(BoxBuffer out, AudioConfig audio) {
    out.begin(audio.codec().sampleEntry()).zeros(6).u16(1).zeros(8);
    out.u16(audio.channels()).u16(16).u32(0).u32((long) audio.sampleRate() << 16);
    if (audio.codec() == AudioCodec.AAC) {
      elementaryStream(out, audio.specificConfig());
    }
    out.end();
  }

  private static void elementaryStream(BoxBuffer out, byte[] config) {
    out.beginFull("esds", 0, 0);
    out.u8(3).u8(23 + config.length).u16(0).u8(0);
    out.u8(4).u8(15 + config.length).u8(0x40).u8(0x15).u24(0).u32(0).u32(0);
    out.u8(5).u8(config.length).bytes(config);
    out.u8(6).u8(1).u8(2);
    out.end();
  }
}
