package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lynceus.media.FaultCode;
import org.lynceus.shared.ProblemType;

/** Things that are written down in two places say the same. */
class ConsistencyTest {
  @Test
  void theCommittedDescriptionOfTheApiIsTheGeneratedOne() {
    assertThat(Repository.read("docs/ref/openapi.yaml"))
        .as("copy rest-api/target/openapi/openapi.yaml to docs/ref/openapi.yaml")
        .isEqualTo(Repository.read("rest-api/target/openapi/openapi.yaml"));
  }

  @Test
  void everyMigrationSaysItsPurposeItsLocksAndWhetherTheOldVersionMayRun() {
    Pattern name =
        Pattern.compile(
            "V\\d{12}__(organisation|user|device|live|recording|event|alarm|person|schedule|map"
                + "|wall|cluster|audit|system|job)_[a-z0-9_]+\\.sql");
    for (Path file : Repository.files("ddl", "")) {
      String relative = "ddl/" + file.getFileName();
      assertThat(file.getFileName().toString()).matches(name);
      assertThat(Repository.read(relative))
          .as(relative)
          .contains("-- Purpose:")
          .contains("-- Locks:")
          .contains("May the old version still run");
    }
  }

  @Test
  void everyServerScriptCanBeUndone() {
    List<String> names =
        Repository.files("wildfly-config", ".cli").stream()
            .map(f -> f.getFileName().toString())
            .toList();
    assertThat(names).isNotEmpty();
    for (String name : names) {
      if (!name.endsWith(".undo.cli")) {
        assertThat(names).contains(name.replace(".cli", ".undo.cli"));
      }
    }
  }

  @Test
  void everyEntityIsNamedInThePersistenceUnit() throws IOException {
    String unit = Repository.read("ejb/src/main/resources/META-INF/persistence.xml");
    for (Path file : Repository.below("ejb/src/main/java", ".java")) {
      if (Files.readString(file).contains("\n@Entity\n")) {
        String type =
            Repository.ROOT
                .resolve("ejb/src/main/java")
                .relativize(file)
                .toString()
                .replace(".java", "")
                .replace('/', '.');
        assertThat(unit).contains("<class>" + type + "</class>");
      }
    }
  }

  @Test
  void theBrowserHasWordsForEveryReasonAndProblem() {
    String words =
        Repository.read("web/src/i18n/en.ts") + Repository.read("web/src/i18n/en.server.ts");
    for (FaultCode code : FaultCode.values()) {
      assertThat(words).contains(code.word());
    }
    EnumSet<ProblemType> mistakesOfAClient =
        EnumSet.of(
            ProblemType.MALFORMED,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.RANGE_NOT_SATISFIABLE,
            ProblemType.VERSION_REQUIRED);
    for (ProblemType type : EnumSet.complementOf(mistakesOfAClient)) {
      assertThat(words).contains(type.urn().substring("urn:lynceus:problem:".length()));
    }
  }

  @Test
  void noSourceNamesARegistryOrHoldsAWellKnownPassword() throws IOException {
    assertThat(Repository.read("web/package-lock.json")).doesNotContain("\"resolved\": \"http");
    for (String folder : List.of("wildfly-config", "ejb/src/main", "rest-api/src/main")) {
      for (String ending : List.of(".cli", ".json", ".xml", ".java", ".sh", ".properties")) {
        for (Path file : Repository.below(folder, ending)) {
          assertThat(Files.readString(file).toLowerCase(java.util.Locale.ROOT))
              .as(file.toString())
              .doesNotContainPattern(
                  "password[\"']?\\s*[:=]\\s*[\"'](admin|password|lynceus|change-?me)");
        }
      }
    }
  }

  @Test
  void theGlossaryKnowsTheWordsOfTheApi() {
    String glossary = Repository.read("docs/design/glossary.md").toLowerCase(java.util.Locale.ROOT);
    for (String word :
        List.of(
            "device",
            "channel",
            "stream",
            "segment",
            "fragment",
            "run",
            "gap",
            "volume",
            "lease",
            "epoch",
            "timeline",
            "recording",
            "event")) {
      assertThat(glossary).contains("**" + word);
    }
    assertThat(Arrays.asList(FaultCode.values())).allMatch(c -> glossary.contains(c.word()));
  }
}
