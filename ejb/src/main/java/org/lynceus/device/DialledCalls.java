package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lynceus.media.FaultException;
import org.lynceus.protocols.registration.CgiDevice;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/** Asks devices that dialled in; a refusal is told in plain words. */
@ApplicationScoped
public class DialledCalls {
  @Inject private DialledDevices dialled;

  /** Work with a device that dialled in. */
  @FunctionalInterface
  public interface Work<T> {
    T with(CgiDevice device) throws FaultException;
  }

  /** An order without an answer. */
  @FunctionalInterface
  public interface Order<T> {
    void to(T target) throws FaultException;
  }

  /** Refuses a device that is not there now. */
  public <T> T ask(UUID id, Work<T> work) {
    try {
      return work.with(dialled.device(id));
    } catch (FaultException e) {
      throw new DomainException(
          ProblemType.CAMERA_UNUSABLE, e.fault().text(), Reason.of(e.fault()), List.of());
    }
  }
}
