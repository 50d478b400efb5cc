package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lynceus.device.DeviceConnection;
import org.lynceus.device.DeviceDraft;
import org.lynceus.device.DeviceProbe;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceService;
import org.lynceus.media.Credentials;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/** Tries the order's user and password at a device, once, and stores them when it answers. */
@ApplicationScoped
public class CredentialsStep implements BatchStep {
  @Inject private BatchStore store;
  @Inject private DeviceQueries devices;
  @Inject private DeviceService service;
  @Inject private DeviceProbe probe;

  @Override
  public BatchAct act() {
    return BatchAct.CREDENTIALS;
  }

  @Override
  public void step(DeviceBatch batch, BatchItem item) {
    Credentials given = store.credentials(batch.id());
    if (given == null) {
      throw new DomainException(ProblemType.CONFLICT, "The order has no password any more.");
    }
    DeviceConnection now = devices.connectionOrdered(item.deviceId());
    DeviceDraft draft =
        new DeviceDraft(now.name(), now.url(), now.subUrl(), now.certificate(), given);
    service.reconnectOrdered(item.deviceId(), draft, probe.probe(draft), batch.by());
  }
}
