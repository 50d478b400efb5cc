package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A mail server that asks for encryption and a sign-in; the center is started anew with these. */
@Longer
@Order(Integer.MAX_VALUE - 8)
class MailIT {
  private static final int BEHIND = 28027;
  private static final String USER = "center";
  private static final Path KEYS = LynceusServer.HOME.resolveSibling("mail-keys.p12");
  private final Api admin = Api.administrator();

  @BeforeAll
  static void startWithSignIn() throws Exception {
    StartTlsFront.keys(KEYS);
    LynceusServer.kill("wildfly");
    LynceusServer.start(
        Map.of(
            "LYNCEUS_MAIL_SECURITY",
            "STARTTLS",
            "LYNCEUS_MAIL_USER",
            USER,
            "LYNCEUS_MAIL_PASSWORD",
            "right",
            "JDK_JAVA_OPTIONS",
            StartTlsFront.trusting(KEYS)));
  }

  @AfterAll
  static void startAsBefore() throws Exception {
    LynceusServer.kill("wildfly");
    LynceusServer.start();
  }

  private JsonObject mailOf(JsonObject alarm) {
    return admin.get("/alarms/" + alarm.getString("id") + "/actions").items().get(0);
  }

  private JsonObject scheme() {
    Api.Answer added =
        admin.post(
            "/alarm-schemes",
            """
            {"name":"Signed in at a test","enabled":true,"priority":"LOW",
             "templateId":"00000000-0000-7000-8000-000000000001",
             "sources":[{"kind":"CENTER"}],"types":["DOOR_MALICIOUS"],"mergeSeconds":0,
             "capSeconds":3,"delayOnSeconds":0,"delayOffSeconds":0,"toRoles":[],"toUsers":[],
             "actions":[{"kind":"EMAIL","addresses":["guard@example.org"],"subject":"{scheme}"}]}
            """);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  private void happen() {
    String event =
        Json.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("type", "DOOR_MALICIOUS")
            .add("from", "Door of a test")
            .build()
            .toString();
    assertThat(admin.post("/events", "{\"events\":[" + event + "]}").status()).isEqualTo(200);
  }

  @Test
  void aMailGoesEncryptedAndSignedInOnceThePasswordIsRight() throws Exception {
    GreenMail mails = new GreenMail(new ServerSetup(BEHIND, "127.0.0.1", "smtp"));
    mails.getUserManager().setAuthRequired(true);
    mails.setUser("center@example.org", USER, "another");
    mails.start();
    JsonObject scheme = scheme();
    try (StartTlsFront front = new StartTlsFront(LynceusServer.MAIL_PORT, BEHIND, KEYS)) {
      happen();
      JsonObject alarm =
          Await.value(
              "the alarm",
              60,
              () ->
                  admin.get("/alarms?schemeId=" + scheme.getString("id")).items().stream()
                      .findFirst()
                      .orElse(null));
      Await.until(
          "the wrong password to be told",
          60,
          () -> mailOf(alarm).toString().contains("The mail server refused it: 535"));
      assertThat(mails.getReceivedMessages()).isEmpty();
      mails.getUserManager().getUser(USER).setPassword("right");
      Await.until("the mail", 90, () -> mailOf(alarm).getString("state").equals("DONE"));
      assertThat(mails.getReceivedMessages()).hasSize(1);
      assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo("Signed in at a test");
      assertThat(front.clear())
          .contains("STARTTLS")
          .noneMatch(line -> line.matches("(?i)(AUTH|MAIL|RCPT|DATA).*"));
    } finally {
      admin.change("DELETE", "/alarm-schemes/" + scheme.getString("id"), "\"1\"", "");
      mails.stop();
    }
  }
}
