package org.lynceus.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations of the committed description of the API. */
final class OpenApi {
  private static final Pattern PATH = Pattern.compile("^  /api/v1(/\\S*?):$");
  private static final Pattern METHOD = Pattern.compile("^    (get|put|post|delete|patch):$");
  private static final Pattern NAME = Pattern.compile("^      operationId: (\\w+)$");

  /** One operation; its path is without /api/v1. */
  record Operation(String method, String path, String name) {}

  private OpenApi() {}

  static List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    String path = "";
    String method = "";
    for (String line : Repository.read("docs/ref/openapi.yaml").split("\n")) {
      Matcher ofPath = PATH.matcher(line);
      Matcher ofMethod = METHOD.matcher(line);
      Matcher ofName = NAME.matcher(line);
      if (ofPath.matches()) {
        path = ofPath.group(1);
      } else if (ofMethod.matches()) {
        method = ofMethod.group(1).toUpperCase(Locale.ROOT);
      } else if (ofName.matches()) {
        found.add(new Operation(method, path, ofName.group(1)));
      }
    }
    return found;
  }
}
