package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.job.Job;
import org.lynceus.job.JobService;
import org.lynceus.job.JobUnit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Roles;

/** Orders long work on recordings; rights are checked here, the work itself has no caller. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class RecordingJobs {
  @Inject private JobService jobs;
  @Inject private DeviceQueries devices;
  @Inject private VolumeService volumes;
  @Inject private AuditLog audit;

  /** Orders an export; its reason is audited. */
  public Job export(ExportRequest request) {
    devices.requireChannels(request.channelIds());
    String what =
        devices.channel(request.channelIds().get(0)).name()
            + (request.channelIds().size() > 1
                ? " and " + (request.channelIds().size() - 1) + " more"
                : "");
    audit.note(
        "recording.export",
        what + ", " + request.range().from() + " to " + request.range().to(),
        request.reason(),
        request.toJson());
    return jobs.add(ExportWork.KIND, what, request.toJson(), JobUnit.BYTES);
  }

  /** Orders a check of a volume of this node. */
  @RolesAllowed(Roles.ADMIN)
  public Job check(UUID volume, boolean repair, boolean deep, boolean rebuild) {
    VolumeRecord record = volumes.volume(volume);
    if (record.status() == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "The volume belongs to node " + record.row().node() + ".");
    }
    if (repair || rebuild) {
      audit.note("recording.volume.repair", record.row().directory().toString(), null, null);
    }
    return jobs.add(
        CheckWork.KIND,
        (rebuild ? "Rebuild " : repair ? "Check and repair " : "Check ") + record.row().name(),
        new CheckRequest(volume, repair || rebuild, deep, rebuild).toJson(),
        JobUnit.FILES);
  }
}
