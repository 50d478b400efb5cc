package org.lynceus.protocols.onvif;

import static org.lynceus.protocols.onvif.Request.number;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.EncoderOffer.Size;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.xml.XmlElement;

/**
 * Encoder configurations as Media1 writes them (ONVIF Media 5.5; VideoEncoderConfiguration). Bit
 * rates are offered in the extension of the options. H.265 is not part of Media1; where vendors
 * added it by the same pattern it is taken.
 */
final class Encoder1 {
  private static final List<String> CODECS = List.of("H264", "H265", "JPEG");
  private static final int MOST_RATES = 240;
  private static final String NO_MULTICAST =
      "<tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type><tt:IPv4Address>0.0.0.0</tt:IPv4Address>"
          + "</tt:Address><tt:Port>0</tt:Port><tt:TTL>0</tt:TTL><tt:AutoStart>false</tt:AutoStart>"
          + "</tt:Multicast>";

  private Encoder1() {}

  static EncoderSettings settings(XmlElement told) {
    Size size = told.first("Resolution").map(Told::size).orElse(new Size(0, 0));
    String word = told.text("Encoding");
    return new EncoderSettings(
        codec(told),
        size.width(),
        size.height(),
        Told.number(told.text("Quality")),
        Told.number(told.text("RateControl", "FrameRateLimit")),
        Told.whole(told.text("RateControl", "BitrateLimit")),
        Told.whole(told.text(word, "GovLength")),
        profile(told.text(word, word + "Profile")),
        null);
  }

  /** The center's word for an encoding, the device's own where the center has none. */
  static String codec(XmlElement told) {
    String word = told.text("Encoding");
    String known = MediaProfile.codec(word);
    return known.isEmpty() ? Told.limited(word) : known;
  }

  static @Nullable String profile(String told) {
    return sensible(told) ? told : null;
  }

  static boolean sensible(String word) {
    return word.matches("[A-Za-z0-9._-]{1,32}");
  }

  static List<EncoderOffer> offers(XmlElement answer) {
    XmlElement options = answer.first("Options").orElse(answer);
    Range quality = Told.range(options.first("QualityRange"));
    return CODECS.stream()
        .map(word -> offer(options, word, quality))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable EncoderOffer offer(
      XmlElement options, String word, @Nullable Range quality) {
    Optional<XmlElement> more = options.first("Extension", word);
    XmlElement offer = options.first(word).or(() -> more).orElse(null);
    if (offer == null) {
      return null;
    }
    XmlElement extended = more.orElse(offer);
    return new EncoderOffer(
        MediaProfile.codec(word),
        Told.sizes(
            Stream.concat(offer.all("ResolutionsAvailable"), extended.all("ResolutionsAvailable"))),
        rates(Told.range(offer.first("FrameRateRange"))),
        Told.range(extended.first("BitrateRange")),
        Told.range(offer.first("GovLengthRange")),
        quality,
        offer
            .all(word + "ProfilesSupported")
            .map(XmlElement::text)
            .filter(Encoder1::sensible)
            .limit(16)
            .toList(),
        false);
  }

  /** Media1 knows whole frame rates only, from the least to the most. */
  private static List<Double> rates(@Nullable Range range) {
    if (range == null || range.max() > MOST_RATES) {
      return List.of();
    }
    return IntStream.rangeClosed((int) Math.max(1, Math.ceil(range.min())), (int) range.max())
        .mapToObj(rate -> (double) rate)
        .toList();
  }

  /** The whole configuration: what is not changed is told as the device told it. */
  static String request(XmlElement told, EncoderSettings wanted) {
    String word = encoding(wanted.codec());
    StringBuilder xml = new StringBuilder("<Configuration");
    xml.append(Request.attribute("token", told.attribute("token")));
    if (!told.attribute("GuaranteedFrameRate").isEmpty()) {
      xml.append(Request.attribute("GuaranteedFrameRate", told.attribute("GuaranteedFrameRate")));
    }
    xml.append('>')
        .append(head(told, wanted))
        .append(Request.text("tt:Quality", number(quality(wanted))))
        .append(rateControl(told, wanted));
    if (!word.equals("JPEG") && wanted.keyInterval() != null && wanted.profile() != null) {
      xml.append("<tt:" + word + ">")
          .append(Request.text("tt:GovLength", wanted.keyInterval().toString()))
          .append(Request.text("tt:" + word + "Profile", wanted.profile()))
          .append("</tt:" + word + ">");
    }
    String session = told.text("SessionTimeout");
    return xml.append(told.first("Multicast").map(Request::echo).orElse(NO_MULTICAST))
        .append(Request.text("tt:SessionTimeout", session.isEmpty() ? "PT60S" : session))
        .append("</Configuration>")
        .append(Request.text("ForcePersistence", "true"))
        .toString();
  }

  /** What Media1 and Media2 begin with. */
  static String head(XmlElement told, EncoderSettings wanted) {
    String count = told.text("UseCount");
    return Request.text("tt:Name", told.text("Name"))
        + Request.text("tt:UseCount", count.isEmpty() ? "0" : count)
        + Request.text("tt:Encoding", encoding(wanted.codec()))
        + "<tt:Resolution>"
        + Request.text("tt:Width", Integer.toString(wanted.width()))
        + Request.text("tt:Height", Integer.toString(wanted.height()))
        + "</tt:Resolution>";
  }

  static double quality(EncoderSettings wanted) {
    Double quality = wanted.quality();
    return quality == null ? 0 : quality;
  }

  private static String rateControl(XmlElement told, EncoderSettings wanted) {
    Double rate = wanted.frameRate();
    Integer bits = wanted.bitRate();
    if (rate == null || bits == null) {
      return "";
    }
    String interval = told.text("RateControl", "EncodingInterval");
    return "<tt:RateControl>"
        + Request.text("tt:FrameRateLimit", Long.toString(Math.round(rate)))
        + Request.text("tt:EncodingInterval", interval.isEmpty() ? "1" : interval)
        + Request.text("tt:BitrateLimit", bits.toString())
        + "</tt:RateControl>";
  }

  private static String encoding(String codec) {
    return codec.equals("MJPEG") ? "JPEG" : codec;
  }
}
