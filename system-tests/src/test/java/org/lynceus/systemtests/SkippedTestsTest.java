package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SkippedTestsTest {
  @Test
  void testsAndWholeClassesAreNamedWithTheReason() throws Exception {
    String report =
        "<testsuite><testcase name='runs' classname='a.b.SomeTest'/>"
            + "<testcase name='waits' classname='a.b.SomeTest'><skipped message='too long'/>"
            + "</testcase><testcase name='' classname='a.b.OtherIT'><skipped/></testcase>"
            + "</testsuite>";
    assertThat(SkippedTests.in(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("SomeTest.waits: too long", "OtherIT: no reason is given");
  }
}
