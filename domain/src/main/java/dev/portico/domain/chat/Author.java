package dev.portico.domain.chat;

import dev.portico.domain.users.UserId;
import dev.portico.domain.users.Username;
import java.util.Optional;
import java.util.UUID;

/**
 * Who says something.
 *
 * @param name what others see
 * @param user empty for a guest
 */
public record Author(String name, Optional<UserId> user) {

  private static final int GUEST_DIGITS = 4;

  /** How many guests can be told apart: so many numbers have {@value #GUEST_DIGITS} digits. */
  private static final long GUESTS = 36L * 36 * 36 * 36;

  public static Author member(UserId user, Username name) {
    return new Author(name.text(), Optional.of(user));
  }

  /**
   * A guest, who is called after an id and as no user can be.
   *
   * @see Username#GUEST_PREFIX
   */
  public static Author guest(UUID id) {
    // Its second half: the first is the time, and guests who come together would look alike.
    var digits = Long.toString(Long.remainderUnsigned(id.getLeastSignificantBits(), GUESTS), 36);
    return new Author(
        Username.GUEST_PREFIX + "0".repeat(GUEST_DIGITS - digits.length()) + digits,
        Optional.empty());
  }

  @Override
  public String toString() {
    return name;
  }
}
