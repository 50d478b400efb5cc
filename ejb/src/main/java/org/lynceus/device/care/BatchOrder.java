package org.lynceus.device.care;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.config.StreamChange;
import org.lynceus.protocols.onvif.OverlayPosition;

/**
 * What is to be done to each device of a batch.
 *
 * @param username CREDENTIALS: the account
 * @param password CREDENTIALS: its password
 * @param length PASSWORDS: how many characters
 * @param firmware FIRMWARE: the uploaded file
 * @param place NAMES: where
 * @param encoders ENCODERS: of which stream, and what
 */
public record BatchOrder(
    BatchAct act,
    @Nullable String username,
    @Nullable String password,
    @Nullable Integer length,
    @Nullable UUID firmware,
    @Nullable OverlayPosition place,
    @Nullable StreamChange encoders) {
  @Override
  public String toString() {
    return "BatchOrder[act=" + act + "]";
  }
}
