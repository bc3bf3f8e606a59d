package dev.portico.application.access.port;

import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.shared.CanIgnoreReturnValue;
import dev.portico.domain.users.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The codes that were sent out and are good for something, each kept by its digest alone. */
public interface OneTimeCodes {

  /** How many codes of one purpose a user is sent within a {@link #WINDOW}. */
  int MOST_PER_WINDOW = 5;

  Duration WINDOW = Duration.ofHours(1);

  /**
   * Makes a code good for one use until its {@link OneTimeCode#LIFETIME} is over.
   *
   * <p>Promise: the code that the user had for this purpose before is void. {@code false}, and
   * nothing changed, where it would be one too many of the purpose for the user, or there is no
   * such user. What is void or over is kept no longer than it counts, or a little more.
   *
   * <p>Concurrency: of any number of codes at once, over all nodes, one is good for anything, and
   * no more are granted than one after the other would be.
   */
  boolean issue(CodePurpose purpose, OneTimeCode code, CodeGrant grant, Instant now);

  /** What a code would prove if it were consumed now; empty where it is good for nothing. */
  Optional<CodeGrant> find(CodePurpose purpose, OneTimeCode code, Instant now);

  /**
   * Uses a code.
   *
   * <p>Promise: what it proves, and void from now on; empty, and nothing changed, where it is
   * unknown, used, replaced, over, or good for another purpose. Part of the running transaction; a
   * rollback leaves the code good.
   *
   * <p>Concurrency: of any number of uses of one code, over all nodes, one succeeds.
   */
  Optional<CodeGrant> consume(CodePurpose purpose, OneTimeCode code, Instant now);

  /**
   * Makes the code that a user has for a purpose void. It counts all the same.
   *
   * @return whether there was one that was not used
   */
  @CanIgnoreReturnValue
  boolean revoke(CodePurpose purpose, UserId user);
}
