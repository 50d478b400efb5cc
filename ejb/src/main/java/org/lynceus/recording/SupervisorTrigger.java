package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.lynceus.device.DeviceChanged;
import org.lynceus.schedule.TimeTemplateChanged;
import org.lynceus.shared.Executors;

/** Starts a round of supervision as soon as a change is committed, on another thread. */
@ApplicationScoped
public class SupervisorTrigger {
  @Inject private ChannelSupervisor supervisor;

  @Resource(lookup = Executors.WORK)
  private ManagedExecutorService executor;

  void deviceChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceChanged change) {
    executor.execute(supervisor::supervise);
  }

  void recordingChanged(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingChanged change) {
    executor.execute(supervisor::supervise);
  }

  void plansChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlansChanged change) {
    executor.execute(supervisor::supervise);
  }

  void templateChanged(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) TimeTemplateChanged change) {
    executor.execute(supervisor::supervise);
  }
}
