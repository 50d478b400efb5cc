package org.lynceus.device.care;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to each device of a batch.
 *
 * @param username CREDENTIALS: the account
 * @param password CREDENTIALS: its password
 * @param length PASSWORDS: how many characters
 * @param firmware FIRMWARE: the uploaded file
 */
public record BatchOrder(
    BatchAct act,
    @Nullable String username,
    @Nullable String password,
    @Nullable Integer length,
    @Nullable UUID firmware) {
  @Override
  public String toString() {
    return "BatchOrder[act=" + act + "]";
  }
}
