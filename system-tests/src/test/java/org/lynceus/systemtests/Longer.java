package org.lynceus.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What pulls the plug or waits for minutes: otherwise it is skipped, and the report says why. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "lynceus.longer", matches = "true", disabledReason = Longer.WHY)
@interface Longer {
  String WHY = "skipped: one of the longer sets, which mvn verify -Pfaults runs";
}
