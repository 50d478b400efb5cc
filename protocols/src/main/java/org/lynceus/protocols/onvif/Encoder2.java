package org.lynceus.protocols.onvif;

import static org.lynceus.protocols.onvif.Request.attribute;
import static org.lynceus.protocols.onvif.Request.number;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.EncoderOffer.Size;
import org.lynceus.protocols.xml.XmlElement;

/**
 * Encoder configurations as Media2 writes them (ONVIF Media2 5.2.6; VideoEncoder2Configuration).
 */
final class Encoder2 {
  private Encoder2() {}

  static EncoderSettings settings(XmlElement told) {
    Size size = told.first("Resolution").map(Told::size).orElse(new Size(0, 0));
    String constant = told.first("RateControl").map(r -> r.attribute("ConstantBitRate")).orElse("");
    return new EncoderSettings(
        Encoder1.codec(told),
        size.width(),
        size.height(),
        Told.number(told.text("Quality")),
        Told.number(told.text("RateControl", "FrameRateLimit")),
        Told.whole(told.text("RateControl", "BitrateLimit")),
        Told.whole(told.attribute("GovLength")),
        Encoder1.profile(told.attribute("Profile")),
        constant.isEmpty() ? null : truth(constant));
  }

  static List<EncoderOffer> offers(XmlElement answer) {
    return answer
        .all("Options")
        .map(Encoder2::offer)
        .filter(offer -> !offer.codec().isEmpty())
        .limit(8)
        .toList();
  }

  private static EncoderOffer offer(XmlElement options) {
    List<String> interval = Told.words(options.attribute("GovLengthRange"));
    return new EncoderOffer(
        MediaProfile.codec(options.text("Encoding")),
        Told.sizes(options.all("ResolutionsAvailable")),
        Told.ascending(Told.words(options.attribute("FrameRatesSupported")).stream()),
        Told.range(options.first("BitrateRange")),
        interval.size() == 2 ? Told.range(interval.get(0), interval.get(1)) : null,
        Told.range(options.first("QualityRange")),
        Told.words(options.attribute("ProfilesSupported")).stream()
            .filter(Encoder1::sensible)
            .toList(),
        truth(options.attribute("ConstantBitRateSupported")));
  }

  private static boolean truth(String word) {
    return word.equals("true") || word.equals("1");
  }

  /** The whole configuration: what is not changed is told as the device told it. */
  static String request(XmlElement told, EncoderSettings wanted) {
    boolean sameCodec = Encoder1.codec(told).equals(wanted.codec());
    StringBuilder xml = new StringBuilder("<Configuration");
    xml.append(attribute("token", told.attribute("token")));
    xml.append(optional("GovLength", wanted.keyInterval()));
    if (sameCodec && !told.attribute("AnchorFrameDistance").isEmpty()) {
      xml.append(attribute("AnchorFrameDistance", told.attribute("AnchorFrameDistance")));
    }
    xml.append(optional("Profile", wanted.profile()));
    if (!told.attribute("GuaranteedFrameRate").isEmpty()) {
      xml.append(attribute("GuaranteedFrameRate", told.attribute("GuaranteedFrameRate")));
    }
    xml.append('>')
        .append(Encoder1.head(told, wanted))
        .append(rateControl(wanted))
        .append(echo(told.first("Multicast")))
        .append(Request.text("tt:Quality", number(Encoder1.quality(wanted))));
    return xml.append("</Configuration>").toString();
  }

  private static String rateControl(EncoderSettings wanted) {
    Double rate = wanted.frameRate();
    Integer bits = wanted.bitRate();
    if (rate == null || bits == null) {
      return "";
    }
    return "<tt:RateControl"
        + optional("ConstantBitRate", wanted.constantBitRate())
        + ">"
        + Request.text("tt:FrameRateLimit", number(rate))
        + Request.text("tt:BitrateLimit", Integer.toString(bits))
        + "</tt:RateControl>";
  }

  static String echo(Optional<XmlElement> part) {
    return part.map(Request::echo).orElse("");
  }

  private static String optional(String name, @Nullable Object value) {
    return value == null ? "" : attribute(name, value.toString());
  }
}
