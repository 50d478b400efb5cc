package org.lynceus.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamDescription;

/**
 * One picture source of a device. The codec and size are those the device offered when it was last
 * probed.
 */
@Entity
@Table(name = "channel")
public class Channel {
  @Id private UUID id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "device_id")
  private Device device;

  private int number;

  @Column(nullable = false)
  private String name;

  @Column(name = "video_codec", nullable = false)
  private String videoCodec;

  @Column(name = "audio_codec")
  private @Nullable String audioCodec;

  private @Nullable Integer width;
  private @Nullable Integer height;

  @Column(name = "sub_video_codec")
  private @Nullable String subVideoCodec;

  @Column(name = "sub_audio_codec")
  private @Nullable String subAudioCodec;

  @Column(name = "sub_width")
  private @Nullable Integer subWidth;

  @Column(name = "sub_height")
  private @Nullable Integer subHeight;

  @Version private long version;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Channel() {}

  @SuppressWarnings("NullAway.Init")
  public Channel(UUID id, Device device, int number, StreamDescription offered) {
    this.id = id;
    this.device = device;
    this.number = number;
    this.name = device.getName();
    offers(offered);
  }

  public UUID getId() {
    return id;
  }

  public Device getDevice() {
    return device;
  }

  public String getName() {
    return name;
  }

  public String getVideoCodec() {
    return videoCodec;
  }

  public @Nullable String getAudioCodec() {
    return audioCodec;
  }

  public @Nullable Integer getWidth() {
    return width;
  }

  public @Nullable Integer getHeight() {
    return height;
  }

  /** What the sub stream offers, null when there is none. */
  public @Nullable StreamOffer getSub() {
    return subVideoCodec == null
        ? null
        : new StreamOffer(subVideoCodec, subAudioCodec, subWidth, subHeight);
  }

  /** Takes over what a probe of the sub stream found; null: there is none. */
  public void offersSub(@Nullable StreamDescription offered) {
    this.subVideoCodec = offered == null ? null : offered.codec();
    this.subAudioCodec =
        offered == null || offered.audio() == null ? null : offered.audio().codec();
    this.subWidth = offered == null ? null : offered.width();
    this.subHeight = offered == null ? null : offered.height();
  }

  public void rename(String newName) {
    this.name = newName;
  }

  /** Takes over what a probe found. */
  public final void offers(StreamDescription offered) {
    this.videoCodec = offered.codec();
    this.audioCodec = offered.audio() == null ? null : offered.audio().codec();
    this.width = offered.width();
    this.height = offered.height();
  }
}
