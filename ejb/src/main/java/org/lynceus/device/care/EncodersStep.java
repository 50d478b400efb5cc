package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.lynceus.audit.AuditAct;
import org.lynceus.device.care.ChannelSteps.OneChannel;
import org.lynceus.device.care.ChannelSteps.Outcome;
import org.lynceus.device.config.EncoderOutcome;
import org.lynceus.device.config.EncoderWork;
import org.lynceus.device.config.StreamChange;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Sets the encoders of one stream of a device's channels alike. A device that made something else
 * of it has failed, and says what.
 */
@ApplicationScoped
public class EncodersStep implements BatchStep {
  @Inject private ChannelSteps channels;
  @Inject private EncoderWork encoders;

  @Override
  public BatchAct act() {
    return BatchAct.ENCODERS;
  }

  @Override
  public void step(DeviceBatch batch, BatchItem item) {
    StreamChange wanted = batch.encoders();
    if (wanted == null) {
      throw new DomainException(ProblemType.CONFLICT, "The order names no setting.");
    }
    channels.each(
        batch,
        item,
        channel -> outcome(channel, encoders.set(channel.id(), wanted.stream(), wanted.change())));
  }

  private static Outcome outcome(OneChannel channel, EncoderOutcome made) {
    return new Outcome(
        AuditAct.of("device.encoder", "channel", channel.id(), channel.name())
            .was(Map.of("stream", made.role(), "settings", made.before()))
            .is(Map.of("stream", made.role(), "settings", made.now())),
        made.otherwise().isEmpty()
            ? null
            : new Reason(
                "encoder-otherwise",
                "The device made something else of it: "
                    + String.join(", ", made.otherwise())
                    + "."));
  }
}
