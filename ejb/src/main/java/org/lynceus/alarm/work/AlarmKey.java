package org.lynceus.alarm.work;

import java.util.UUID;

/** Whose signals are grouped together: those of one scheme, source and type. */
record AlarmKey(UUID scheme, String source, String type) {}
