package org.lynceus.live.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.ContactState;
import org.lynceus.protocols.onvif.RelayOutput;

/** Outputs and inputs of a device. */
public record Contacts(List<Output> outputs, List<Input> inputs) {

  /**
   * An output.
   *
   * @param last null while nothing was told of it
   */
  public record Output(RelayOutput output, @Nullable ContactState last) {}

  /**
   * An input.
   *
   * @param last null while nothing was told of it
   */
  public record Input(String token, @Nullable ContactState last) {}
}
