package org.lynceus.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.SignInUsers;

class SessionFlowTest {
  private final SessionFlow flow = new SessionFlow();
  private final Set<String> open = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private boolean away;

  @BeforeEach
  void inject() {
    TestTransaction.inject(
        flow,
        "sessions",
        new SessionService() {
          @Override
          public String end(UUID id, @Nullable String reason) {
            open.add("s1");
            return "s1";
          }

          @Override
          public void closedAtKeycloak(Set<String> sids) {
            open.removeAll(sids);
          }
        });
    TestTransaction.inject(
        flow,
        "store",
        new SessionStore() {
          @Override
          List<String> openAtKeycloak() {
            return List.copyOf(open);
          }
        });
    TestTransaction.inject(
        flow,
        "signIn",
        new SignInUsers() {
          @Override
          public void endSession(String sid) {
            if (away) {
              throw new DomainException(ProblemType.UNAVAILABLE, "Keycloak does not answer.");
            }
            told.add(sid);
          }
        });
  }

  @Test
  void keycloakIsToldAtOnce() {
    assertThat(flow.end(UUID.randomUUID(), null)).isTrue();
    assertThat(told).containsExactly("s1");
    assertThat(open).isEmpty();
  }

  @Test
  void whileKeycloakIsAwayTheSessionIsEndedHereAndKeycloakIsToldLater() {
    away = true;
    assertThat(flow.end(UUID.randomUUID(), null)).isFalse();
    flow.closeOpen();
    assertThat(open).containsExactly("s1");
    away = false;
    flow.closeOpen();
    assertThat(told).containsExactly("s1");
    assertThat(open).isEmpty();
  }
}
