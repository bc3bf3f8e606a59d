package dev.portico.bootstrap;

import dev.portico.application.Hexagon;
import dev.portico.application.users.AppointFirstAdmin;
import dev.portico.application.users.ChoosePassword;
import dev.portico.application.users.NewPassword;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.Username;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the settings say is to be the first administrator, where there is none. */
record FirstAdmin(Username username, String password, EmailAddress email) {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

  /** No mail ever gets there (RFC 2606, section 2), so that nobody can reset the password by it. */
  static final EmailAddress NO_ADDRESS = EmailAddress.parse("admin@portico.invalid").orThrow();

  /**
   * Reads the settings.
   *
   * @throws StartRefused if one is given without the other, or breaks its rule
   */
  static Optional<FirstAdmin> of(RawSettings raw) {
    var username = raw.get(Setting.ADMIN_USERNAME);
    var password = raw.get(Setting.ADMIN_PASSWORD);
    var email = raw.get(Setting.ADMIN_EMAIL);
    if (username.isPresent() != password.isPresent() || (email.isPresent() && username.isEmpty())) {
      throw new StartRefused(
          "ADMIN_USERNAME and ADMIN_PASSWORD belong together, and ADMIN_EMAIL to both: they make"
              + " the first administrator.");
    }
    return username.map(name ->
        new FirstAdmin(
            Settings.accepted(Setting.ADMIN_USERNAME, Username.parse(name)),
            password.orElseThrow(),
            email
                .map(text -> Settings.accepted(Setting.ADMIN_EMAIL, EmailAddress.parse(text)))
                .orElse(NO_ADDRESS)));
  }

  /**
   * Makes the administrator, unless there is one.
   *
   * @throws StartRefused if the password is too weak, or somebody else has the name or the address
   */
  void appoint(Hexagon hexagon) {
    var command = new AppointFirstAdmin.Command(username, email, chosen(hexagon.choosePassword()));
    switch (hexagon.appointFirstAdmin().handle(command)) {
      case AppointFirstAdmin.Outcome.Appointed(var admin) ->
          LOG.info("{} is the first administrator", admin.username());
      case AppointFirstAdmin.Outcome.NotNeeded() -> {}
      case AppointFirstAdmin.Outcome.UsernameHeld() ->
          throw new StartRefused(
              "ADMIN_USERNAME is the name of a user who is no administrator, and nobody is promoted"
                  + " by a setting: choose another name.");
      case AppointFirstAdmin.Outcome.EmailHeld() ->
          throw new StartRefused(
              "The address of the first administrator belongs to another account: set ADMIN_EMAIL"
                  + " to another one.");
    }
  }

  private NewPassword chosen(ChoosePassword choosePassword) {
    var command = new ChoosePassword.Command(password, Optional.of(username), Optional.of(email));
    return switch (choosePassword.handle(command)) {
      case ChoosePassword.Outcome.Chosen(var chosen) -> chosen;
      case ChoosePassword.Outcome.Refused(var reason) ->
          throw new StartRefused(Setting.ADMIN_PASSWORD + " " + reason + ".");
    };
  }

  /** Never the password: it may end up in a log. */
  @Override
  public String toString() {
    return "FirstAdmin[" + username + "]";
  }
}
