package org.lynceus.simulator.registration;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** What one device answers at its CGI; its clock, name and head are its own. */
final class CgiAnswers {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern SET_TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)%20(\\d\\d:\\d\\d:\\d\\d)");

  private final String id;
  private final Clock clock;
  private Duration ahead = Duration.ZERO;
  final CgiHeadAnswers head = new CgiHeadAnswers();
  boolean rebooting;

  /** An answer's body and its type. */
  record Answer(int status, String type, byte[] body) {
    static Answer text(String text) {
      return new Answer(200, "text/plain", (text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  CgiAnswers(String id, Clock clock) {
    this.id = id;
    this.clock = clock;
  }

  Answer answer(String target) {
    if (target.startsWith("/cgi-bin/magicBox.cgi?action=")) {
      return magicBox(target.substring(target.indexOf('=') + 1));
    }
    if (target.equals("/cgi-bin/configManager.cgi?action=getConfig&name=ChannelTitle")) {
      return Answer.text("table.ChannelTitle[0].Name=Gate " + id);
    }
    if (target.equals("/cgi-bin/configManager.cgi?action=getConfig&name=Encode")) {
      return Answer.text(
          """
          table.Encode[0].MainFormat[0].Video.Compression=H.264
          table.Encode[0].MainFormat[0].Video.Width=1280
          table.Encode[0].MainFormat[0].Video.Height=720
          table.Encode[0].ExtraFormat[0].VideoEnable=true
          table.Encode[0].ExtraFormat[0].Video.Compression=H.264
          table.Encode[0].ExtraFormat[0].Video.Width=320
          table.Encode[0].ExtraFormat[0].Video.Height=180"""
              .replace("\n", "\r\n"));
    }
    if (target.equals("/cgi-bin/global.cgi?action=getCurrentTime")) {
      return Answer.text("result=" + TIME.format(now()));
    }
    if (target.startsWith("/cgi-bin/global.cgi?action=setCurrentTime&time=")) {
      return setTime(target.substring(target.lastIndexOf('=') + 1));
    }
    if (target.startsWith("/cgi-bin/snapshot.cgi?channel=1&")) {
      return new Answer(200, "image/jpeg", picture());
    }
    if (target.startsWith("/cgi-bin/ptz.cgi?action=")) {
      return head.answer(target.substring(target.indexOf("action=") + 7));
    }
    return new Answer(
        400, "text/plain", "Error\r\nBad Request!\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private Answer magicBox(String action) {
    return switch (action) {
      case "getDeviceType" -> Answer.text("type=SIM-REG");
      case "getSerialNo" -> Answer.text("sn=REG" + id);
      case "getSoftwareVersion" -> Answer.text("version=1.0.0,build:2026-11-01");
      case "getMachineName" -> Answer.text("name=" + id);
      case "reboot" -> {
        rebooting = true;
        yield Answer.text("OK");
      }
      default -> Answer.text("Error");
    };
  }

  void skew(Duration by) {
    ahead = by;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant().plus(ahead), ZoneId.systemDefault());
  }

  private Answer setTime(String text) {
    Matcher form = SET_TIME.matcher(text);
    if (!form.matches()) {
      return Answer.text("Error");
    }
    LocalDateTime wanted = LocalDateTime.parse(form.group(1) + "T" + form.group(2));
    ahead = Duration.between(clock.instant(), wanted.atZone(ZoneId.systemDefault()).toInstant());
    return Answer.text("OK");
  }

  private byte[] picture() {
    BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.drawString(id + " " + TIME.format(now()), 10, 90);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
