package org.lynceus.media.mp4;

/** The video codecs the engine carries, with their names for people and in MP4. */
public enum VideoCodec {
  H264("avc1", "avcC"),
  H265("hvc1", "hvcC"),
  MJPEG("jpeg", "");

  private final String sampleEntry;
  private final String configurationBox;

  VideoCodec(String sampleEntry, String configurationBox) {
    this.sampleEntry = sampleEntry;
    this.configurationBox = configurationBox;
  }

  /** Type of the sample entry box. */
  public String sampleEntry() {
    return sampleEntry;
  }

  /** Type of the box with the decoder's configuration, empty when there is none. */
  public String configurationBox() {
    return configurationBox;
  }
}
