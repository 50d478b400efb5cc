package org.lynceus.protocols.registration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;

/**
 * The vendor's HTTP interface (CGI) of a registered device. Calls wait for the answer, at most ten
 * seconds. Channels are counted from 1. Times are the device's local time, without a zone.
 */
public final class CgiDevice {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** When not even the listener answers, because it is being closed. */
  private static final Duration LONGEST = PATIENCE.plusSeconds(5);

  private static final int MOST_CHANNELS = 256;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final RegisteredDevice device;

  public CgiDevice(RegisteredDevice device) {
    this.device = device;
  }

  /** What it says of itself; empty what it does not tell. */
  public record Information(String type, String serial, String version, String name) {}

  public Information information() throws FaultException {
    return new Information(
        optional("getDeviceType", "type"),
        optional("getSerialNo", "sn"),
        optional("getSoftwareVersion", "version"),
        optional("getMachineName", "name"));
  }

  private String optional(String action, String key) throws FaultException {
    try {
      return CgiValues.of(text("/cgi-bin/magicBox.cgi?action=" + action)).text(key);
    } catch (FaultException e) {
      if (refused(e)) {
        return "";
      }
      throw e;
    }
  }

  /** Its channels by their settings; one when it does not tell its settings. */
  public List<CgiChannel> channels() throws FaultException {
    CgiValues titles = config("ChannelTitle");
    CgiValues encode = config("Encode");
    List<CgiChannel> channels = new ArrayList<>();
    for (int i = 0; i < MOST_CHANNELS; i++) {
      String title = "table.ChannelTitle[" + i + "].Name";
      String table = "table.Encode[" + i + "].";
      CgiChannel.Picture main = picture(encode, table + "MainFormat[0].");
      if (i > 0 && main == null && !titles.values().containsKey(title)) {
        break;
      }
      boolean second = !encode.text(table + "ExtraFormat[0].VideoEnable").equals("false");
      channels.add(
          new CgiChannel(
              titles.text(title),
              main,
              second ? picture(encode, table + "ExtraFormat[0].") : null,
              moves(i + 1)));
    }
    return channels;
  }

  private boolean moves(int channel) throws FaultException {
    try {
      return new CgiHead(this, channel).moves();
    } catch (FaultException e) {
      if (refused(e)) {
        return false;
      }
      throw e;
    }
  }

  private CgiValues config(String name) throws FaultException {
    try {
      return CgiValues.of(text("/cgi-bin/configManager.cgi?action=getConfig&name=" + name));
    } catch (FaultException e) {
      if (refused(e)) {
        return CgiValues.of("");
      }
      throw e;
    }
  }

  private static CgiChannel.@Nullable Picture picture(CgiValues encode, String table) {
    String codec =
        encode
            .text(table + "Video.Compression")
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]", "");
    return codec.isEmpty()
        ? null
        : new CgiChannel.Picture(
            codec.equals("MJPG") ? "JPEG" : codec,
            encode.number(table + "Video.Width"),
            encode.number(table + "Video.Height"));
  }

  public LocalDateTime time() throws FaultException {
    String told = CgiValues.of(text("/cgi-bin/global.cgi?action=getCurrentTime")).text("result");
    try {
      return LocalDateTime.parse(told, TIME);
    } catch (DateTimeException e) {
      throw new FaultException(FaultCode.MALFORMED, "The device tells no time.");
    }
  }

  public void setTime(LocalDateTime time) throws FaultException {
    text("/cgi-bin/global.cgi?action=setCurrentTime&time=" + TIME.format(time).replace(" ", "%20"));
  }

  public void reboot() throws FaultException {
    text("/cgi-bin/magicBox.cgi?action=reboot");
  }

  /** A picture of a channel now, as JPEG. */
  public byte[] snapshot(int channel) throws FaultException {
    byte[] picture = call("/cgi-bin/snapshot.cgi?channel=" + channel + "&type=0").body();
    if (picture.length < 4 || (picture[0] & 0xff) != 0xff || (picture[1] & 0xff) != 0xd8) {
      throw new FaultException(FaultCode.MALFORMED, "The device gives no picture.");
    }
    return picture;
  }

  /** The lines of an answer. */
  CgiValues values(String target) throws FaultException {
    return CgiValues.of(text(target));
  }

  private String text(String target) throws FaultException {
    String answer = call(target).text();
    if (answer.strip().equals("Error") || answer.startsWith("Error\r\n")) {
      throw refusal();
    }
    return answer;
  }

  private HttpMessage call(String target) throws FaultException {
    try {
      HttpMessage answer =
          device.call("GET", target, PATIENCE).get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      int status = answer.status();
      if (status == 401 || status == 403) {
        throw new FaultException(FaultCode.FORBIDDEN, "The device does not let this user do that.");
      }
      if (status != 200) {
        throw refusal();
      }
      return answer;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FaultException known) {
        throw known;
      }
      throw new IllegalStateException("a call failed with what it must not fail with", e);
    } catch (TimeoutException e) {
      throw new FaultException(FaultCode.TIMEOUT, "The device does not answer in time.");
    } catch (MalformedException e) {
      throw new FaultException(FaultCode.MALFORMED, "The device's answer cannot be understood.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(FaultCode.INTERNAL, "The center is stopping.");
    }
  }

  private static FaultException refusal() {
    return new FaultException(FaultCode.NOT_FOUND, "The device refuses that or does not know it.");
  }

  /** Whether the device understood and refused; others of its answers are good. */
  private static boolean refused(FaultException failure) {
    FaultCode code = failure.fault().code();
    return code == FaultCode.NOT_FOUND || code == FaultCode.FORBIDDEN;
  }
}
