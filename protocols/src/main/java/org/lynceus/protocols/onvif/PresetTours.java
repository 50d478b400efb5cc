package org.lynceus.protocols.onvif;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.lynceus.protocols.xml.XmlElement;
import org.lynceus.protocols.xml.XmlText;

/** The preset tours of one profile's head (ONVIF PTZ 5.6). */
public final class PresetTours {
  private static final int MOST = 100;
  private static final int MOST_STOPS = 256;
  private final OnvifDevice device;
  private final String profile;

  /** What is done with a tour. */
  public enum TourAct {
    START("Start"),
    STOP("Stop"),
    PAUSE("Pause");

    private final String word;

    TourAct(String word) {
      this.word = word;
    }
  }

  public PresetTours(OnvifDevice device, String profile) {
    this.device = device;
    this.profile = profile;
  }

  public List<PresetTour> all() throws OnvifException {
    return call("GetPresetTours", "")
        .all("PresetTour")
        .filter(tour -> !tour.attribute("token").isEmpty())
        .limit(MOST)
        .map(PresetTours::tour)
        .toList();
  }

  /** Makes an empty tour; its token. */
  public String create() throws OnvifException {
    return call("CreatePresetTour", "").text("PresetTourToken");
  }

  /** Gives a tour its name and its stops. */
  public void modify(PresetTour tour) throws OnvifException {
    StringBuilder stops = new StringBuilder();
    for (PresetTour.Stop stop : tour.stops()) {
      stops
          .append("<tt:TourSpot><tt:PresetDetail>")
          .append(Request.text("tt:PresetToken", stop.preset()))
          .append("</tt:PresetDetail>")
          .append(
              String.format(
                  Locale.ROOT,
                  "<tt:Speed><tt:PanTilt x=\"%1$.2f\" y=\"%1$.2f\"/><tt:Zoom x=\"%1$.2f\"/></tt:Speed>",
                  stop.speed()))
          .append(
              Request.text(
                  "tt:StayTime", Duration.ofMillis(Math.round(stop.seconds() * 1000)).toString()))
          .append("</tt:TourSpot>");
    }
    call(
        "ModifyPresetTour",
        "<PresetTour token=\""
            + XmlText.escape(tour.token())
            + "\">"
            + Request.text("tt:Name", tour.name())
            + "<tt:Status><tt:State>Idle</tt:State></tt:Status><tt:AutoStart>false</tt:AutoStart>"
            + "<tt:StartingCondition/>"
            + stops
            + "</PresetTour>");
  }

  public void operate(String tour, TourAct act) throws OnvifException {
    call(
        "OperatePresetTour",
        Request.text("PresetTourToken", tour) + Request.text("Operation", act.word));
  }

  public void remove(String tour) throws OnvifException {
    call("RemovePresetTour", Request.text("PresetTourToken", tour));
  }

  private XmlElement call(String operation, String content) throws OnvifException {
    return device.call(Namespaces.PTZ, operation, Request.text("ProfileToken", profile) + content);
  }

  private static PresetTour tour(XmlElement tour) {
    return new PresetTour(
        tour.attribute("token"),
        tour.text("Name"),
        tour.text("Status", "State"),
        tour.all("TourSpot")
            .filter(stop -> !stop.text("PresetDetail", "PresetToken").isEmpty())
            .limit(MOST_STOPS)
            .map(
                stop ->
                    new PresetTour.Stop(
                        stop.text("PresetDetail", "PresetToken"),
                        seconds(stop.text("StayTime")),
                        speed(stop)))
            .toList());
  }

  private static double speed(XmlElement stop) {
    try {
      double speed =
          Double.parseDouble(
              stop.first("Speed", "PanTilt").map(one -> one.attribute("x")).orElse(""));
      return Math.max(0, Math.min(1, speed));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static double seconds(String text) {
    try {
      return Math.max(0, Duration.parse(text).toMillis() / 1000.0);
    } catch (DateTimeParseException | ArithmeticException e) {
      return 0;
    }
  }
}
