package org.lynceus.simulator.onvif;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.onvif.OnvifCamera.Account;

/**
 * The device service's answers about accounts; null: not known, or not done. Every camera has one
 * administrator, whose password is also that of its streams, and others that can be made and
 * removed.
 */
final class AccountAnswers {
  private final String user;
  private volatile BiConsumer<Integer, String> changed = (camera, password) -> {};

  AccountAnswers(String user) {
    this.user = user;
  }

  /** Who is told that the administrator of a camera has another password. */
  void onChange(BiConsumer<Integer, String> told) {
    changed = told;
  }

  @Nullable String answer(OnvifCamera camera, SoapRequest request) {
    return switch (request.operation()) {
      case "GetUsers" -> users(camera);
      case "SetUser" -> set(camera, request);
      case "CreateUsers" -> create(camera, request);
      case "DeleteUsers" -> camera.accounts.remove(request.text("Username")) == null ? null : "";
      default -> null;
    };
  }

  private String users(OnvifCamera camera) {
    StringBuilder text = new StringBuilder(user(user, "Administrator"));
    for (Map.Entry<String, Account> one : camera.accounts.entrySet()) {
      text.append(user(one.getKey(), one.getValue().level()));
    }
    return text.toString();
  }

  private static String user(String name, String level) {
    return "<tds:User><tt:Username>"
        + name
        + "</tt:Username><tt:UserLevel>"
        + level
        + "</tt:UserLevel></tds:User>";
  }

  private @Nullable String set(OnvifCamera camera, SoapRequest request) {
    String name = request.text("Username");
    String password = request.text("Password");
    if (name.equals(user)) {
      if (camera.has(Quirk.PASSWORD_REFUSED) || password.isEmpty()) {
        return null;
      }
      if (!camera.has(Quirk.PASSWORD_KEPT)) {
        camera.password = password;
        changed.accept(camera.number, password);
      }
      return "";
    }
    Account before = camera.accounts.get(name);
    if (before == null) {
      return null;
    }
    camera.accounts.put(
        name,
        new Account(password.isEmpty() ? before.password() : password, request.text("UserLevel")));
    return "";
  }

  private @Nullable String create(OnvifCamera camera, SoapRequest request) {
    Account made = new Account(request.text("Password"), request.text("UserLevel"));
    String name = request.text("Username");
    boolean free = !name.equals(user) && camera.accounts.putIfAbsent(name, made) == null;
    return free ? "" : null;
  }
}
