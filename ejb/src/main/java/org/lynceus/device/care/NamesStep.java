package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.device.care.ChannelSteps.OneChannel;
import org.lynceus.device.care.ChannelSteps.Outcome;
import org.lynceus.device.config.OverlayOutcome;
import org.lynceus.device.config.OverlayWork;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/** Writes the names of a device's channels into their pictures. One that is cut has failed. */
@ApplicationScoped
public class NamesStep implements BatchStep {
  @Inject private ChannelSteps channels;
  @Inject private OverlayWork overlays;

  @Override
  public BatchAct act() {
    return BatchAct.NAMES;
  }

  @Override
  public void step(DeviceBatch batch, BatchItem item) {
    OverlayPosition place = batch.place();
    if (place == null) {
      throw new DomainException(ProblemType.CONFLICT, "The order names no place.");
    }
    channels.each(
        batch,
        item,
        channel ->
            overlays
                .name(channel.id(), channel.name(), place)
                .map(outcome -> outcome(channel, outcome))
                .orElse(new Outcome(null, null)));
  }

  private static Outcome outcome(OneChannel channel, OverlayOutcome made) {
    return new Outcome(
        AuditAct.of("device.overlay.name", "channel", channel.id(), channel.name())
            .was(made.before())
            .is(made.now()),
        failure(made));
  }

  private static @Nullable Reason failure(OverlayOutcome made) {
    return made.otherwise().isEmpty()
        ? null
        : new Reason(
            "overlay-otherwise",
            "The device wrote something else: \u201C"
                + made.now().text()
                + "\u201D ("
                + String.join(", ", made.otherwise())
                + ").");
  }
}
