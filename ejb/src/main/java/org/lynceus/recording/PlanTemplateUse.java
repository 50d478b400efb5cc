package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lynceus.schedule.TimeTemplateUse;

/** Tells the schedule domain which recording plans follow a time template. */
@ApplicationScoped
public class PlanTemplateUse implements TimeTemplateUse {
  @Inject private PlanQueries plans;

  @Override
  public List<Use> uses(UUID template) {
    return plans.uses(template);
  }
}
