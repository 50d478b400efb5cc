package org.lynceus.media.mp4;

/** Writes what the trak boxes of fragmented and classic files have in common. */
public final class TrackBox {
  /** Track id of the video in every file the engine writes. */
  public static final int VIDEO = 1;

  /** Track id of the audio. */
  public static final int AUDIO = 2;

  private static final int UNDETERMINED_LANGUAGE = 0x55c4;
  private static final int FULL_VOLUME = 0x0100;

  private TrackBox() {}

  /** mvhd, version 1. */
  public static void movieHeader(BoxBuffer out, int timescale, long duration) {
    out.beginFull("mvhd", 1, 0).u64(0).u64(0).u32(timescale).u64(duration);
    out.u32(0x0001_0000).u16(FULL_VOLUME).zeros(10);
    matrix(out).zeros(24).u32(AUDIO + 1).end();
  }

  /** tkhd, version 1. */
  public static void header(BoxBuffer out, int track, long duration, int width, int height) {
    out.beginFull("tkhd", 1, 7).u64(0).u64(0).u32(track).u32(0).u64(duration).zeros(8);
    out.u16(0).u16(track - 1).u16(track == AUDIO ? FULL_VOLUME : 0).u16(0);
    matrix(out).u32((long) width << 16).u32((long) height << 16).end();
  }

  /** mdhd and hdlr. */
  public static void mediaHeader(BoxBuffer out, int track, int timescale, long duration) {
    out.beginFull("mdhd", 1, 0).u64(0).u64(0).u32(timescale).u64(duration);
    out.u16(UNDETERMINED_LANGUAGE).u16(0).end();
    String name = track == VIDEO ? "video" : "audio";
    out.beginFull("hdlr", 0, 0).u32(0).ascii(track == VIDEO ? "vide" : "soun");
    out.zeros(12).ascii(name).u8(0).end();
  }

  /** vmhd or smhd, and dinf: the first boxes of minf. */
  public static void dataInformation(BoxBuffer out, int track) {
    if (track == VIDEO) {
      out.beginFull("vmhd", 0, 1).zeros(8).end();
    } else {
      out.beginFull("smhd", 0, 0).zeros(4).end();
    }
    out.begin("dinf").beginFull("dref", 0, 0).u32(1).beginFull("url ", 0, 1).end().end().end();
  }

  private static BoxBuffer matrix(BoxBuffer out) {
    return out.u32(0x0001_0000).zeros(12).u32(0x0001_0000).zeros(12).u32(0x4000_0000);
  }
}
