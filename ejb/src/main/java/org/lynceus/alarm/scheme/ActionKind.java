package org.lynceus.alarm.scheme;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Function;

/** What can be done when an alarm is raised. */
public enum ActionKind {
  RECORD(true, Duration.ofMinutes(1), Function.RECORDING_OPERATE),
  SNAPSHOT(true, Duration.ofMinutes(1), Function.LIVE_VIEW),
  /** Opens live pictures where the alarm is told. */
  POPUP(true, Duration.ofMinutes(1), Function.LIVE_VIEW),
  PTZ_PRESET(true, Duration.ofSeconds(30), Function.PTZ_OPERATE),
  /** Ends {@link #PTZ_PRESET}; made by the center. */
  PTZ_RETURN(true, Duration.ofMinutes(2), null),
  OUTPUT(false, Duration.ofSeconds(30), Function.LIVE_OUTPUT),
  /** Ends {@link #OUTPUT}; made by the center. */
  OUTPUT_OFF(true, Duration.ofMinutes(30), null),
  EMAIL(false, Duration.ofHours(6), null),
  WEBHOOK(true, Duration.ofHours(6), null),
  NOTIFY(true, Duration.ofHours(6), null),
  MAP_FLASH(true, Duration.ofMinutes(1), null),
  SOUND(true, Duration.ofMinutes(1), null),
  /** Needs a driver of doors; nothing offers it yet. */
  DOOR(false, Duration.ofSeconds(30), null);

  private final boolean repeatable;
  private final Duration patience;
  private final @Nullable Function needs;

  ActionKind(boolean repeatable, Duration patience, @Nullable Function needs) {
    this.repeatable = repeatable;
    this.patience = patience;
    this.needs = needs;
  }

  /** Whether doing it twice is the same as doing it once. */
  public boolean repeatable() {
    return repeatable;
  }

  /** For how long it is tried. */
  public Duration patience() {
    return patience;
  }

  /** What whoever puts it into a scheme must be allowed to do at its cameras; null: no camera. */
  public @Nullable Function needs() {
    return needs;
  }

  /** What it waits for. */
  public ActionLane lane() {
    return switch (this) {
      case RECORD, POPUP, NOTIFY, MAP_FLASH, SOUND -> ActionLane.CENTER;
      case SNAPSHOT, PTZ_PRESET, PTZ_RETURN, OUTPUT, OUTPUT_OFF, DOOR -> ActionLane.DEVICE;
      case EMAIL -> ActionLane.MAIL;
      case WEBHOOK -> ActionLane.WEB;
    };
  }

  /** Whether it is about cameras: those it names, else the alarm's own. */
  public boolean ofCameras() {
    return needs != null || this == PTZ_RETURN || this == OUTPUT_OFF;
  }

  /** Whether it is of use only while what happened is fresh. */
  public boolean onlyFresh() {
    return patience.compareTo(Duration.ofMinutes(1)) <= 0;
  }

  /** What ends it some seconds later; null: nothing. */
  public @Nullable ActionKind end() {
    return switch (this) {
      case PTZ_PRESET -> PTZ_RETURN;
      case OUTPUT -> OUTPUT_OFF;
      default -> null;
    };
  }
}
