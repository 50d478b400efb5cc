package org.lynceus.media;

/**
 * The audio of a stream.
 *
 * @param codec {@code AAC}, {@code PCMA} or {@code PCMU}
 * @param sampleRate samples a second
 * @param channels 1 or 2 in practice
 */
public record AudioDescription(String codec, int sampleRate, int channels) {}
