package org.lynceus.recording;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.lynceus.media.StreamKey;

/**
 * What is missing of a day: of every channel that ought to have been recorded or was.
 *
 * @param day in the zone
 */
public record GapReport(LocalDate day, ZoneId zone, List<OfChannel> channels) {
  public GapReport {
    channels = List.copyOf(channels);
  }

  /**
   * One stream of a channel.
   *
   * @param planned how long it ought to have been recorded continuously
   * @param recorded how much is there, planned or not
   * @param gaps what was planned and is missing, each with its reason
   */
  public record OfChannel(
      StreamKey stream, String channelName, Duration planned, Duration recorded, List<Gap> gaps) {
    public OfChannel {
      gaps = List.copyOf(gaps);
    }
  }
}
