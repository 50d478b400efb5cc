package org.lynceus.device;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Scope;

/**
 * The condition that leaves of a list what a user may see, for lists that are read by SQL.
 *
 * @param sql a condition; its parameters are at the place of the condition
 */
public record ChannelFilter(String sql, List<Object> parameters) {
  private static final ChannelFilter EVERYTHING = new ChannelFilter("true", List.of());

  /** Rows whose column names a channel of the scope. */
  public static ChannelFilter channels(String column, Scope scope) {
    return scope.all()
        ? EVERYTHING
        : of(
            column
                + " in (select fc.id from channel fc join device fd on fd.id = fc.device_id where "
                + within("fd.site_id")
                + " or "
                + within("fd.id")
                + " or "
                + within("fc.id")
                + ")",
            scope);
  }

  /** Rows of channels beside their devices. */
  public static ChannelFilter channelsBeside(String channel, String device, Scope scope) {
    return scope.all()
        ? EVERYTHING
        : of(
            within(device + ".site_id")
                + " or "
                + within(device + ".id")
                + " or "
                + within(channel + ".id"),
            scope);
  }

  /** Rows whose column names a device of the scope, or one that has a channel of it. */
  public static ChannelFilter devices(String column, Scope scope) {
    return scope.all()
        ? EVERYTHING
        : of(
            column
                + " in (select fd.id from device fd where "
                + within("fd.site_id")
                + " or "
                + within("fd.id")
                + " or fd.id in (select fc.device_id from channel fc where fc.id = any(?)))",
            scope);
  }

  /**
   * Rows of a table with {@code channel_id} and {@code device_id} that are of a channel, of a
   * device as a whole, or of the center, which is no place.
   */
  public static ChannelFilter places(String table, Scope scope) {
    ChannelFilter channels = channels(table + ".channel_id", scope);
    if (scope.all()) {
      return channels;
    }
    ChannelFilter devices = devices(table + ".device_id", scope);
    return new ChannelFilter(
        channels.sql + " or " + table + ".channel_id is null and " + devices.sql,
        joined(channels.parameters, devices.parameters));
  }

  /** Sets of ids may be large: the database is to look them up, not to walk through them. */
  private static String within(String column) {
    return column + " in (select unnest(?::uuid[]))";
  }

  /** Rows whose column names a device at one of the sites; null: at any. */
  public static ChannelFilter sites(String column, @Nullable Collection<UUID> sites) {
    return sites == null
        ? EVERYTHING
        : new ChannelFilter(
            column + " in (select fs.id from device fs where fs.site_id = any(?))", List.of(sites));
  }

  /** Both. */
  public ChannelFilter and(ChannelFilter other) {
    return new ChannelFilter(
        "(" + sql + ") and (" + other.sql + ")", joined(parameters, other.parameters));
  }

  /** The parameters of a statement that has the condition between others. */
  public @Nullable Object[] between(
      List<? extends @Nullable Object> before, @Nullable Object... after) {
    List<@Nullable Object> all = new ArrayList<>(before);
    all.addAll(parameters);
    all.addAll(java.util.Arrays.asList(after));
    return all.toArray();
  }

  private static ChannelFilter of(String sql, Scope scope) {
    return new ChannelFilter(sql, List.of(scope.sites(), scope.devices(), scope.channels()));
  }

  private static List<Object> joined(List<Object> one, List<Object> other) {
    List<Object> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
