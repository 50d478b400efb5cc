package org.lynceus.device.binding;

import java.util.UUID;

/** A camera that shows a thing. */
public record BoundCamera(ResourcePart at, UUID channel, String name) {}
