package org.lynceus.schedule;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lynceus.shared.Json;

/** The stored form of {@link TimeRules}. */
final class TimeRulesJson {
  private TimeRulesJson() {}

  static String write(TimeRules rules) {
    JsonObjectBuilder week = Json.createObjectBuilder();
    rules.week().forEach((day, periods) -> week.add(day.name(), periods(periods)));
    JsonArrayBuilder holidays = Json.createArrayBuilder();
    rules.holidays().forEach(holiday -> holidays.add(holiday(holiday)));
    return Json.createObjectBuilder()
        .add("week", week)
        .add("holidays", holidays)
        .build()
        .toString();
  }

  static TimeRules read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
      json.getJsonObject("week")
          .forEach(
              (day, periods) -> week.put(DayOfWeek.valueOf(day), periods(periods.asJsonArray())));
      List<Holiday> holidays =
          json.getJsonArray("holidays").getValuesAs(JsonObject.class).stream()
              .map(TimeRulesJson::holiday)
              .toList();
      return new TimeRules(week, holidays);
    }
  }

  private static JsonArrayBuilder periods(List<Period> periods) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    periods.forEach(p -> array.add(Json.createArrayBuilder().add(p.fromText()).add(p.toText())));
    return array;
  }

  private static List<Period> periods(JsonArray array) {
    return array.getValuesAs(JsonArray.class).stream()
        .map(pair -> Period.parse(pair.getString(0), pair.getString(1), "rules"))
        .toList();
  }

  private static JsonObjectBuilder holiday(Holiday holiday) {
    JsonArrayBuilder days = Json.createArrayBuilder();
    for (SpecialDays range : holiday.days()) {
      days.add(
          Json.createObjectBuilder()
              .add("from", range.from().toString())
              .add("to", range.to().toString())
              .add("yearly", range.yearly()));
    }
    return Json.createObjectBuilder()
        .add("name", holiday.name())
        .add("days", days)
        .add("periods", periods(holiday.periods()));
  }

  private static Holiday holiday(JsonObject json) {
    List<SpecialDays> days =
        json.getJsonArray("days").getValuesAs(JsonObject.class).stream()
            .map(
                range ->
                    new SpecialDays(
                        LocalDate.parse(range.getString("from")),
                        LocalDate.parse(range.getString("to")),
                        range.getBoolean("yearly")))
            .toList();
    return new Holiday(json.getString("name"), days, periods(json.getJsonArray("periods")));
  }
}
