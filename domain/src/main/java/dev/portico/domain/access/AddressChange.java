package dev.portico.domain.access;

import dev.portico.domain.shared.Parsed;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.UserId;

/** A user's wish to be reached at another address, which need not be theirs. */
public record AddressChange(UserId user, EmailAddress wanted) {

  /** Reads what {@link #toText} wrote. */
  public static Parsed<AddressChange> parse(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? Parsed.refused("is not a change of address")
        : UserId.parse(text.substring(0, space))
            .then(user ->
                EmailAddress.parse(text.substring(space + 1))
                    .then(wanted -> Parsed.accepted(new AddressChange(user, wanted))));
  }

  /** One line that says all of it. */
  public String toText() {
    return user + " " + wanted.text();
  }
}
