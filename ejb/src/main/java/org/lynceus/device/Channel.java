package org.lynceus.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  private @Nullable String url;

  @Column(name = "sub_url")
  private @Nullable String subUrl;

  @Column(name = "ptz_profile")
  private @Nullable String ptzProfile;

  @Version private long version;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Channel() {}

  @SuppressWarnings("NullAway.Init")
  public Channel(UUID id, Device device, int number, String name, OfferedChannel offered) {
    this.id = id;
    this.device = device;
    this.number = number;
    this.name = name;
    offers(offered);
  }

  public UUID getId() {
    return id;
  }

  public int getNumber() {
    return number;
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

  /** Where the main stream is. */
  public URI getUrl() {
    return url == null ? device.getUrl() : URI.create(url);
  }

  /** Where the sub stream is, null when there is none. */
  public @Nullable URI getSubUrl() {
    return subUrl == null ? device.getSubUrl() : URI.create(subUrl);
  }

  /** The ONVIF profile that moves it, null when nothing does. */
  public @Nullable String getPtzProfile() {
    return ptzProfile;
  }

  public void rename(String newName) {
    this.name = newName;
  }

  /** Takes over what a probe found. */
  public final void offers(OfferedChannel offered) {
    StreamOffer main = offered.main();
    this.videoCodec = main.videoCodec();
    this.audioCodec = main.audioCodec();
    this.width = main.width();
    this.height = main.height();
    StreamOffer sub = offered.sub();
    this.subVideoCodec = sub == null ? null : sub.videoCodec();
    this.subAudioCodec = sub == null ? null : sub.audioCodec();
    this.subWidth = sub == null ? null : sub.width();
    this.subHeight = sub == null ? null : sub.height();
    this.url = text(offered.url());
    this.subUrl = text(offered.subUrl());
    this.ptzProfile = offered.ptzProfile();
  }

  /** What it offered when it was last asked. */
  OfferedChannel offered() {
    return new OfferedChannel(
        new StreamOffer(videoCodec, audioCodec, width, height),
        getSub(),
        url == null ? null : URI.create(url),
        subUrl == null ? null : URI.create(subUrl),
        ptzProfile);
  }

  private static @Nullable String text(@Nullable URI address) {
    return address == null ? null : address.toString();
  }
}
