package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.SchemeIndex;
import org.lynceus.alarm.scheme.SchemeQueries;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.Database;

/**
 * The schemes as they are stored, kept until they or time templates change. Each use asks the
 * database for a short mark of all, so that every node follows a change made on another.
 */
@ApplicationScoped
class SchemeCache {
  private static final String MARK =
      """
      select (select md5(coalesce(string_agg(id || ':' || version, ',' order by id), '')) from alarm_scheme)
          || (select md5(coalesce(string_agg(id || ':' || version, ',' order by id), '')) from time_template)
      """;

  @Inject private Database database;
  @Inject private SchemeQueries schemes;
  @Inject private TimeTemplateQueries templates;
  private @Nullable String mark;
  private SchemeIndex index = new SchemeIndex(java.util.List.of(), java.util.List.of());

  synchronized SchemeIndex index() {
    String now = database.first(MARK, row -> row.getString(1));
    if (now == null || !now.equals(mark)) {
      index = new SchemeIndex(schemes.all(), templates.all());
      mark = now;
    }
    return index;
  }
}
