package dev.portico.application.users;

import dev.portico.domain.users.Password;

/** A password that may become somebody's: only {@link ChoosePassword} makes one. */
public final class NewPassword {

  private final Password password;

  NewPassword(Password password) {
    this.password = password;
  }

  Password password() {
    return password;
  }
}
