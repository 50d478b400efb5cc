package org.lynceus.media;

/**
 * What is wrong, as a code for programs and an English sentence a person can act on. Never contains
 * a secret.
 */
public record Fault(FaultCode code, String text) {}
