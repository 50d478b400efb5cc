package org.lynceus.device;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as other domains see it.
 *
 * @param ptz whether it can be moved
 * @param number its place among the channels of its device, from 1
 * @param dialsIn whether it is of a device that dials in
 * @param onvif whether its device speaks ONVIF and can be asked for more than its streams
 */
public record ChannelRecord(
    UUID id,
    UUID deviceId,
    UUID siteId,
    int number,
    String name,
    String videoCodec,
    @Nullable String audioCodec,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable StreamOffer sub,
    boolean ptz,
    boolean dialsIn,
    boolean onvif) {
  static ChannelRecord of(Channel channel) {
    return new ChannelRecord(
        channel.getId(),
        channel.getDevice().getId(),
        channel.getDevice().getSiteId(),
        channel.getNumber(),
        channel.getName(),
        channel.getVideoCodec(),
        channel.getAudioCodec(),
        channel.getWidth(),
        channel.getHeight(),
        channel.getSub(),
        channel.getPtzProfile() != null,
        RegistrationAddress.is(channel.getDevice().getUrl()),
        DeviceAddress.onvif(channel.getDevice().getUrl()));
  }
}
