package org.lynceus.protocols.onvif;

import org.jspecify.annotations.Nullable;

/** Accounts of a device (ONVIF Core 8.4): made, changed and removed, one at a call. */
public final class DeviceAccounts {
  private final OnvifDevice device;

  public DeviceAccounts(OnvifDevice device) {
    this.device = device;
  }

  /**
   * Makes an account.
   *
   * @param level Administrator, Operator or User
   */
  public void create(String name, String password, String level) throws OnvifException {
    device.call(Namespaces.DEVICE, "CreateUsers", user(name, password, level));
  }

  /** Changes the level of an account and, unless null, its password. */
  public void set(String name, @Nullable String password, String level) throws OnvifException {
    device.call(Namespaces.DEVICE, "SetUser", user(name, password, level));
  }

  public void delete(String name) throws OnvifException {
    device.call(Namespaces.DEVICE, "DeleteUsers", Request.text("Username", name));
  }

  private static String user(String name, @Nullable String password, String level) {
    return "<User>"
        + Request.text("tt:Username", name)
        + (password == null ? "" : Request.text("tt:Password", password))
        + Request.text("tt:UserLevel", level)
        + "</User>";
  }
}
