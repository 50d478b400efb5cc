package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.rtsp.ProbeFailedException;
import org.lynceus.media.rtsp.ProbeResult;
import org.lynceus.media.rtsp.RtspProbe;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.FieldProblem;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/** Asks an address what it offers, outside any transaction, and says precisely what is wrong. */
@ApplicationScoped
public class DeviceProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** What a device offers at its addresses. */
  public Offer probe(DeviceDraft draft) {
    ProbeResult main = probe(draft.url(), draft.credentials(), draft.certificate(), "/url");
    URI sub = draft.subUrl();
    return new Offer(
        main.stream(),
        sub == null
            ? null
            : probe(sub, draft.credentials(), draft.certificate(), "/subUrl").stream());
  }

  /** The streams of a device. */
  public record Offer(StreamDescription main, @Nullable StreamDescription sub) {}

  public ProbeResult probe(
      URI url,
      @Nullable Credentials credentials,
      @Nullable CertificateFingerprint certificate,
      String field) {
    try {
      return RtspProbe.probe(url, credentials, certificate, PATIENCE);
    } catch (ProbeFailedException e) {
      Fault fault = e.fault();
      String pointer =
          switch (fault.code()) {
            case UNAUTHORIZED -> credentials == null ? "/username" : "/password";
            case TLS_UNTRUSTED -> "/certificate";
            default -> field;
          };
      throw new DomainException(
          ProblemType.CAMERA_UNUSABLE,
          fault.text(),
          Reason.of(fault),
          List.of(new FieldProblem(pointer, fault.text())));
    }
  }
}
