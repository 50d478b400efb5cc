package org.lynceus.media.mp4;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * The tracks of an initialisation segment that this engine wrote.
 *
 * @param audio null when there is no audio track
 */
public record InitInfo(VideoConfig video, @Nullable AudioConfig audio) {
  private static final int VISUAL_ENTRY = 78;
  private static final int AUDIO_ENTRY = 28;

  /** Parses ftyp, moov and whatever else lies between position and limit. */
  public static InitInfo parse(ByteBuffer init) throws MalformedException {
    BoxReader boxes = new BoxReader(BoxReader.require(init, "moov"));
    VideoConfig video = null;
    AudioConfig audio = null;
    while (boxes.next()) {
      if (boxes.type().equals("trak")) {
        ByteBuffer table = BoxReader.require(boxes.body(), "mdia", "minf", "stbl", "stsd");
        BoxReader entry = new BoxReader(BoxReader.skip(table, 8));
        if (!entry.next()) {
          throw new MalformedException("no sample entry");
        }
        VideoCodec codec = codec(entry.type());
        if (codec != null) {
          video = video(codec, entry.body());
        } else {
          audio = audio(entry.type(), entry.body());
        }
      }
    }
    if (video == null) {
      throw new MalformedException("no video track");
    }
    return new InitInfo(video, audio);
  }

  private static @Nullable VideoCodec codec(String sampleEntry) {
    for (VideoCodec codec : VideoCodec.values()) {
      if (codec.sampleEntry().equals(sampleEntry)) {
        return codec;
      }
    }
    return null;
  }

  private static VideoConfig video(VideoCodec codec, ByteBuffer entry) throws MalformedException {
    ByteBuffer children = BoxReader.skip(entry.slice(), VISUAL_ENTRY);
    byte[] record = {};
    if (!codec.configurationBox().isEmpty()) {
      ByteBuffer box = BoxReader.require(children, codec.configurationBox());
      if (box.remaining() < (codec == VideoCodec.H265 ? 23 : 7)) {
        throw new MalformedException("decoder configuration too short");
      }
      record = new byte[box.remaining()];
      box.get(record);
    }
    return new VideoConfig(codec, record, entry.getShort(24) & 0xffff, entry.getShort(26) & 0xffff);
  }

  private static AudioConfig audio(String type, ByteBuffer entry) throws MalformedException {
    ByteBuffer children = BoxReader.skip(entry.slice(), AUDIO_ENTRY);
    int channels = Math.max(1, entry.getShort(16) & 0xffff);
    int rate = entry.getShort(24) & 0xffff;
    if (rate == 0) {
      throw new MalformedException("audio without a sample rate");
    }
    return switch (type) {
      case "alaw" -> new AudioConfig(AudioCodec.PCMA, rate, channels, new byte[0]);
      case "ulaw" -> new AudioConfig(AudioCodec.PCMU, rate, channels, new byte[0]);
      case "mp4a" ->
          new AudioConfig(
              AudioCodec.AAC, rate, channels, specificConfig(BoxReader.require(children, "esds")));
      default -> throw new MalformedException("unknown audio sample entry");
    };
  }

  private static byte[] specificConfig(ByteBuffer esds) throws MalformedException {
    for (int i = 4; i + 2 < esds.limit(); ) {
      int tag = esds.get(i);
      int size = esds.get(i + 1) & 0xff;
      if (tag == 5 && i + 2 + size <= esds.limit()) {
        byte[] config = new byte[size];
        esds.get(i + 2, config);
        return config;
      }
      i += tag == 3 ? 5 : tag == 4 ? 15 : 2 + size;
    }
    throw new MalformedException("no AAC configuration");
  }
}
