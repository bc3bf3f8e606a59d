package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What code does not reach for by itself: time, chance, sleep, threads' inheritance, output. */
final class CodeRules {

  private static final Set<String> CLOCKS_AND_CHANCE =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.security.SecureRandom.<init>",
          "java.security.SecureRandom.getInstanceStrong",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.time.InstantSource.system",
          "java.util.Collections.shuffle",
          "java.util.Date.<init>",
          "java.util.Random.<init>",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  private static final Set<String> SLEEP =
      Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

  private static final Set<String> OUTPUT =
      Set.of("java.lang.System.err", "java.lang.System.out", "java.lang.Throwable.printStackTrace");

  private CodeRules() {}

  static ArchRule coreAsksPortsForTimeIdsAndSecrets(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(Ring.DOMAIN.in(house), Ring.APPLICATION.in(house))
        .should(accessTargetWhere(isClockOrChance().or(isSleep())))
        .because(
            "a test must be able to say what time it is and which id comes next; take an"
                + " InstantSource, an IdGenerator or another port from Ports");
  }

  static ArchRule testsDoNotSleep(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .should(accessTargetWhere(isSleep()))
        .because(
            "a sleep is too long on a fast machine and too short on a slow one; advance the"
                + " settable time, or wait for the event itself with a latch, a future or a"
                + " deadline");
  }

  static ArchRule testsShareOneContext(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(Ring.WEB.in(house), Ring.BOOTSTRAP.in(house))
        .and()
        // The one place that builds it, for all of them.
        .doNotHaveSimpleName("WebSide")
        .should(accessTargetWhere(describe("it starts a context", CodeRules::isStartOfAContext)))
        .because(
            "a context takes a good part of a second and tests there are thousands; put @ApiTest on"
                + " the class and let PortOverrides change what is to be different");
  }

  private static boolean isStartOfAContext(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    return owner.startsWith("org.springframework.")
        && (owner.endsWith("ApplicationContext") || owner.endsWith("SpringApplication"))
        && access.getTarget().getName().equals("<init>");
  }

  static ArchRule nothingIsInheritedByThreads(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo("java.lang.InheritableThreadLocal")
        .because(
            "a pooled thread inherits from whoever happened to start it, so one request sees"
                + " another's values; hand the value over, or bind it as a ScopedValue");
  }

  static ArchRule outputIsBootstraps(House house) {
    return noClasses()
        .that()
        .resideInAPackage(house.root() + "..")
        .and()
        .resideOutsideOfPackage(Ring.BOOTSTRAP.in(house))
        .should(accessTargetWhere(isOneOf(OUTPUT, "it is the console")))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .because(
            "who runs the service decides where its words go, and a line without level and request"
                + " id is lost; log by SLF4J in an adapter, and let the core answer a value or"
                + " throw");
  }

  private static DescribedPredicate<JavaAccess<?>> isOneOf(Set<String> members, String words) {
    return describe(
        words,
        access ->
            members.contains(
                access.getTargetOwner().getName() + "." + access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> isSleep() {
    return isOneOf(SLEEP, "it is a sleep");
  }

  private static DescribedPredicate<JavaAccess<?>> isClockOrChance() {
    return isOneOf(CLOCKS_AND_CHANCE, "it is a clock or chance")
        .or(describe("it is any now() of java.time", CodeRules::isNow));
  }

  private static boolean isNow(JavaAccess<?> access) {
    return access.getTargetOwner().getPackageName().startsWith("java.time")
        && access.getTarget().getName().equals("now");
  }
}
