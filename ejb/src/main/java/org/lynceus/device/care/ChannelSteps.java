package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Does the same at each channel of a device for a batch. A channel that does not work does not keep
 * the others from it; the device has failed then, and says which.
 */
@ApplicationScoped
public class ChannelSteps {
  private static final int LONGEST = 500;

  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;

  /**
   * What became of one channel.
   *
   * @param noted for the audit log; null when nothing was done
   * @param failure null when it worked
   */
  record Outcome(@Nullable AuditAct noted, @Nullable Reason failure) {}

  /** A channel and its name. */
  record OneChannel(UUID id, String name) {}

  void each(DeviceBatch batch, BatchItem item, Function<OneChannel, Outcome> act) {
    List<UUID> channels = devices.channelIds(item.deviceId());
    if (channels.isEmpty()) {
      throw DomainException.notFound("device");
    }
    List<String> texts = new ArrayList<>();
    Reason first = null;
    for (UUID id : channels) {
      OneChannel channel = new OneChannel(id, devices.channelName(id));
      Reason failure = at(batch, channel, act);
      if (failure != null) {
        first = first == null ? failure : first;
        texts.add(channel.name() + ": " + failure.text());
      }
    }
    if (first != null) {
      String all = channels.size() == 1 ? first.text() : String.join(" ", texts);
      String text = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
      String code = channels.size() == 1 ? first.code() : "not-done";
      throw new DomainException(
          ProblemType.CAMERA_UNUSABLE, text, new Reason(code, text), List.of());
    }
  }

  private @Nullable Reason at(
      DeviceBatch batch, OneChannel channel, Function<OneChannel, Outcome> act) {
    try {
      Outcome outcome = act.apply(channel);
      if (outcome.noted() != null) {
        audit.noteOfCenter("order of " + batch.by(), outcome.noted());
      }
      return outcome.failure();
    } catch (DomainException refused) {
      Reason reason = refused.reason();
      return reason != null ? reason : new Reason("not-done", told(refused));
    }
  }

  /** A refused field says which it is. */
  private static String told(DomainException refused) {
    String text = String.valueOf(refused.getMessage());
    return refused.fields().isEmpty()
        ? text
        : text + " (" + refused.fields().get(0).pointer().replace("/", "") + ")";
  }
}
