package org.lynceus.schedule;

import java.util.List;
import java.util.UUID;

/** Port to what follows time templates: a domain that does declares a bean of this type. */
public interface TimeTemplateUse {
  /** One thing that follows a template. */
  record Use(String kind, UUID id, String name) {}

  List<Use> uses(UUID template);
}
