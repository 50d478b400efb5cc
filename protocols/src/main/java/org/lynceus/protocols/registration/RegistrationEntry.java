package org.lynceus.protocols.registration;

import org.lynceus.media.Credentials;

/**
 * A device that may register.
 *
 * @param id registration id
 * @param answered whether its connect is answered with 200; one firmware was seen that wants
 *     nothing
 * @param version grows with every change of the record: only then a rejected password is tried
 *     again
 */
public record RegistrationEntry(
    String id, Credentials credentials, boolean answered, long version) {
  /** Whether a registered device may stay registered when its record becomes another. */
  public boolean sameAccess(RegistrationEntry other) {
    return id.equals(other.id)
        && credentials.equals(other.credentials)
        && answered == other.answered;
  }
}
