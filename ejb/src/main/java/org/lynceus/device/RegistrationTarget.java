package org.lynceus.device;

import java.util.UUID;
import org.lynceus.protocols.registration.RegistrationEntry;

/** A device that dials in and how it is signed in to, with the password opened. */
public record RegistrationTarget(
    UUID deviceId, RegistrationAddress address, RegistrationEntry entry) {}
