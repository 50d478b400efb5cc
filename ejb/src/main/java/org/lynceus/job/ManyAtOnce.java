package org.lynceus.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.lynceus.shared.DatabaseException;

/**
 * Does the parts of a job several at once. When the job ought not to go on, the parts under way
 * still come to their end, and no other is begun.
 */
@ApplicationScoped
public class ManyAtOnce {
  private static final System.Logger LOG = System.getLogger(ManyAtOnce.class.getName());
  private static final int LAST_PARTS_SECONDS = 60;

  @Resource private ManagedThreadFactory threads;

  /**
   * Returns when nothing is left, or the database went away.
   *
   * @param next does one part; false when none is left
   * @param tell tells progress, again and again; may throw {@link JobStoppedException}
   */
  public void run(int atOnce, BooleanSupplier next, Runnable tell) {
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService workers = Executors.newFixedThreadPool(atOnce, threads);
    try {
      for (int i = 0; i < atOnce; i++) {
        workers.execute(() -> work(next, stop));
      }
      workers.shutdown();
      while (!workers.awaitTermination(200, TimeUnit.MILLISECONDS)) {
        tell.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobStoppedException();
    } finally {
      stop.set(true);
      await(workers);
    }
  }

  private static void work(BooleanSupplier next, AtomicBoolean stop) {
    try {
      boolean more = true;
      while (more && !stop.get()) {
        more = next.getAsBoolean();
      }
    } catch (DatabaseException away) {
      LOG.log(System.Logger.Level.WARNING, "A job waits for the database");
    }
  }

  private static void await(ExecutorService workers) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(LAST_PARTS_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "Parts of a job do not come to an end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
