package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.session.Agent;
import org.lynceus.user.session.UserSession;

/** A session in use. */
public record UserSessionView(
    @NotNull UUID id,
    @NotNull String username,
    @NotNull @Schema(description = "the caller's own") Boolean mine,
    @NotNull @Schema(description = "a service account: it has no session that could be ended")
        Boolean program,
    @NotNull @Schema(description = "when the center saw it first") Instant since,
    @NotNull @Schema(description = "at most half a minute old while it is used") Instant seenAt,
    @Nullable @Schema(description = "as the server sees it, see the audit log") String address,
    @Nullable @Schema(description = "browser or program, as it says itself: Firefox 128")
        String agent,
    @Nullable @Schema(description = "its system, as it says itself: Windows") String system,
    @NotNull @Schema(description = "the node that saw it last") String node) {
  static UserSessionView of(UserSession session, @Nullable String own) {
    @Nullable Agent agent = Agent.of(session.agent());
    return new UserSessionView(
        session.id(),
        session.caller().name(),
        session.sid().equals(own),
        session.program(),
        session.since(),
        session.seenAt(),
        session.address(),
        agent == null ? null : agent.program(),
        agent == null ? null : agent.system(),
        session.node());
  }
}
