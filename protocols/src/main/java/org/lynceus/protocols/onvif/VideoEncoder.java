package org.lynceus.protocols.onvif;

import java.util.List;
import java.util.Optional;

/**
 * An encoder of a picture source: how it works now, and what it offers, one entry a codec.
 *
 * @param name as the device calls it
 */
public record VideoEncoder(
    String token, String name, EncoderSettings now, List<EncoderOffer> offers) {

  /** What it offers in a codec. */
  public Optional<EncoderOffer> offer(String codec) {
    return offers.stream().filter(one -> one.codec().equals(codec)).findFirst();
  }
}
