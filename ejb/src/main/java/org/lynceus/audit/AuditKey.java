package org.lynceus.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.lynceus.shared.Settings;

/** The key of the log, read from the center's key file, which is outside the database. */
@ApplicationScoped
public class AuditKey {
  @Inject private Settings settings;
  private AuditMac mac = new AuditMac(new byte[32]);

  @PostConstruct
  void readKey() {
    Path file =
        settings
            .secretKeyFile()
            .orElseThrow(() -> new IllegalStateException("LYNCEUS_SECRET_KEY_FILE is not set"));
    try {
      mac = new AuditMac(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("The key file cannot be read: " + file, e);
    }
  }

  AuditMac mac() {
    return mac;
  }
}
