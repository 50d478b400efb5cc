package org.lynceus.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;

/** The arrows of the house (docs/design/house.md). */
@AnalyzeClasses(packages = "org.lynceus", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] DOMAINS = {
    "org.lynceus.shared..",
    "org.lynceus.user..",
    "org.lynceus.cluster..",
    "org.lynceus.device..",
    "org.lynceus.live..",
    "org.lynceus.recording..",
    "org.lynceus.event..",
    "org.lynceus.system..",
    "org.lynceus.schedule..",
    "org.lynceus.job..",
    "org.lynceus.audit..",
    "org.lynceus.organisation..",
    "org.lynceus.registration..",
    "org.lynceus.alarm.."
  };

  @ArchTest
  static final ArchRule MEDIA_AND_PROTOCOLS_ARE_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAnyPackage("org.lynceus.media..", "org.lynceus.protocols..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.lynceus.rest..", "org.lynceus.jms..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(DOMAINS);

  @ArchTest
  static final ArchRule MEDIA_DOES_NOT_KNOW_THE_PROTOCOLS =
      noClasses()
          .that()
          .resideInAPackage("org.lynceus.media..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.lynceus.protocols..");

  @ArchTest
  static final ArchRule DOMAINS_KNOW_NEITHER_HTTP_NOR_JMS =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAINS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.ws..",
              "jakarta.jms..",
              "jakarta.servlet..",
              "jakarta.websocket..",
              "org.lynceus.rest..",
              "org.lynceus.jms..");

  /** Each of its calls looks for the provider through all modules of the server. */
  @ArchTest
  static final ArchRule JSON_IS_MADE_BY_ONE_PROVIDER =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.lynceus.shared.Json")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json");

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("org.lynceus.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lynceus.jms..", "jakarta.jms..");

  @ArchTest
  static final ArchRule QUEUES_DO_NOT_KNOW_HTTP =
      noClasses()
          .that()
          .resideInAPackage("org.lynceus.jms..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.lynceus.rest..", "jakarta.ws..");

  @ArchTest
  static final ArchRule DOMAINS_HAVE_NO_CYCLES =
      slices()
          .matching(
              "org.lynceus.(shared|user|organisation|cluster|device|live|recording|event|system|schedule|job|audit|alarm)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule DEVICE_KNOWS_NOBODY_ABOVE_IT =
      noClasses()
          .that()
          .resideInAPackage("org.lynceus.device..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.lynceus.live..",
              "org.lynceus.recording..",
              "org.lynceus.event..",
              "org.lynceus.system..",
              "org.lynceus.registration..");

  @ArchTest
  static final ArchRule ENTITIES_STAY_IN_THEIR_DOMAIN =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .onlyBeAccessed()
          .byClassesThat(inThePackageOfAnEntity());

  @ArchTest
  static final ArchRule THE_CLOCK_IS_INJECTED =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.lynceus.simulator..", "org.lynceus.bench..")
          .and()
          .doNotHaveFullyQualifiedName("org.lynceus.shared.ClockProducer")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule NOTHING_SLEEPS =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @ArchTest
  static final ArchRule EVERY_SERVICE_SAYS_WHO_MAY_CALL_IT =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class)
          .orShould(everyPublicMethodSaysWhoMayCallIt());

  @ArchTest
  static final ArchRule STANDARD_STREAMS_ARE_NOT_A_LOG =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.lynceus.simulator..", "org.lynceus.bench..")
          .and()
          .doNotHaveFullyQualifiedName("org.lynceus.media.evidence.ExportVerify")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule OBSERVERS_AND_RESOURCES_ARE_NOT_FINAL =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .should()
          .notBeFinal();

  private static DescribedPredicate<JavaClass> inThePackageOfAnEntity() {
    return DescribedPredicate.describe(
        "in the domain of the entity",
        accessor ->
            accessor.getPackageName().equals("org.lynceus.device")
                || accessor.getPackageName().equals("org.lynceus.recording"));
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass>
      everyPublicMethodSaysWhoMayCallIt() {
    return new com.tngtech.archunit.lang.ArchCondition<>("say it on every public method") {
      @Override
      public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
        item.getMethods().stream()
            .filter(
                m ->
                    m.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
            .filter(
                m -> !m.isAnnotatedWith(RolesAllowed.class) && !m.isAnnotatedWith(PermitAll.class))
            .forEach(
                m ->
                    events.add(
                        com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                            m, m.getFullName() + " does not say who may call it")));
      }
    };
  }
}
