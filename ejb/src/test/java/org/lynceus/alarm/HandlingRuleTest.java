package org.lynceus.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

class HandlingRuleTest {
  private static final HandlingRule FREE = new HandlingRule(AlarmHandling.PENDING, null);
  private static final HandlingRule ANNAS = new HandlingRule(AlarmHandling.PROCESSING, "anna");

  private static AlarmAct act(AlarmAct.Kind kind) {
    return new AlarmAct(kind, "why", kind == AlarmAct.Kind.FORWARD ? "carl" : null);
  }

  @Test
  void whoClaimsFirstHasIt() {
    assertThat(FREE.after(act(AlarmAct.Kind.CLAIM), "anna")).isEqualTo(ANNAS);
    assertThatThrownBy(() -> ANNAS.after(act(AlarmAct.Kind.CLAIM), "bert"))
        .hasMessage("anna has this alarm.")
        .extracting(e -> ((DomainException) e).type())
        .isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void claimingOnesOwnAgainChangesNothing() {
    assertThat(ANNAS.after(act(AlarmAct.Kind.CLAIM), "anna")).isEqualTo(ANNAS);
  }

  @Test
  void itIsTakenOverForwardedAndReleased() {
    assertThat(ANNAS.after(act(AlarmAct.Kind.TAKE_OVER), "bert").owner()).isEqualTo("bert");
    assertThat(ANNAS.after(act(AlarmAct.Kind.FORWARD), "anna").owner()).isEqualTo("carl");
    assertThat(ANNAS.after(act(AlarmAct.Kind.RELEASE), "anna")).isEqualTo(FREE);
    assertThatThrownBy(() -> ANNAS.after(act(AlarmAct.Kind.RELEASE), "bert"))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void whatNobodyHasCanBeClosedAtOnceAndWhatAnotherHasCannot() {
    assertThat(FREE.after(act(AlarmAct.Kind.RESOLVE), "anna").handling())
        .isEqualTo(AlarmHandling.RESOLVED);
    for (AlarmAct.Kind kind :
        new AlarmAct.Kind[] {
          AlarmAct.Kind.RESOLVE, AlarmAct.Kind.FALSE_ALARM, AlarmAct.Kind.IGNORE
        }) {
      HandlingRule closed = ANNAS.after(act(kind), "anna");
      assertThat(closed.handling().closed()).isTrue();
      assertThat(closed.owner()).isNull();
      assertThatThrownBy(() -> ANNAS.after(act(kind), "bert")).hasMessage("anna has this alarm.");
    }
  }

  @Test
  void aClosedAlarmOnlyTakesCommentsAndIsReopened() {
    HandlingRule closed = FREE.after(act(AlarmAct.Kind.IGNORE), "anna");
    assertThat(closed.after(act(AlarmAct.Kind.COMMENT), "bert")).isEqualTo(closed);
    assertThat(closed.after(act(AlarmAct.Kind.REOPEN), "bert")).isEqualTo(FREE);
    assertThatThrownBy(() -> closed.after(act(AlarmAct.Kind.TAKE_OVER), "bert"))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> FREE.after(act(AlarmAct.Kind.REOPEN), "bert"))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void falseAndIgnoredNeedAComment() {
    for (AlarmAct.Kind kind :
        new AlarmAct.Kind[] {
          AlarmAct.Kind.FALSE_ALARM, AlarmAct.Kind.IGNORE, AlarmAct.Kind.COMMENT
        }) {
      assertThatThrownBy(() -> new AlarmAct(kind, " ", null)).isInstanceOf(DomainException.class);
    }
    assertThat(new AlarmAct(AlarmAct.Kind.RESOLVE, " ", null).comment()).isNull();
    assertThatThrownBy(() -> new AlarmAct(AlarmAct.Kind.RESOLVE, "x".repeat(1025), null))
        .isInstanceOf(DomainException.class);
  }
}
