package org.lynceus.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/**
 * Long work as it is stored.
 *
 * @param kind chooses the {@link JobWork}
 * @param node that works on it
 * @param request what is to be done, in the form of its kind
 * @param result what came out, in the form of its kind
 * @param attempt raised at each start; an older attempt may not write any more
 */
public record Job(
    UUID id,
    String kind,
    String title,
    String node,
    JobState state,
    String request,
    @Nullable String result,
    long done,
    long total,
    JobUnit unit,
    @Nullable Reason reason,
    String by,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant expiresAt,
    int attempt) {}
