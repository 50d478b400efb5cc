package org.lynceus.protocols.onvif;

/** A kept position; the name may be empty. */
public record PtzPreset(String token, String name) {}
