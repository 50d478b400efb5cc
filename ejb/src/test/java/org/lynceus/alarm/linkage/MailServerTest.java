package org.lynceus.alarm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.shared.TestTransaction.inject;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mail is said by how far the talk with its server came. */
class MailServerTest {
  private static final MailServer.Mail MAIL =
      new MailServer.Mail(
          "1", List.of("guard@example.org"), "Gate", "Somebody is there.", List.of(), new Date(0));

  private static ActionOutcome send(int port, MailServer.Security security) {
    MailServer server = new MailServer();
    inject(server, "host", Optional.of("127.0.0.1"));
    inject(server, "port", port);
    inject(server, "security", security);
    inject(server, "from", "center@example.org");
    inject(server, "user", Optional.empty());
    inject(server, "password", Optional.empty());
    return server.send(MAIL);
  }

  private static ActionOutcome send(MailTalk talk) {
    return send(talk.port(), MailServer.Security.NONE);
  }

  private static void isAgain(ActionOutcome outcome, String code) {
    assertThat(outcome.kind()).isEqualTo(ActionOutcome.Kind.AGAIN);
    assertThat(outcome.reason().code()).isEqualTo(code);
  }

  @Test
  void whatTheServerTookIsDoneHoweverItSaysGoodbye() throws Exception {
    try (MailTalk talk = new MailTalk(Map.of("QUIT", ""))) {
      assertThat(send(talk).kind()).isEqualTo(ActionOutcome.Kind.DONE);
      assertThat(talk.heard()).contains(".");
    }
  }

  @Test
  void aServerThatDoesNotListenIsTriedAgain() throws Exception {
    MailTalk gone = new MailTalk(Map.of());
    gone.close();
    isAgain(send(gone), "mail-away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 too many connections", ""})
  void aServerThatIsBusyOrHangsUpBeforeItIsToldAnythingIsTriedAgain(String greeting)
      throws Exception {
    try (MailTalk talk = new MailTalk(Map.of("", greeting))) {
      isAgain(send(talk), "mail-away");
      assertThat(talk.was("MAIL")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void whatTheServerRefusesIsTriedAgain(String command) throws Exception {
    try (MailTalk talk = new MailTalk(Map.of(command, "451 not now"))) {
      ActionOutcome outcome = send(talk);
      isAgain(outcome, "mail-refused");
    }
  }

  /** It may have taken the mail before it went: a second one would be a second mail. */
  @Test
  void whenTheServerGoesBeforeItAnswersNobodyKnowsAndItIsNotTriedAgain() throws Exception {
    try (MailTalk talk = new MailTalk(Map.of(".", ""))) {
      ActionOutcome outcome = send(talk);
      assertThat(outcome.kind()).isEqualTo(ActionOutcome.Kind.FAILED);
      assertThat(outcome.reason().code()).isEqualTo("mail-unknown");
    }
  }

  @Test
  void withoutTheEncryptionThatIsAskedForNothingIsTold() throws Exception {
    try (MailTalk talk = new MailTalk(Map.of())) {
      ActionOutcome outcome = send(talk.port(), MailServer.Security.STARTTLS);
      isAgain(outcome, "mail-away");
      assertThat(outcome.reason().text()).contains("STARTTLS");
      assertThat(talk.was("MAIL")).isFalse();
    }
  }
}
