package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.job.Job;
import org.lynceus.job.JobService;
import org.lynceus.job.JobUnit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Orders long work on recordings; rights are checked here, the work itself has no caller. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.RECORDING_DOWNLOAD)
public class RecordingJobs {
  @Inject private JobService jobs;
  @Inject private DeviceQueries devices;
  @Inject private VolumeService volumes;
  @Inject private AuditLog audit;

  /** Orders an export; its reason is audited. */
  public Job export(ExportRequest request) {
    devices.requireChannels(Function.RECORDING_DOWNLOAD, request.channelIds());
    String what =
        devices.channel(request.channelIds().get(0)).name()
            + (request.channelIds().size() > 1
                ? " and " + (request.channelIds().size() - 1) + " more"
                : "");
    audit.note(
        AuditAct.of(
                "recording.export",
                "channel",
                request.channelIds().get(0),
                what + ", " + request.range().from() + " to " + request.range().to())
            .because(request.reason())
            .is(request));
    return jobs.add(ExportWork.KIND, what, request.toJson(), JobUnit.BYTES);
  }

  /** Orders a check of a volume of this node. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public Job check(UUID volume, boolean repair, boolean deep, boolean rebuild) {
    VolumeRecord record = volumes.volume(volume);
    if (record.status() == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "The volume belongs to node " + record.row().node() + ".");
    }
    if (repair || rebuild) {
      audit.note(
          AuditAct.of(
              "recording.volume.repair", "volume", volume, record.row().directory().toString()));
    }
    return jobs.add(
        CheckWork.KIND,
        (rebuild ? "Rebuild " : repair ? "Check and repair " : "Check ") + record.row().name(),
        new CheckRequest(volume, repair || rebuild, deep, rebuild).toJson(),
        JobUnit.FILES);
  }
}
