package org.lynceus.recording;

/** Why a channel is recorded, from the weakest to the strongest: of several the strongest shows. */
public enum RecordingKind {
  CONTINUOUS,
  MOTION,
  ALARM,
  MANUAL
}
