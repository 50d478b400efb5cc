package org.lynceus.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceIdentity;
import org.lynceus.device.DeviceOffer;
import org.lynceus.device.DeviceService;
import org.lynceus.device.OfferedChannel;
import org.lynceus.device.RegistrationAddress;
import org.lynceus.device.RegistrationTarget;
import org.lynceus.device.StreamOffer;
import org.lynceus.media.FaultException;
import org.lynceus.protocols.registration.CgiChannel;
import org.lynceus.protocols.registration.CgiDevice;
import org.lynceus.protocols.registration.RegisteredDevice;

/**
 * Asks a device that dialled in what it is and which channels it has, and stores what is new. Its
 * settings are believed: whether its streams can be reached from here shows when they are tried.
 */
@ApplicationScoped
public class RegistrationInventory {
  /** Stands where a device does not tell the codec of a channel. */
  private static final String UNTOLD = "UNKNOWN";

  @Inject private DeviceService service;

  void learn(RegistrationTarget target, RegisteredDevice device) throws FaultException {
    CgiDevice cgi = new CgiDevice(device);
    CgiDevice.Information told = cgi.information();
    List<OfferedChannel> channels = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (CgiChannel channel : cgi.channels()) {
      channels.add(offered(target.address(), device.address(), channels.size() + 1, channel));
      names.add(channel.name());
    }
    DeviceIdentity identity =
        new DeviceIdentity(
            null, orNull(told.type()), orNull(told.version()), orNull(told.serial()));
    service.learned(target.deviceId(), new DeviceOffer(identity, channels), names);
  }

  static OfferedChannel offered(
      RegistrationAddress address, InetAddress from, int number, CgiChannel channel) {
    CgiChannel.Picture sub = channel.sub();
    return new OfferedChannel(
        picture(channel.main()),
        sub == null ? null : picture(sub),
        address.stream(from, number, false),
        sub == null ? null : address.stream(from, number, true),
        channel.moves() ? OfferedChannel.DIALLED : null);
  }

  private static StreamOffer picture(CgiChannel.@Nullable Picture told) {
    return told == null
        ? new StreamOffer(UNTOLD, null, null, null)
        : new StreamOffer(
            told.codec(),
            null,
            told.width() == 0 ? null : told.width(),
            told.height() == 0 ? null : told.height());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
