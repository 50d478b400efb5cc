package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.rtsp.ProbeFailedException;
import org.lynceus.media.rtsp.RtspProbe;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.FieldProblem;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/** Asks an address what it offers, outside any transaction, and says precisely what is wrong. */
@ApplicationScoped
public class DeviceProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @Inject private OnvifProbe onvif;

  /** What a device offers at its addresses; one that dials in will tell it when it does. */
  public DeviceOffer probe(DeviceDraft draft) {
    if (RegistrationAddress.is(draft.url())) {
      return new DeviceOffer(DeviceIdentity.UNKNOWN, List.of());
    }
    if (DeviceAddress.onvif(draft.url())) {
      return onvif.probe(draft.url(), draft.credentials(), draft.certificate());
    }
    StreamDescription main = stream(draft.url(), draft.credentials(), draft.certificate(), "/url");
    URI sub = draft.subUrl();
    StreamOffer smaller =
        sub == null
            ? null
            : StreamOffer.of(stream(sub, draft.credentials(), draft.certificate(), "/subUrl"));
    return new DeviceOffer(
        DeviceIdentity.UNKNOWN,
        List.of(new OfferedChannel(StreamOffer.of(main), smaller, null, null, null)));
  }

  /** What one RTSP address offers; a refusal names the field that is to be corrected. */
  static StreamDescription stream(
      URI url,
      @Nullable Credentials credentials,
      @Nullable CertificateFingerprint certificate,
      String field) {
    try {
      return RtspProbe.probe(url, credentials, certificate, PATIENCE).stream();
    } catch (ProbeFailedException e) {
      throw unusable(e.fault(), credentials, field, e.fault().text());
    }
  }

  static DomainException unusable(
      Fault fault, @Nullable Credentials credentials, String field, String text) {
    String pointer =
        switch (fault.code()) {
          case UNAUTHORIZED -> credentials == null ? "/username" : "/password";
          case TLS_UNTRUSTED -> "/certificate";
          default -> field;
        };
    return new DomainException(
        ProblemType.CAMERA_UNUSABLE,
        text,
        new Reason(fault.code().word(), text),
        List.of(new FieldProblem(pointer, text)));
  }
}
