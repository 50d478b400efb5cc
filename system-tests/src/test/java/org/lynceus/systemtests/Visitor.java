package org.lynceus.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser in little: signs in by Keycloak's form and keeps the cookies, also those that are meant
 * for HTTPS only, as browsers do for this computer.
 */
final class Visitor {
  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final String LOGIN = LynceusServer.URL + "/api/v1/session/login";
  private static final int MOST_STEPS = 20;

  private final Map<String, String> cookies = new TreeMap<>();

  /** Signs in; a first password that must be changed is changed to the other one. */
  static Visitor signedIn(String user, String password, String own) {
    Visitor visitor = new Visitor();
    visitor.signIn(user, password, own);
    return visitor;
  }

  void signIn(String user, String password, String own) {
    HttpResponse<String> page = open(LOGIN);
    page = submit(page, "username=" + form(user) + "&password=" + form(password));
    if (page.body().contains("password-new")) {
      page = submit(page, "password-new=" + form(own) + "&password-confirm=" + form(own));
    }
    if (!page.uri().getPath().equals("/signed-in")) {
      throw new AssertionError("not signed in but at " + page.uri() + ":\n" + page.body());
    }
  }

  /** What the way to sign in leads to. */
  HttpResponse<String> openLogin() {
    return open(LOGIN);
  }

  String cookies() {
    StringBuilder text = new StringBuilder();
    cookies.forEach((name, value) -> text.append(name).append('=').append(value).append("; "));
    return text.toString();
  }

  Api.Answer get(String path, String... headers) {
    HttpRequest.Builder request =
        new Api(null).request(path).header("Cookie", cookies()).header("User-Agent", "Visitor/7");
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return new Api(null).send(request);
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> submit(HttpResponse<String> page, String fields) {
    Matcher action = ACTION.matcher(page.body());
    if (!action.find()) {
      throw new AssertionError("no form at " + page.uri() + ":\n" + page.body());
    }
    URI target = page.uri().resolve(action.group(1).replace("&amp;", "&"));
    return follow(
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  private HttpResponse<String> open(String address) {
    return follow(HttpRequest.newBuilder(URI.create(address)));
  }

  private HttpResponse<String> follow(HttpRequest.Builder first) {
    HttpResponse<String> answer = send(first);
    for (int step = 0; step < MOST_STEPS; step++) {
      String location = answer.headers().firstValue("Location").orElse(null);
      if (answer.statusCode() / 100 != 3 || location == null) {
        return answer;
      }
      answer = send(HttpRequest.newBuilder(answer.uri().resolve(location)));
    }
    throw new AssertionError("round in circles at " + answer.uri());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          Api.CLIENT.send(
              request
                  .timeout(Duration.ofSeconds(30))
                  .setHeader("Cookie", cookies())
                  .setHeader("Accept", "text/html")
                  .setHeader("User-Agent", "Visitor/7")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        if (parts[1].isEmpty() || cookie.contains("Max-Age=0")) {
          cookies.remove(parts[0]);
        } else {
          cookies.put(parts[0], parts[1]);
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
