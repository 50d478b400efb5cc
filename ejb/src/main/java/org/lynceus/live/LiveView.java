package org.lynceus.live;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved wall.
 *
 * @param owner user name
 * @param mine whether the caller is the owner
 * @param shared whether others see it, too
 * @param size number of panes
 * @param channelIds in order of panes; null: an empty pane
 */
public record LiveView(
    UUID id,
    String owner,
    boolean mine,
    String name,
    @Nullable String folder,
    boolean shared,
    int size,
    List<@Nullable UUID> channelIds,
    long version) {}
