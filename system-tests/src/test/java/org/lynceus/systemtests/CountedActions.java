package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scheme of {@link NumberedEvents} whose alarms each do three things that are counted {@link
 * Outside}: a web call, a mail, and a web call after a minute if nobody has the alarm.
 */
final class CountedActions {
  static final int CALL = 1;
  static final int MAIL = 2;
  static final int STEP = 3;
  private static final Pattern TOLD = Pattern.compile("alarm (\\d+);");

  /** A row of an action. */
  record Action(
      String alarm,
      long alarmNumber,
      int number,
      String state,
      int attempts,
      String code,
      String holder) {
    String key() {
      return alarm + ":" + number;
    }
  }

  private final Outside outside;
  private final String scheme;

  CountedActions(String name, Outside outside) {
    this.outside = outside;
    Api.Answer added =
        Api.administrator()
            .post(
                "/alarm-schemes",
                """
                {"name":"Killed %1$s","enabled":true,"priority":"LOW",
                 "templateId":"00000000-0000-7000-8000-000000000001",
                 "sources":[{"kind":"CENTER"}],"types":["%2$s"],"mergeSeconds":3,"capSeconds":3,
                 "delayOnSeconds":0,"delayOffSeconds":0,"toRoles":[],"toUsers":[],
                 "actions":[{"kind":"WEBHOOK","url":"%3$s"},
                   {"kind":"EMAIL","addresses":["guard@example.org"],"text":"alarm {number};"},
                   {"kind":"WEBHOOK","url":"%3$s","afterMinutes":1}]}
                """
                    .formatted(name, NumberedEvents.TYPE, outside.url()));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    scheme = added.json().getString("id");
  }

  void remove() {
    Api api = Api.administrator();
    String path = "/alarm-schemes/" + scheme;
    assertThat(api.change("DELETE", path, api.get(path).header("ETag"), "").status())
        .isEqualTo(204);
  }

  /** The ids of its alarms. */
  List<String> alarms() throws Exception {
    return CenterDatabase.rows(
        "select id from alarm where scheme_id = ?::uuid", row -> row.getString(1), scheme);
  }

  List<Action> actions() throws Exception {
    return CenterDatabase.rows(
        "select n.*, a.number as alarm_number from alarm_action n join alarm a on a.id = n.alarm_id"
            + " where n.scheme_id = ?::uuid",
        row ->
            new Action(
                row.getString("alarm_id"),
                row.getLong("alarm_number"),
                row.getInt("number"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("code"),
                row.getString("holder")),
        scheme);
  }

  Action action(String key) throws Exception {
    return actions().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  /** Steps of escalation that wait: those whose time has come, or those whose has not. */
  List<String> waitingSteps(boolean due) throws Exception {
    return CenterDatabase.rows(
        "select alarm_id from alarm_action where scheme_id = ?::uuid and number = ?"
            + " and state = 'PENDING' and (due_at <= clock_timestamp()) = ?",
        row -> row.getString(1) + ":" + STEP,
        scheme,
        STEP,
        due);
  }

  /** The events are in its alarms, each once. */
  void assertCounted(int events) throws Exception {
    Await.until(
        "the alarms to be made of all",
        60,
        () ->
            CenterDatabase.rows(
                    "select coalesce(sum(occurrences), 0) from alarm where scheme_id = ?::uuid"
                        + " and not gone",
                    row -> row.getInt(1),
                    scheme)
                .equals(List.of(events)));
  }

  /** Every alarm has its actions; each was seen outside at most once, as its row says. */
  void assertAtMostOnce() throws Exception {
    Await.until(
        "all actions to be done",
        300,
        () -> actions().stream().noneMatch(one -> one.state().matches("PENDING|RUNNING")));
    assertThat(actions()).hasSize(3 * alarms().size()).isNotEmpty();
    assertCalledOnce();
    assertMailedOnce();
  }

  /**
   * A call whose node went before it noted the answer comes again with its key, and no other does.
   */
  private void assertCalledOnce() throws Exception {
    Map<String, Long> seen = counted(outside.calls());
    List<Action> all = actions().stream().filter(one -> one.number() != MAIL).toList();
    assertThat(all.stream().map(Action::key)).containsAll(seen.keySet());
    assertThat(all)
        .allSatisfy(
            one -> {
              long calls = seen.getOrDefault(one.key(), 0L);
              if (one.state().equals("DONE")) {
                assertThat(calls).isBetween(1L, (long) one.attempts());
              } else {
                assertLeftOut(one);
                assertThat(calls).isLessThan(one.attempts());
              }
            });
  }

  /** Late events may show that an alarm is part of another one. */
  private static void assertLeftOut(Action one) {
    assertThat(one.state()).isEqualTo("SKIPPED");
    assertThat(one.code()).isEqualTo("alarm-gone");
  }

  private void assertMailedOnce() throws Exception {
    assertThat(outside.mails()).noneMatch(mail -> mail.contains("\n+"));
    Map<String, Long> seen =
        counted(
            outside.mails().stream()
                .flatMap(mail -> TOLD.matcher(mail).results().map(MatchResult::group))
                .toList());
    assertThat(actions())
        .filteredOn(one -> one.number() == MAIL)
        .allSatisfy(
            one -> {
              long mails = seen.getOrDefault("alarm " + one.alarmNumber() + ";", 0L);
              if (one.state().equals("DONE")) {
                assertThat(mails).isEqualTo(1);
              } else if (one.state().equals("FAILED")) {
                assertThat(one.code()).isIn("done-unknown", "mail-unknown");
                assertThat(mails).isLessThanOrEqualTo(1);
              } else {
                assertLeftOut(one);
                assertThat(mails).isZero();
              }
            });
  }

  private static Map<String, Long> counted(List<String> all) {
    return all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
