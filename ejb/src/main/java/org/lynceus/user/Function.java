package org.lynceus.user;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a user may be allowed to do. The word is what is stored and what the API speaks. A local
 * function holds where its role is granted (sites, devices, channels); the others are about the
 * center as a whole and hold as soon as one has a role with them.
 */
public enum Function {
  LIVE_VIEW("live.view", true),
  LIVE_TALK("live.talk", true),
  /** Switches the outputs of devices. */
  LIVE_OUTPUT("live.output", true),
  /** Moves cameras. */
  PTZ_OPERATE("ptz.operate", true),
  /** Keeps and forgets presets and tours, sets pictures. */
  PTZ_CONFIGURE("ptz.configure", true),
  RECORDING_PLAY("recording.play", true),
  /** Takes recordings out of the center: clips and exports. */
  RECORDING_DOWNLOAD("recording.download", true),
  RECORDING_TAG("recording.tag", true),
  RECORDING_LOCK("recording.lock", true),
  /** Starts and stops recording by hand. */
  RECORDING_OPERATE("recording.operate", true),
  /** Plans, retention, removing locks and the tags of others. */
  RECORDING_CONFIGURE("recording.configure", true),
  DEVICE_READ("device.read", true),
  DEVICE_CONFIGURE("device.configure", true),
  EVENT_READ("event.read", true),
  /** Tells events, as another system. */
  EVENT_SEND("event.send", true),
  ALARM_READ("alarm.read", true),
  /** Claims, forwards, resolves and shelves alarms. */
  ALARM_OPERATE("alarm.operate", true),
  /** Takes an alarm over from another one. */
  ALARM_TAKEOVER("alarm.takeover", true),
  /** Says what an alarm is. */
  ALARM_CONFIGURE("alarm.configure", true),
  MAP_READ("map.read", true),
  /** Draws maps: pictures, and what is where on them. */
  MAP_CONFIGURE("map.configure", true),
  /** Changes the tree of sites below those it is granted for. */
  ORGANISATION_CONFIGURE("organisation.configure", true),
  /** Users and roles. Nobody gives more than he has. */
  USER_CONFIGURE("user.configure", false),
  AUDIT_READ("audit.read", false),
  SCHEDULE_CONFIGURE("schedule.configure", false),
  /** State of nodes and volumes. */
  SYSTEM_READ("system.read", false),
  /** Volumes, settings, and the jobs and saved walls of others. */
  SYSTEM_CONFIGURE("system.configure", false);

  private static final Map<String, Function> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Function::word, UnaryOperator.identity()));

  private final String word;
  private final boolean local;

  Function(String word, boolean local) {
    this.word = word;
    this.local = local;
  }

  public String word() {
    return word;
  }

  /** Whether it holds at places, not for the center as a whole. */
  public boolean local() {
    return local;
  }

  /** The function of a word, null when there is none. */
  public static @Nullable Function of(String word) {
    return BY_WORD.get(word);
  }

  /** Those of the words that are known; {@code *} means all. */
  static Set<Function> all(Iterable<String> words) {
    EnumSet<Function> found = EnumSet.noneOf(Function.class);
    for (String word : words) {
      Function one = of(word);
      if (word.equals("*")) {
        return EnumSet.allOf(Function.class);
      } else if (one != null) {
        found.add(one);
      }
    }
    return found;
  }
}
