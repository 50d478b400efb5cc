package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What changes something is in the audit log: docs/ref/audit.md says how, and the code does it. */
class AuditedOperationsTest {
  private static final Pattern OPERATION =
      Pattern.compile(
          "(?m)^    (post|put|patch|delete):\\R(?:(?!^    \\S).*\\R)*?.*operationId: (\\w+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| (`[a-z.-]+`|- .+) \\|$");

  private static Set<String> changing() {
    return new TreeSet<>(
        OPERATION
            .matcher(Repository.read("docs/ref/openapi.yaml"))
            .results()
            .map(found -> found.group(2))
            .toList());
  }

  private static Map<String, String> table() {
    Map<String, String> table = new TreeMap<>();
    String text = Repository.read("docs/ref/audit.md");
    for (MatchResult row :
        ROW.matcher(text.substring(text.indexOf("## Which operations"))).results().toList()) {
      table.put(row.group(1), row.group(2));
    }
    table.remove("operation");
    return table;
  }

  @Test
  void everyOperationThatChangesSomethingSaysHowItIsAudited() {
    assertThat(table().keySet())
        .as("the table of docs/ref/audit.md against the operations of the API")
        .containsExactlyInAnyOrderElementsOf(changing());
  }

  @Test
  void everyActionOfTheTableIsWrittenByTheCode() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String folder : new String[] {"ejb/src/main/java", "rest-api/src/main/java"}) {
      for (Path file : Repository.below(folder, ".java")) {
        code.append(Files.readString(file));
      }
    }
    for (String action : table().values()) {
      if (!action.startsWith("-")) {
        assertThat(code).contains('"' + action.replace("`", "") + '"');
      }
    }
  }
}
