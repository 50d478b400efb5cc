package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lynceus.job.JobFailedException;
import org.lynceus.media.evidence.SigningKey;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Settings;

/** The key that signs exports; made at first use, kept in a file outside the database. */
@ApplicationScoped
public class CenterKey {
  @Inject private Settings settings;
  private @Nullable SigningKey key;

  synchronized SigningKey get() {
    if (key == null) {
      Path file =
          settings
              .signingKeyFile()
              .orElseThrow(
                  () ->
                      new JobFailedException(
                          new Reason(
                              "no-signing-key",
                              "Exports cannot be signed: set LYNCEUS_SIGNING_KEY_FILE.")));
      try {
        key = Files.exists(file) ? SigningKey.load(file) : SigningKey.create(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return key;
  }

  /** The public half as PEM, for those who verify exports. */
  public String publicKey() {
    return get().publicKey();
  }
}
