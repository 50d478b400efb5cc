package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;
import org.lynceus.recording.Playback;
import org.lynceus.shared.DomainException;

/**
 * Sends mails. All alarms of a scheme that wait for the same mail go in one. What the server surely
 * has not got is tried again; when nobody knows, it is not, so that no mail comes twice.
 */
@ApplicationScoped
class MailRunner implements ActionRunner {
  private static final int MOST_SHOWN = 50;
  private static final String SUBJECT = "{priority}: {event}, {source}";
  private static final String TEXT = "{time}\n{event}: {source}\nScheme: {scheme}\n{link}";

  @Inject private MailServer server;
  @Inject private MailPace pace;
  @Inject private ActionQueue queue;
  @Inject private AlarmQueries alarms;
  @Inject private AlarmText texts;
  @Inject private Playback playback;
  @Inject private Clock clock;

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.EMAIL;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    if (!server.known()) {
      return ActionOutcome.failed("no-mail-server", "No mail server is set: LYNCEUS_MAIL_HOST.");
    }
    @Nullable Instant later = pace.turn(claimed.scheme());
    if (later != null) {
      return ActionOutcome.later(
          later, "one-a-minute", "A scheme sends one mail a minute; this waits for the next.");
    }
    List<Claimed> others = queue.claimAlike(claimed);
    ActionOutcome outcome = send(claimed, alarm, others);
    if (outcome.kind() == ActionOutcome.Kind.AGAIN) {
      pace.giveBack(claimed.scheme());
    }
    for (Claimed other : others) {
      queue.finish(
          other,
          ActionRule.after(
              other.kind(), other.attempts(), other.begins(), outcome, clock.instant(), 0.5));
    }
    return outcome;
  }

  private ActionOutcome send(Claimed claimed, Alarm alarm, List<Claimed> others) {
    SchemeAction action = claimed.action();
    List<String> notes = new ArrayList<>();
    List<byte[]> pictures = picture(action, alarm, notes);
    ActionOutcome outcome =
        server.send(
            new MailServer.Mail(
                claimed.alarm() + "." + claimed.number() + "." + claimed.attempts(),
                action.addresses(),
                subject(action, alarm, others.size()),
                text(action, alarm, others, notes),
                pictures,
                Date.from(clock.instant())));
    return outcome.kind() != ActionOutcome.Kind.DONE || others.isEmpty()
        ? outcome
        : ActionOutcome.done(
            "mail-together", "Sent in one mail with " + others.size() + " others.");
  }

  private String subject(SchemeAction action, Alarm alarm, int others) {
    String subject = texts.of(Objects.requireNonNullElse(action.subject(), SUBJECT), alarm);
    return others == 0 ? subject : subject + " (+" + others + ")";
  }

  private String text(SchemeAction action, Alarm alarm, List<Claimed> others, List<String> notes) {
    String form = Objects.requireNonNullElse(action.text(), TEXT);
    StringBuilder text = new StringBuilder(texts.of(form, alarm));
    Map<UUID, Alarm> known =
        alarms.alarms(others.stream().map(Claimed::alarm).toList()).stream()
            .collect(Collectors.toMap(Alarm::id, Function.identity()));
    known.values().stream()
        .sorted(java.util.Comparator.comparing(Alarm::number))
        .limit(MOST_SHOWN)
        .forEach(other -> text.append("\n\n").append(texts.of(form, other)));
    if (others.size() > MOST_SHOWN) {
      text.append("\n\n+").append(others.size() - MOST_SHOWN);
    }
    notes.forEach(note -> text.append("\n\n").append(note));
    return text.toString();
  }

  /** A mail without its picture is better than none. */
  private List<byte[]> picture(SchemeAction action, Alarm alarm, List<String> notes) {
    UUID channel = alarm.channelId();
    if (!action.picture() || channel == null) {
      return List.of();
    }
    try {
      return List.of(playback.picture(channel, SnapshotRunner.WIDTH));
    } catch (DomainException e) {
      notes.add("There is no picture: " + e.getMessage());
      return List.of();
    }
  }
}
