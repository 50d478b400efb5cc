package org.lynceus.live.talk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.FaultException;
import org.lynceus.media.StreamSource;
import org.lynceus.media.rtsp.TalkConnection;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/**
 * Carries talks out. A talk is a thread of its own from the claim of the line to its end, since it
 * waits for the camera and for the microphone. It ends when the talker hangs up or goes away, after
 * {@link Silence#LONGEST} of silence, when the camera ends it, or when the line is lost. Begin and
 * end are in the audit log by the talker's name.
 */
@ApplicationScoped
public class Talks {
  private static final Logger LOG = System.getLogger(Talks.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final long PROLONG_EVERY = TalkLines.TIME.toNanos() / 3;
  private static final int SAMPLES_OF_A_PAUSE = (int) (8 * PAUSE.toMillis());

  @Inject private TalkLines lines;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** A talk that does nothing before it is carried out. */
  public Talk talk(UUID channel, String user, Talk.Listener listener) {
    return new Talk(ids.next(), channel, user, listener);
  }

  /** Carries a talk out; returns when it is over. Whoever may not talk was refused before. */
  public void carryOut(Talk talk) {
    Reason reason;
    String holder = null;
    try {
      StreamSource source = devices.stream(talk.channel);
      holder = lines.claim(talk.channel, talk.id, talk.user);
      reason =
          holder == null
              ? held(talk, source)
              : new Reason("talk-held", "Somebody else talks to this camera now.");
    } catch (FaultException e) {
      reason = Reason.of(e.fault());
    } catch (DomainException e) {
      reason = new Reason("not-found", "There is no such camera any more.");
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A talk failed", e);
      reason = new Reason("internal", "The center failed; its log says why.");
    }
    talk.listener.ended(reason, holder);
  }

  private @Nullable Reason held(Talk talk, StreamSource source) throws FaultException {
    try {
      return connected(talk, source);
    } finally {
      lines.release(talk.channel, talk.id);
    }
  }

  private @Nullable Reason connected(Talk talk, StreamSource source) throws FaultException {
    try (TalkConnection camera =
        TalkConnection.open(
            source.url(), source.credentials(), source.trusted(), PATIENCE, random)) {
      Instant from = clock.instant();
      String name = devices.channelName(talk.channel);
      audit.noteFor(talk.user, act("live.talk.begin", talk, name));
      talk.listener.open(camera.codec());
      String why = "fault";
      try {
        Reason reason = spoken(talk, camera);
        why = reason == null ? "hung up" : reason.code();
        return reason;
      } finally {
        audit.noteFor(
            talk.user,
            act("live.talk.end", talk, name)
                .is(Map.of("from", from, "to", clock.instant(), "why", why)));
      }
    }
  }

  private static AuditAct act(String action, Talk talk, String name) {
    return AuditAct.of(action, "channel", talk.channel, name);
  }

  private @Nullable Reason spoken(Talk talk, TalkConnection camera) throws FaultException {
    Silence silence = new Silence();
    long prolonged = System.nanoTime();
    while (!talk.hungUp()) {
      short[] frame = next(talk);
      if (frame == null) {
        silence.nothing(PAUSE);
        camera.pause(SAMPLES_OF_A_PAUSE);
      } else {
        silence.heard(frame);
        camera.say(frame);
      }
      if (silence.tooLong()) {
        return new Reason("talk-silent", "Nothing was said for 20 seconds.");
      }
      if (System.nanoTime() - prolonged > PROLONG_EVERY) {
        prolonged = System.nanoTime();
        if (!lines.prolong(talk.channel, talk.id)) {
          return new Reason("talk-lost", "The center lost the line to this camera.");
        }
      }
    }
    return null;
  }

  private static short @Nullable [] next(Talk talk) {
    try {
      return talk.waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      talk.hangUp();
      return null;
    }
  }
}
