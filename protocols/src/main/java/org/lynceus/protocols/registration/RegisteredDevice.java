package org.lynceus.protocols.registration;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lynceus.media.FaultException;

/**
 * A device that signed in, as long as its connection lives. Requests are sent one after another;
 * may be used by any thread.
 */
public final class RegisteredDevice {
  private final Peer peer;
  private final RegistrationListener listener;
  private final String id;
  private final String deviceClass;

  RegisteredDevice(Peer peer, RegistrationListener listener) {
    this.peer = peer;
    this.listener = listener;
    this.id = peer.request().id();
    this.deviceClass = peer.request().deviceClass();
  }

  public String id() {
    return id;
  }

  public String deviceClass() {
    return deviceClass;
  }

  /** Where it dials from; behind a router that is the router. */
  public InetAddress address() {
    return peer.address;
  }

  /**
   * Sends a request without a body. The answer, whatever its status, comes on a worker; fails with
   * a {@link FaultException} when none comes in the time.
   *
   * @param target path and query, already encoded
   */
  public CompletableFuture<HttpMessage> call(String method, String target, Duration patience) {
    CompletableFuture<HttpMessage> coming = new CompletableFuture<>();
    Exchange exchange =
        new Exchange(
            method,
            target,
            patience,
            (answer, fault) ->
                listener
                    .workers()
                    .execute(
                        () -> {
                          if (answer != null) {
                            coming.complete(answer);
                          } else {
                            coming.completeExceptionally(
                                new FaultException(java.util.Objects.requireNonNull(fault)));
                          }
                        }));
    listener.later(() -> peer.ask(exchange));
    return coming;
  }

  /** Has the device tell its events; the watcher hears of them, or why they do not come. */
  public void listen() {
    listener.later(peer::listen);
  }

  /** Ends the connection; the device dials in anew when it wants to. */
  public void close(Loss loss) {
    listener.later(() -> peer.close(loss));
  }
}
