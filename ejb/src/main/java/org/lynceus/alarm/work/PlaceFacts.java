package org.lynceus.alarm.work;

import org.lynceus.alarm.scheme.EventPlace;

/** A place with its name for people. */
record PlaceFacts(EventPlace place, String name) {}
