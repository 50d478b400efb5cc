package org.lynceus.event;

/**
 * New events were stored, up to this id. Fired inside the storing transaction: observe it after
 * success to act on it.
 */
public record EventsStored(long lastId) {}
