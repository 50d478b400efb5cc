package org.lynceus.device.config;

/**
 * One setting for the same stream of many channels.
 *
 * @param stream MAIN or SUB
 */
public record StreamChange(StreamRole stream, EncoderChange change) {}
