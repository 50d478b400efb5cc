package org.lynceus.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.DeviceManagement.DeviceUser;
import org.lynceus.protocols.onvif.DeviceManagement.NetworkCard;

/**
 * What a device says of its clock, network and accounts now; empty what it does not tell.
 *
 * @param clockOffsetMillis how far its clock is ahead of the center's, null when it tells no time
 * @param asksTimeServers whether it sets its clock by time servers
 * @param zone POSIX time zone
 */
public record DeviceFacts(
    @Nullable Long clockOffsetMillis,
    boolean asksTimeServers,
    String zone,
    List<String> timeServers,
    String hostname,
    String gateway,
    List<NetworkCard> network,
    List<String> nameServers,
    List<DeviceUser> users) {}
