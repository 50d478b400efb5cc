package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lynceus.user.Function;

/** Every operation of the API has its rule in docs/design/user.md. */
class RightsOfOperationsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\|$");

  @Test
  void everyOperationSaysWhichRightItNeedsAndWhere() {
    List<String> documented =
        ROW.matcher(Repository.read("docs/design/user.md"))
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(documented)
        .as("the table of docs/design/user.md against docs/ref/openapi.yaml")
        .containsExactlyInAnyOrderElementsOf(
            OpenApi.operations().stream().map(OpenApi.Operation::name).toList());
  }

  @Test
  void theTableNamesFunctionsThatExistAndEveryFunctionIsAskedForOrExplained() {
    String page = Repository.read("docs/design/user.md");
    List<String> words = Arrays.stream(Function.values()).map(Function::word).toList();
    ROW.matcher(page)
        .results()
        .flatMap(row -> Pattern.compile("[a-z]+\\.[a-z]+").matcher(row.group(2)).results())
        .forEach(word -> assertThat(words).contains(word.group()));
    for (String word : words) {
      assertThat(page).contains(word);
    }
  }
}
