package org.lynceus.device.care;

/** What can be done to many devices by a job; each asks the devices. */
public enum BatchAct {
  /** A user and password that somebody knows are tried and stored. */
  CREDENTIALS,
  /** Each device gets a strong password of its own. */
  PASSWORDS,
  /** Each device gets a firmware that was uploaded. */
  FIRMWARE,
  /** The names of its channels are written into their pictures. */
  NAMES,
  /** The encoders of one stream of each of its channels are set alike. */
  ENCODERS
}
