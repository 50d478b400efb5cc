package org.lynceus.media.store;

/**
 * What recovery did.
 *
 * @param files looked at
 * @param cut torn tails cut off
 * @param removed files without one whole fragment, deleted
 * @param foreign files that are not this store's, left alone
 */
public record RecoveryReport(int files, int cut, int removed, int foreign) {}
