package org.lynceus.rest.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmSearch;
import org.lynceus.alarm.AlarmSearchQueries;
import org.lynceus.shared.Csv;
import org.lynceus.shared.Page;

/** Writes the alarms that are found as CSV, page after page, so that no length costs memory. */
@ApplicationScoped
public class AlarmCsv {
  private static final int PORTION = 500;
  private static final List<String> HEAD =
      List.of(
          "number",
          "began",
          "last",
          "ended",
          "raised",
          "priority",
          "event",
          "source",
          "scheme",
          "events",
          "handling",
          "owner",
          "handled by",
          "handled at",
          "comments");

  @Inject private AlarmSearchQueries queries;

  Page<Alarm> first(AlarmSearch search) {
    return queries.page(search, PORTION, null);
  }

  /** Writes from a first page on, which was read before the answer began. */
  void write(AlarmSearch search, Page<Alarm> first, boolean mark, OutputStream output)
      throws IOException {
    Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    writer.write(mark ? Csv.MARK : "");
    writer.write(Csv.line(HEAD));
    Page<Alarm> page = first;
    while (true) {
      Map<UUID, String> comments = queries.comments(page.items());
      for (Alarm alarm : page.items()) {
        writer.write(line(alarm, comments.get(alarm.id())));
      }
      writer.flush();
      @Nullable String next = page.next();
      if (next == null) {
        return;
      }
      page = queries.page(search, PORTION, next);
    }
  }

  private static String line(Alarm alarm, @Nullable String comments) {
    return Csv.line(
        Arrays.asList(
            alarm.number(),
            alarm.first(),
            alarm.last(),
            alarm.ended(),
            alarm.raisedAt(),
            alarm.priority(),
            alarm.type(),
            alarm.sourceName(),
            alarm.schemeName(),
            alarm.occurrences(),
            alarm.handling(),
            alarm.owner(),
            alarm.handledBy(),
            alarm.handledAt(),
            comments));
  }
}
