package org.lynceus.device;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.organisation.Site;

/** Stores a device of an import and the end of its row in one transaction. */
@Stateless
@PermitAll
public class ImportFlow {
  @Inject private DeviceService devices;
  @Inject private ImportStore store;

  public void add(
      UUID id, ImportLine line, DeviceDraft draft, DeviceOffer offered, String orderedBy) {
    DeviceRecord device =
        devices.addImported(site(line), line.homeNode(), draft, offered, orderedBy);
    store.tried(id, line.number(), device.id(), null);
  }

  private static UUID site(ImportLine line) {
    String site = line.site();
    return site == null ? Site.ROOT : UUID.fromString(site);
  }
}
