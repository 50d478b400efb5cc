package org.lynceus.protocols.onvif;

import java.util.List;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.xml.XmlElement;

/**
 * Video encoders of a device by ONVIF Media2, else Media1. Both call the operations alike and write
 * their content differently, see {@link Encoder1} and {@link Encoder2}.
 */
public final class EncoderCommands {
  private final OnvifDevice device;

  public EncoderCommands(OnvifDevice device) {
    this.device = device;
  }

  /** How an encoder works, and what it offers. */
  public VideoEncoder read(String token) throws OnvifException {
    return encoder(token, configuration(token));
  }

  /** How it works, without what it offers. */
  public EncoderSettings settings(String token) throws OnvifException {
    return settings(configuration(token));
  }

  /**
   * Changes an encoder: reads it, lets the rule say what it is to be, sets that. It outlasts a
   * restart of the device, which usually breaks its streams off.
   */
  public Changed change(String token, Rule rule) throws OnvifException {
    XmlElement configuration = configuration(token);
    VideoEncoder before = encoder(token, configuration);
    EncoderSettings wanted = rule.wanted(before);
    call(
        "SetVideoEncoderConfiguration",
        device.media2()
            ? Encoder2.request(configuration, wanted)
            : Encoder1.request(configuration, wanted));
    return new Changed(before.now(), wanted);
  }

  /** How an encoder was, and what the device was told and said yes to. */
  public record Changed(EncoderSettings before, EncoderSettings wanted) {}

  /** What an encoder is to be, by what it is; throws when that makes no sense. */
  @FunctionalInterface
  public interface Rule {
    EncoderSettings wanted(VideoEncoder now);
  }

  private VideoEncoder encoder(String token, XmlElement configuration) throws OnvifException {
    return new VideoEncoder(
        token, Told.limited(configuration.text("Name")), settings(configuration), offers(token));
  }

  /** None when the device does not tell what it offers. */
  private List<EncoderOffer> offers(String token) throws OnvifException {
    try {
      XmlElement options = call("GetVideoEncoderConfigurationOptions", named(token));
      return device.media2() ? Encoder2.offers(options) : Encoder1.offers(options);
    } catch (OnvifException e) {
      if (e.refused()) {
        return List.of();
      }
      throw e;
    }
  }

  private EncoderSettings settings(XmlElement configuration) {
    return device.media2() ? Encoder2.settings(configuration) : Encoder1.settings(configuration);
  }

  private XmlElement configuration(String token) throws OnvifException {
    XmlElement answer =
        device.media2()
            ? call("GetVideoEncoderConfigurations", named(token))
            : call("GetVideoEncoderConfiguration", named(token));
    return answer
        .all(device.media2() ? "Configurations" : "Configuration")
        .filter(one -> one.attribute("token").equals(token))
        .findFirst()
        .orElseThrow(
            () ->
                new OnvifException(
                    FaultCode.REFUSED, "The device does not have this encoder any more.", null));
  }

  private static String named(String token) {
    return Request.text("ConfigurationToken", token);
  }

  private XmlElement call(String operation, String content) throws OnvifException {
    return device.call(device.media2() ? Namespaces.MEDIA2 : Namespaces.MEDIA, operation, content);
  }
}
