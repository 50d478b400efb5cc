package org.lynceus.organisation;

import java.util.UUID;

/**
 * A site is about to be removed; what stands there goes to its parent. Observed in the transaction,
 * before the row goes.
 */
public record SiteRemoved(UUID siteId, UUID parentId) {}
