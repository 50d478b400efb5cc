package org.lynceus.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lynceus.shared.Settings;

/** The key of the log, read from the center's key file, which is outside the database. */
@ApplicationScoped
public class AuditKey {
  @Inject private Settings settings;
  private AuditMac mac = new AuditMac(new byte[32]);

  @PostConstruct
  void readKey() {
    mac = new AuditMac(settings.secretKey());
  }

  AuditMac mac() {
    return mac;
  }
}
