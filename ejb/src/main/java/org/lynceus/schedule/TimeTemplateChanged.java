package org.lynceus.schedule;

import java.util.UUID;

/** A time template was changed; observe it after the transaction's success. */
public record TimeTemplateChanged(UUID templateId) {}
