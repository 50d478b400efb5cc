package org.lynceus.map;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.ContactState;

/**
 * An input or output on a map.
 *
 * @param deviceId whose it is
 * @param last what it said last, null while it said nothing
 */
public record MarkedContact(Marker marker, UUID deviceId, @Nullable ContactState last) {}
