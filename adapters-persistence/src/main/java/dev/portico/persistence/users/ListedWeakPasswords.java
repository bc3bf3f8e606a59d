package dev.portico.persistence.users;

import dev.portico.application.users.port.WeakPasswords;
import dev.portico.domain.users.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The eleven thousand most used passwords of at least eight characters, from a list that comes with
 * the program.
 */
final class ListedWeakPasswords implements WeakPasswords {

  private static final String LIST = "weak-passwords.txt";

  /** An array takes a third of the memory of a set; a search in it is fourteen comparisons. */
  private final String[] sorted;

  ListedWeakPasswords() {
    var resource =
        Objects.requireNonNull(ListedWeakPasswords.class.getResourceAsStream(LIST), LIST);
    try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      sorted = lines.lines().sorted().toArray(String[]::new);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public boolean contain(Password password) {
    return Arrays.binarySearch(sorted, password.reveal().toLowerCase(Locale.ROOT)) >= 0;
  }
}
