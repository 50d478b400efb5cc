package org.lynceus.simulator.rtsp;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.clip.Clip;

/**
 * One simulated camera: loops its clip in real time whether or not somebody watches, and hands
 * every unit to its viewers. Can be taken offline (its connections break, requests get no answer)
 * or frozen (answers, but sends no media). Used by the server's thread only.
 */
final class Camera {
  private static final long SECOND = 1_000_000_000L;
  private static final long REPORT_EVERY = 5 * SECOND;
  private static final long TOO_LATE = 2 * SECOND;
  private static final int KEPT_FRAMES = 1500;
  private static final int DEAF = 3;

  final int number;
  final Clip clip;
  final List<TrackSender> tracks = new ArrayList<>();
  final Set<RtspConnection> viewers = new LinkedHashSet<>();
  final ArrayDeque<SentFrame> sent = new ArrayDeque<>();

  /** Camera 3 is deaf; those of odd numbers understand A-law, the others mu-law. */
  final @Nullable Heard heard;

  @Nullable Login login;
  Network network = Network.GOOD;
  boolean offline;
  boolean frozen;
  private final Clock clock;
  private long began;
  private long reportDue;
  private long flapOn;
  private long flapOff;
  private long flapDue;
  private @Nullable Clip next;

  /** User and password that the camera asks for. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  Camera(
      int number, Clip clip, @Nullable Login login, Clock clock, RandomGenerator random, long now) {
    this.number = number;
    this.clip = clip;
    this.heard = number == DEAF ? null : new Heard(number % 2 == 1);
    this.login = login;
    this.clock = clock;
    this.began = now;
    this.reportDue = now;
    tracks.add(new TrackSender(clip.video(), 0, random));
    if (clip.audio() != null) {
      tracks.add(new TrackSender(clip.audio(), 2, random));
    }
  }

  /** When the camera has something to do next, by the server's nanosecond clock. */
  long due() {
    long due = Long.MAX_VALUE;
    for (TrackSender track : tracks) {
      due = Math.min(due, track.due());
    }
    return began + due;
  }

  void send(long now) {
    if (now - due() > TOO_LATE) {
      began += now - due();
    }
    flap(now);
    for (TrackSender track : List.copyOf(tracks)) {
      while (began + track.due() <= now) {
        sendUnit(track);
        track.advance();
        if (track.channel == 0 && next != null && track.unit().key()) {
          tracks.set(0, track.playing(next.video()));
          next = null;
          break;
        }
      }
    }
    if (now - reportDue >= 0) {
      reportDue = now + REPORT_EVERY;
      report(viewers);
    }
  }

  /**
   * Sender reports at once for a new viewer, so that it knows the wall clock of the first frame.
   */
  void report(Iterable<RtspConnection> receivers) {
    if (frozen) {
      return;
    }
    for (TrackSender track : tracks) {
      ByteBuffer report = track.senderReport(clock.instant(), System.nanoTime() - began);
      receivers.forEach(viewer -> viewer.send(track, report.duplicate()));
    }
  }

  /** From the next key frame on the video is another one: other parameter sets, same stream. */
  void change(Clip other) {
    next = other;
  }

  /** Breaks its connections and plays another video from now on, as an encoder set anew does. */
  void restart(Clip other) {
    List.copyOf(viewers).forEach(RtspConnection::close);
    next = null;
    tracks.set(0, tracks.get(0).playing(other.video()));
  }

  /** Goes offline and comes back again and again; 0 seconds end that. */
  void flap(long secondsOn, long secondsOff, long now) {
    flapOn = secondsOn * SECOND;
    flapOff = secondsOff * SECOND;
    flapDue = now + flapOn;
  }

  private void flap(long now) {
    if (flapOn > 0 && now - flapDue >= 0) {
      flapDue = now + (offline ? flapOn : flapOff);
      if (offline) {
        offline = false;
      } else {
        goOffline();
      }
    }
  }

  void goOffline() {
    offline = true;
    List.copyOf(viewers).forEach(RtspConnection::close);
  }

  private void sendUnit(TrackSender track) {
    boolean video = track.channel == 0;
    if (video) {
      if (sent.size() == KEPT_FRAMES) {
        sent.removeFirst();
      }
      sent.addLast(
          new SentFrame(track.number(), track.numberInClip(), track.timestamp(), clock.instant()));
    }
    if (frozen || viewers.isEmpty()) {
      return;
    }
    boolean key = video && track.unit().key();
    ByteBuffer packets = track.packets();
    for (RtspConnection viewer : List.copyOf(viewers)) {
      viewer.sendMedia(track, packets.duplicate(), video, key);
    }
  }
}
