package dev.portico.domain.users;

import dev.portico.domain.shared.Parsed;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a new password must be, in code points. There is no rule of composition: those make
 * passwords worse (NIST SP 800-63B-4, 3.1.1.2).
 *
 * @param minimumLength {@value #LEAST_MINIMUM} to {@value #GREATEST_MINIMUM}
 */
public record PasswordRule(int minimumLength) {

  public static final int LEAST_MINIMUM = 8;
  public static final int GREATEST_MINIMUM = 15;

  /** Eight, as OWASP ASVS 5.0 V6.2.1 asks. */
  public static final PasswordRule DEFAULT = new PasswordRule(LEAST_MINIMUM);

  private static final String SERVICE_NAME = "portico";

  public PasswordRule {
    if (minimumLength < LEAST_MINIMUM || minimumLength > GREATEST_MINIMUM) {
      throw new IllegalArgumentException(
          "must be " + LEAST_MINIMUM + " to " + GREATEST_MINIMUM + ", is " + minimumLength);
    }
  }

  /** The password, unless it is too short to be a new one. */
  public Parsed<Password> admit(Password candidate) {
    return candidate.length() < minimumLength
        ? Parsed.refused("must be at least " + minimumLength + " characters")
        : Parsed.accepted(candidate);
  }

  /**
   * Whether the password is nothing but a word that everybody knows who knows the user: the user's
   * name, the local part of the address, or the service's name, whatever digits and signs stand
   * around it.
   */
  public boolean isMadeOf(
      Password candidate, Optional<Username> username, Optional<EmailAddress> email) {
    String core = core(candidate.reveal());
    return Stream.of(
            Stream.of(SERVICE_NAME),
            username.map(Username::text).stream(),
            email.map(EmailAddress::localPart).stream())
        .flatMap(words -> words)
        .anyMatch(word -> core.equals(core(word)));
  }

  /** The text without case and without what is no letter at either end. */
  private static String core(String text) {
    String core = text.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return core.isEmpty() ? text : core;
  }
}
