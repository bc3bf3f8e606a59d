package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** What each ring may use of the JDK and of libraries. A new library gets a line in one ring. */
final class Libraries {

  /**
   * Reads no clock, draws no lot, starts no thread, waits for nobody and touches nothing outside
   * the process.
   */
  private static final String[] PLAIN_JAVA = {
    "java.lang",
    "java.lang.annotation",
    "java.math",
    "java.nio.charset",
    "java.text",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream",
    "org.jspecify..",
  };

  /** Plain, in packages that are not: values, and functions of them. */
  private static final Set<String> PLAIN_TYPES =
      Set.of(
          "java.net.IDN",
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.nio.ByteBuffer",
          "java.security.GeneralSecurityException",
          "java.security.MessageDigest",
          "javax.crypto.Mac",
          "javax.crypto.spec.SecretKeySpec");

  /** Not plain, in packages that are. */
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "java.lang.InheritableThreadLocal",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Runtime",
          "java.lang.System",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.GregorianCalendar",
          "java.util.Random",
          "java.util.Scanner",
          "java.util.ServiceLoader",
          "java.util.SplittableRandom",
          "java.util.Timer");

  private static final String[] WEB = {
    "java.io",
    "java.lang..",
    "java.math",
    "java.net..",
    "java.nio..",
    "java.security..",
    "java.text",
    "java.time..",
    "java.util..",
    "javax.crypto..",
    "org.jspecify..",
    "org.slf4j..",
    "jakarta.servlet..",
    "jakarta.mail..",
    "javax.net..",
    "org.eclipse.angus.mail.smtp..", // what an SMTP server answered
    "com.nimbusds..",
    "com.stripe..",
    "org.apache.hc.[client5|core5]..", // for what is sent to webhooks
    "tools.jackson..",
    "com.fasterxml.jackson.annotation..",
    "com.github.benmanes.caffeine..", // for what is verified once and remembered
    "io.github.resilience4j.circuitbreaker..", // around peers that fail
    "org.springframework.[beans|context|core|format|http|util|validation|web]..",
  };

  private static final String[] PERSISTENCE = {
    "java.io",
    "java.lang..",
    "java.math",
    "java.net", // a database stands at a URL; java.net.http is web's
    "java.nio..",
    "java.security..",
    "java.sql..",
    "java.text",
    "java.time..",
    "java.util..",
    "javax.crypto..",
    "javax.net.ssl",
    "javax.sql..",
    "org.jspecify..",
    "org.slf4j..",
    "jakarta.persistence..",
    "org.hibernate..",
    "org.postgresql..",
    "io.zonky.test.db.postgres..", // the server that comes along, in production too
    "org.flywaydb..",
    "com.zaxxer.hikari..",
    "com.github.benmanes.caffeine..",
    "io.lettuce.core..", // the cache that nodes share
    "org.bouncycastle..",
    "org.springframework.[beans|context|core|util]..",
  };

  private Libraries() {}

  static DescribedPredicate<JavaClass> ofTheCore() {
    return resideInAnyPackage(PLAIN_JAVA)
        .and(not(describe("are other", type -> OTHER_TYPES.contains(topLevelName(type)))))
        .or(describe("are plain", type -> PLAIN_TYPES.contains(topLevelName(type))))
        .as("are plain Java (the list in Libraries)");
  }

  static DescribedPredicate<JavaClass> ofWeb() {
    return resideInAnyPackage(WEB).as("belong to web (the list in Libraries)");
  }

  static DescribedPredicate<JavaClass> ofPersistence() {
    return resideInAnyPackage(PERSISTENCE).as("belong to persistence (the list in Libraries)");
  }

  private static String topLevelName(JavaClass type) {
    return type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
  }
}
