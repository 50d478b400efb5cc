package org.lynceus.media.mp4;

/**
 * The audio codecs the engine carries, with their names in SDP-like descriptions, RFC 6381 and MP4.
 */
public enum AudioCodec {
  AAC("AAC", "mp4a"),
  PCMA("PCMA", "alaw"),
  PCMU("PCMU", "ulaw");

  private final String label;
  private final String sampleEntry;

  AudioCodec(String label, String sampleEntry) {
    this.label = label;
    this.sampleEntry = sampleEntry;
  }

  /** Name for people. */
  public String label() {
    return label;
  }

  /** Type of the sample entry box. */
  public String sampleEntry() {
    return sampleEntry;
  }
}
