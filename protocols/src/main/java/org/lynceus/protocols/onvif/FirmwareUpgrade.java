package org.lynceus.protocols.onvif;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.xml.XmlElement;

/** Sending a firmware to a device (ONVIF Core 8.3.16): asked for first, then posted whole. */
public final class FirmwareUpgrade {
  private static final Duration MOST = Duration.ofMinutes(10);
  private final OnvifDevice device;

  public FirmwareUpgrade(OnvifDevice device) {
    this.device = device;
  }

  /**
   * What the device wants.
   *
   * @param uri where the file goes
   * @param delay before the file is sent, at most ten minutes
   * @param downTime for which it will be away, at most ten minutes; zero when it does not tell
   */
  public record Invitation(URI uri, Duration delay, Duration downTime) {}

  /** Prepares the device; it waits for the file from then on. */
  public Invitation start() throws OnvifException {
    XmlElement answer = device.call(Namespaces.DEVICE, "StartFirmwareUpgrade", "");
    try {
      return new Invitation(
          device.address().service(answer.text("UploadUri")),
          duration(answer.text("UploadDelay")),
          duration(answer.text("ExpectedDownTime")));
    } catch (IllegalArgumentException e) {
      throw new OnvifException(
          FaultCode.MALFORMED, "The device names no usable address for the firmware.", e);
    }
  }

  /** Sends the file; returns when the device has taken it. */
  public void send(Invitation invitation, Path file, Duration patience) throws OnvifException {
    device.upload(invitation.uri(), file, patience);
  }

  private static Duration duration(String text) {
    try {
      Duration told = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
      return told.isNegative() ? Duration.ZERO : told.compareTo(MOST) > 0 ? MOST : told;
    } catch (DateTimeException nonsense) {
      return Duration.ZERO;
    }
  }
}
