package org.lynceus.media.rtsp;

import org.lynceus.media.sdp.MediaDescription;

/** A medium the engine will set up, with the address to do so. */
public record TrackOffer(MediaDescription media, String url) {}
