package org.lynceus.live;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved wall.
 *
 * @param owner user name
 * @param shared whether others see it, too
 * @param size number of panes
 * @param channelIds in order of panes; null: an empty pane
 */
public record LiveView(
    UUID id,
    String owner,
    String ownerName,
    String name,
    @Nullable String folder,
    boolean shared,
    int size,
    List<@Nullable UUID> channelIds,
    long version) {}
