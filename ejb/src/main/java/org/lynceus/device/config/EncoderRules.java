package org.lynceus.device.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.EncoderOffer;
import org.lynceus.protocols.onvif.EncoderOffer.Size;
import org.lynceus.protocols.onvif.EncoderSettings;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.onvif.VideoEncoder;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * What an encoder is to be after a change, by what it offers (pure). What the change names must be
 * offered. What it does not name stays; with another codec it is fitted into what that one offers.
 */
final class EncoderRules {
  private static final double SAME = 0.01;

  private EncoderRules() {}

  static EncoderSettings wanted(VideoEncoder encoder, EncoderChange change) {
    if (change.isEmpty()) {
      throw DomainException.invalid("", "Nothing is named that is to be set.");
    }
    EncoderSettings now = encoder.now();
    String codec = change.codec() == null ? now.codec() : change.codec();
    EncoderOffer offer = encoder.offer(codec).orElse(null);
    if (offer == null) {
      throw change.codec() == null
          ? new DomainException(
              ProblemType.CONFLICT, "The device lets nobody choose how this stream is encoded.")
          : refused("codec");
    }
    boolean other = !codec.equals(now.codec());
    Size size = size(now, change, offer, other);
    return new EncoderSettings(
        codec,
        size.width(),
        size.height(),
        amount("quality", change.quality(), now.quality(), offer.quality(), other),
        frameRate(now, change, offer, other),
        whole("bitRate", change.bitRate(), now.bitRate(), offer.bitRate(), other),
        whole("keyInterval", change.keyInterval(), now.keyInterval(), offer.keyInterval(), other),
        profile(now, change, offer, other),
        constant(now, change, offer));
  }

  private static Size size(
      EncoderSettings now, EncoderChange change, EncoderOffer offer, boolean other) {
    Size present = new Size(now.width(), now.height());
    if (change.width() != null || change.height() != null) {
      Size wanted =
          new Size(
              Objects.requireNonNullElse(change.width(), 0),
              Objects.requireNonNullElse(change.height(), 0));
      if (!offer.sizes().contains(wanted) && !(wanted.equals(present) && !other)) {
        throw refused("width");
      }
      return wanted;
    }
    if (!other || offer.sizes().isEmpty() || offer.sizes().contains(present)) {
      return present;
    }
    return offer.sizes().stream()
        .filter(one -> one.pixels() <= present.pixels())
        .findFirst()
        .orElse(offer.sizes().get(offer.sizes().size() - 1));
  }

  private static @Nullable Double frameRate(
      EncoderSettings now, EncoderChange change, EncoderOffer offer, boolean other) {
    Double wanted = change.frameRate();
    Double present = now.frameRate();
    List<Double> rates = offer.frameRates();
    if (wanted != null) {
      if (!same(wanted, present) && rates.stream().noneMatch(rate -> same(rate, wanted))) {
        throw refused("frameRate");
      }
      return wanted;
    }
    if (!other || rates.isEmpty() || present == null) {
      return present;
    }
    return rates.stream()
        .filter(rate -> rate <= present + SAME)
        .max(Double::compare)
        .orElse(rates.get(0));
  }

  private static @Nullable Integer whole(
      String name,
      @Nullable Integer wanted,
      @Nullable Integer now,
      @Nullable Range range,
      boolean other) {
    Double amount =
        amount(
            name,
            wanted == null ? null : (double) wanted,
            now == null ? null : (double) now,
            range,
            other);
    return amount == null ? null : (int) Math.round(amount);
  }

  private static @Nullable Double amount(
      String name,
      @Nullable Double wanted,
      @Nullable Double now,
      @Nullable Range range,
      boolean other) {
    if (wanted != null) {
      if (!same(wanted, now) && (range == null || !range.holds(wanted))) {
        throw refused(name);
      }
      return wanted;
    }
    if (!other || range == null) {
      return now;
    }
    return now == null ? range.min() : Math.max(range.min(), Math.min(range.max(), now));
  }

  private static @Nullable String profile(
      EncoderSettings now, EncoderChange change, EncoderOffer offer, boolean other) {
    String wanted = change.profile();
    if (wanted != null) {
      if (!offer.profiles().contains(wanted)) {
        throw refused("profile");
      }
      return wanted;
    }
    String present = now.profile();
    if (!other || present != null && offer.profiles().contains(present)) {
      return present;
    }
    if (offer.profiles().contains("Main")) {
      return "Main";
    }
    return offer.profiles().isEmpty() ? null : offer.profiles().get(0);
  }

  private static @Nullable Boolean constant(
      EncoderSettings now, EncoderChange change, EncoderOffer offer) {
    Boolean wanted = change.constantBitRate();
    if (wanted == null) {
      return now.constantBitRate();
    }
    if (!offer.constantBitRate() && wanted) {
      throw refused("constantBitRate");
    }
    return wanted;
  }

  /** The names of what the device made otherwise than it was told, of what was named. */
  static List<String> otherwise(
      EncoderChange change, EncoderSettings wanted, EncoderSettings made) {
    List<String> names = new ArrayList<>();
    differs(names, "codec", change.codec(), wanted.codec().equals(made.codec()));
    differs(
        names,
        "size",
        change.width(),
        wanted.width() == made.width() && wanted.height() == made.height());
    differs(names, "quality", change.quality(), same(wanted.quality(), made.quality()));
    differs(names, "frameRate", change.frameRate(), same(wanted.frameRate(), made.frameRate()));
    differs(names, "bitRate", change.bitRate(), Objects.equals(wanted.bitRate(), made.bitRate()));
    differs(
        names,
        "keyInterval",
        change.keyInterval(),
        Objects.equals(wanted.keyInterval(), made.keyInterval()));
    differs(names, "profile", change.profile(), Objects.equals(wanted.profile(), made.profile()));
    differs(
        names,
        "constantBitRate",
        change.constantBitRate(),
        Objects.equals(wanted.constantBitRate(), made.constantBitRate()));
    return names;
  }

  private static void differs(
      List<String> names, String name, @Nullable Object named, boolean same) {
    if (named != null && !same) {
      names.add(name);
    }
  }

  private static boolean same(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null
        ? one == null && other == null
        : Math.abs(one - other) <= SAME;
  }

  private static DomainException refused(String name) {
    return DomainException.invalid("/" + name, "The device does not offer this.");
  }
}
