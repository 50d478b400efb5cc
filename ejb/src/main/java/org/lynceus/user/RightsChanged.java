package org.lynceus.user;

/** Rights, or what lies where, were changed; this node looks again at the next question. */
public record RightsChanged() {}
