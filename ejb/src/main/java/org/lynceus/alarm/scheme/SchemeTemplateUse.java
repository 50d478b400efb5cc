package org.lynceus.alarm.scheme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lynceus.schedule.TimeTemplateUse;

/** Tells the schedule domain which alarm schemes follow a time template. */
@ApplicationScoped
public class SchemeTemplateUse implements TimeTemplateUse {
  @Inject private SchemeQueries schemes;

  @Override
  public List<Use> uses(UUID template) {
    return schemes.uses(template);
  }
}
