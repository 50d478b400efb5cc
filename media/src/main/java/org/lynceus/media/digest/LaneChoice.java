package org.lynceus.media.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out once in the life of a process, in the background, whether lanes are faster than the
 * runtime's own SHA-256: they are not where the processor has instructions for it, where its
 * vectors are short, or where the vector module is absent. Until that is known the answer is no.
 */
final class LaneChoice {
  private static final System.Logger LOG = System.getLogger(LaneChoice.class.getName());
  private static final double WORTH = 1.5;
  private static final int SAMPLE = 1 << 16;

  /** The compilers need some of them; the best one counts. */
  private static final int SAMPLES = 100;

  private static final AtomicBoolean ASKED = new AtomicBoolean();
  private static volatile @Nullable Lanes chosen;

  private LaneChoice() {}

  /** The lanes to use, null when they are not worth it or that is not known yet. */
  static @Nullable Lanes lanes() {
    if (!ASKED.getAndSet(true)) {
      Thread thread = new Thread(LaneChoice::choose, "lynceus-digest-choice");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
    return chosen;
  }

  /** The processor's lanes, null where the vector module is absent. */
  static @Nullable Lanes present() {
    try {
      return new VectorLanes();
    } catch (LinkageError absent) {
      LOG.log(System.Logger.Level.INFO, "SHA-256 file by file: {0}", absent.toString());
      return null;
    }
  }

  private static void choose() {
    Lanes lanes = present();
    if (lanes == null) {
      return;
    }
    double alone = alone();
    double together = together(lanes, alone * WORTH);
    boolean worth = together >= alone * WORTH;
    LOG.log(
        System.Logger.Level.INFO,
        "SHA-256: {0} MB/s file by file, {1} MB/s with {2} lanes, which are {3}used",
        Math.round(alone),
        Math.round(together),
        lanes.width(),
        worth ? "" : "not ");
    if (worth) {
      chosen = lanes;
    }
  }

  /** MB/s of the runtime's digest. */
  private static double alone() {
    MessageDigest digest = Sha256.messageDigest();
    ByteBuffer sample = ByteBuffer.allocateDirect(SAMPLE);
    double best = 0;
    for (int i = 0; i < SAMPLES; i++) {
      long start = System.nanoTime();
      digest.update(sample.clear());
      best = Math.max(best, SAMPLE * 1000.0 / (System.nanoTime() - start));
    }
    return best;
  }

  /** MB/s of lanes; ends early when that is enough. */
  private static double together(Lanes lanes, double enough) {
    LaneHasher hasher = new LaneHasher(lanes);
    List<FileHash> files =
        IntStream.range(0, lanes.width()).mapToObj(i -> new FileHash(null)).toList();
    ByteBuffer sample = ByteBuffer.allocateDirect(SAMPLE);
    double best = 0;
    for (int i = 0; i < SAMPLES && best < enough; i++) {
      long start = System.nanoTime();
      files.forEach(file -> file.take(List.of(sample.duplicate()), () -> {}));
      hasher.run(files);
      best = Math.max(best, SAMPLE * 1000.0 * files.size() / (System.nanoTime() - start));
    }
    return best;
  }
}
