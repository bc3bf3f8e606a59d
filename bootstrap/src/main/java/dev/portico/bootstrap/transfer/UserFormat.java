package dev.portico.bootstrap.transfer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How users stand in a file. */
public enum UserFormat {
  /** RFC 4180, with a line of names first. */
  CSV,
  /** A JSON object a line. */
  JSONL,
  /** A realm, as {@code kc.sh export} writes it. */
  KEYCLOAK,
  /** What {@code manage.py dumpdata} prints. */
  DJANGO;

  /** The format of this name, such as {@code csv}. */
  public static Optional<UserFormat> named(String name) {
    return Arrays.stream(values()).filter(it -> it.lowerCase().equals(name)).findFirst();
  }

  /** The format that a file's name ends with. */
  public static Optional<UserFormat> of(Path file) {
    var name = String.valueOf(file.getFileName());
    return named(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
