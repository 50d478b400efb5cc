package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Retention of many channels at once, and the report of gaps for spreadsheets. */
class RetentionIT {
  private final Api api = Api.administrator();

  private static String request(List<String> channels, int minDays, int maxDays) {
    return "{\"channelIds\":[\""
        + String.join("\",\"", channels)
        + "\"],\"minDays\":"
        + minDays
        + ",\"maxDays\":"
        + maxDays
        + "}";
  }

  @Test
  void manyChannelsAreSetAtOnceAndEachSaysWhetherItWas() {
    List<String> channels =
        api.get("/channels?limit=2").items().stream().map(c -> c.getString("id")).toList();
    String nobody = UUID.randomUUID().toString();
    Api.Answer set =
        api.put(
            "/retentions",
            null,
            request(List.of(channels.get(0), channels.get(1), nobody), 300, 400));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.items()).extracting(i -> i.getBoolean("set")).containsExactly(true, true, false);
    for (String channel : channels) {
      JsonObject retention = api.get("/channels/" + channel + "/retention").json();
      assertThat(retention.getInt("minDays")).isEqualTo(300);
      assertThat(retention.getInt("maxDays")).isEqualTo(400);
    }
    assertThat(api.put("/retentions", null, request(channels, 9, 8)).status()).isEqualTo(400);
    assertThat(api.put("/retentions", null, request(List.of(nobody), 1, 2)).status())
        .isEqualTo(200);
    Api operator = new Api(LynceusServer.token("--operator"));
    assertThat(operator.put("/retentions", null, request(channels, 1, 2)).status()).isEqualTo(403);
    assertThat(api.put("/retentions", null, request(channels, 1, 3650)).status()).isEqualTo(200);
  }

  @Test
  void theReportOfGapsIsHadAsCsv() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Api.Answer csv = api.get("/reports/gaps.csv?zone=UTC&day=" + today);
    assertThat(csv.status()).as(csv.text()).isEqualTo(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text()).startsWith("\ufeffchannel,stream,planned s,");
    assertThat(api.get("/reports/gaps?zone=UTC&day=" + today).status()).isEqualTo(200);
    assertThat(api.get("/reports/gaps.csv?day=x").status()).isEqualTo(400);
  }
}
