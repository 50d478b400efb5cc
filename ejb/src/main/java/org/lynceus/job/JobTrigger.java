package org.lynceus.job;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.lynceus.shared.Executors;

/** Wakes the runner as soon as a job is committed, on another thread. */
@ApplicationScoped
public class JobTrigger {
  @Inject private JobRunner runner;

  @Resource(lookup = Executors.WORK)
  private ManagedExecutorService executor;

  void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobQueued queued) {
    executor.execute(runner::wake);
  }
}
