package org.lynceus.rest.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.job.Job;
import org.lynceus.recording.ExportDirectory;
import org.lynceus.recording.ExportWork;

/** Joins jobs with the files they made. */
@ApplicationScoped
public class JobViews {
  @Inject private ExportDirectory exports;

  public JobView view(Job job) {
    List<JobView.FileView> files = new ArrayList<>();
    if (job.kind().equals(ExportWork.KIND)) {
      for (String name : exports.names(job.id())) {
        try {
          files.add(new JobView.FileView(name, Files.size(exports.file(job.id(), name))));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return JobView.of(job, files);
  }

  /** The answer of a request that ordered long work. */
  public Response accepted(Job job) {
    return Response.accepted(view(job)).location(URI.create("v1/jobs/" + job.id())).build();
  }
}
