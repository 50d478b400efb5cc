package org.lynceus.rest.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditEntry;
import org.lynceus.audit.AuditQueries;
import org.lynceus.audit.AuditSearch;
import org.lynceus.shared.Csv;
import org.lynceus.shared.Page;

/** Writes what is found as CSV, page after page, so that no length costs memory. */
@ApplicationScoped
public class AuditCsv {
  private static final int PORTION = 500;

  @Inject private AuditQueries queries;

  /** Writes from a first page on, which was read before the answer began. */
  void write(AuditSearch search, Page<AuditEntry> first, OutputStream output) throws IOException {
    Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    writer.write(Csv.MARK);
    writer.write(
        Csv.line(
            List.of(
                "number",
                "at",
                "by",
                "subject",
                "address",
                "session",
                "action",
                "kind",
                "id",
                "object",
                "reason",
                "before",
                "after",
                "result",
                "correlation id")));
    Page<AuditEntry> page = first;
    while (true) {
      for (AuditEntry entry : page.items()) {
        writer.write(line(entry));
      }
      writer.flush();
      @Nullable String next = page.next();
      if (next == null) {
        return;
      }
      page = queries.page(search, PORTION, next);
    }
  }

  Page<AuditEntry> first(AuditSearch search) {
    return queries.page(search, PORTION, null);
  }

  private static String line(AuditEntry entry) {
    return Csv.line(
        Arrays.asList(
            entry.id(),
            entry.at(),
            entry.by(),
            entry.subject(),
            entry.address(),
            entry.session(),
            entry.action(),
            entry.kind(),
            entry.objectId(),
            entry.object(),
            entry.reason(),
            entry.before(),
            entry.after() == null ? entry.detail() : entry.after(),
            entry.result(),
            entry.correlation()));
  }
}
