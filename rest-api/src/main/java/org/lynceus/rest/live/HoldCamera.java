package org.lynceus.rest.live;

/** For how long a camera is to be one's own. */
public record HoldCamera(int seconds) {}
