package org.lynceus.media.engine;

import java.time.Duration;

/**
 * The engine's limits and periods. {@link #defaults()} is right for a server; tests shorten the
 * periods.
 *
 * @param selectorThreads network threads shared by all streams
 * @param segment length at which a file is cut, at the next key frame
 * @param flush how often an open file is forced to disk and its index row saved (bounds the loss at
 *     a power cut)
 * @param connectTimeout for name resolution, connect and each answer
 * @param firstDataTimeout from PLAY to the first media
 * @param dataTimeout silence after which a flowing stream counts as lost
 * @param idleCheck how often a stream that nobody watches or records is asked whether it is there
 * @param backoffFirst first wait before connecting again; doubles up to backoffMost
 * @param backoffMost longest wait before connecting again
 * @param unauthorizedWait wait after rejected credentials, so that cameras lock nobody out
 * @param writerQueueBytes media waiting for one volume before groups of pictures are dropped; three
 *     quarters of the media memory, so that a slow disk may take its time and the others have a
 *     rest
 * @param intakeReserve time of intake kept free on a volume beside its own reserve in bytes
 * @param mediaMemory bytes of direct memory for media of all streams together; beyond it groups of
 *     pictures are dropped
 * @param digests whether each file's SHA-256 is calculated while it is written
 * @param stallLimit time after which a write or flush that does not return makes its volume STALLED
 */
public record EngineOptions(
    int selectorThreads,
    Duration segment,
    Duration flush,
    Duration connectTimeout,
    Duration firstDataTimeout,
    Duration dataTimeout,
    Duration idleCheck,
    Duration backoffFirst,
    Duration backoffMost,
    Duration unauthorizedWait,
    long writerQueueBytes,
    Duration intakeReserve,
    long mediaMemory,
    boolean digests,
    Duration stallLimit) {

  /** The options of a production server. */
  public static EngineOptions defaults() {
    long mediaMemory = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 2);
    return new EngineOptions(
        1,
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofMillis(500),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        mediaMemory / 4 * 3,
        Duration.ofHours(1),
        mediaMemory,
        true,
        Duration.ofSeconds(5));
  }

  /** The same with another time of intake kept free and with digests or without. */
  public EngineOptions with(Duration newIntakeReserve, boolean newDigests) {
    return new EngineOptions(
        selectorThreads,
        segment,
        flush,
        connectTimeout,
        firstDataTimeout,
        dataTimeout,
        idleCheck,
        backoffFirst,
        backoffMost,
        unauthorizedWait,
        writerQueueBytes,
        newIntakeReserve,
        mediaMemory,
        newDigests,
        stallLimit);
  }
}
