package org.lynceus.system;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.lynceus.event.DeviceEventOutlet;
import org.lynceus.live.Ffmpeg;
import org.lynceus.live.Streams;
import org.lynceus.media.engine.RecordingState;
import org.lynceus.media.engine.StreamState;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.recording.SegmentIndexer;
import org.lynceus.recording.Volumes;
import org.lynceus.shared.RetryingQueue;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** The state of this node's services, as they are and not as they ought to be. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.SYSTEM_READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemQueries {
  @Resource(lookup = "java:jboss/datasources/LynceusDS")
  private DataSource database;

  @Inject private DeviceEventOutlet outlet;
  @Inject private SegmentIndexer indexer;
  @Inject private Streams streams;
  @Inject private Volumes volumes;
  @Inject private SignInCheck signIn;
  @Inject private Ffmpeg ffmpeg;

  public List<ServiceState> services() {
    return List.of(database(), messaging(), media(), recording(), signIn.state());
  }

  public List<Volume> volumes() {
    return volumes.all();
  }

  /** The optional helper for codecs, absent unless it is set up. */
  public Ffmpeg ffmpeg() {
    return ffmpeg;
  }

  /** Whether the node can answer requests; for the load balancer. */
  @PermitAll
  public boolean ready() {
    return database().state() == ServiceState.Health.UP;
  }

  private ServiceState database() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(2)
          ? ServiceState.up("database", null)
          : ServiceState.down("database", "The database does not answer");
    } catch (SQLException e) {
      return ServiceState.down("database", "The database cannot be reached");
    }
  }

  private ServiceState messaging() {
    RetryingQueue<?, ?> queue = outlet.queue();
    return queue.failure() == null
        ? ServiceState.up("messaging", null)
        : ServiceState.down(
            "messaging", "The broker refuses; " + queue.size() + " events are held");
  }

  private ServiceState media() {
    List<StreamStatus> all = streams.statuses();
    long online = all.stream().filter(s -> s.state() == StreamState.ONLINE).count();
    return ServiceState.up("media", online + " of " + all.size() + " streams online");
  }

  private ServiceState recording() {
    List<StreamStatus> all = streams.statuses();
    long wanted =
        all.stream().filter(s -> s.recording().state() != RecordingState.NOT_PLANNED).count();
    long going =
        all.stream().filter(s -> s.recording().state() == RecordingState.RECORDING).count();
    String figures = going + " of " + wanted + " channels recording";
    boolean allVolumes =
        volumes.all().stream().allMatch(v -> v.status().state() == VolumeState.READY);
    if (wanted > 0 && !allVolumes) {
      return ServiceState.down("recording", figures + "; a volume cannot be written");
    }
    if (indexer.queue().failure() != null) {
      return ServiceState.degraded(
          "recording", figures + "; " + indexer.queue().size() + " index entries wait");
    }
    return going == wanted
        ? ServiceState.up("recording", figures)
        : ServiceState.degraded("recording", figures);
  }
}
