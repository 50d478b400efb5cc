package org.lynceus.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.lynceus.shared.Reason;

/** Finds who does a job, by its kind. */
@ApplicationScoped
public class JobWorks {
  @Inject @Any private Instance<JobWork> works;

  JobWork of(Job job) {
    return works.stream()
        .filter(work -> work.kind().equals(job.kind()))
        .findFirst()
        .orElseThrow(
            () ->
                new JobFailedException(
                    new Reason("unknown-kind", "Nobody does jobs of the kind " + job.kind())));
  }
}
