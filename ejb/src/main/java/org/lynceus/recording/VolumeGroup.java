package org.lynceus.recording;

import java.util.UUID;

/** A set of volumes that channels can be bound to. */
public record VolumeGroup(UUID id, String name, long version) {}
