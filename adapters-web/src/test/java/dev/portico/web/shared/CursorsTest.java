package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CursorsTest {

  private static final byte[] POSITION = "here".getBytes(StandardCharsets.UTF_8);

  private final Cursors cursors = new Cursors(new RequestSecret(new byte[32]));

  @Test
  void openWhatTheySealed() {
    assertThat(cursors.open("users", cursors.seal("users", POSITION))).contains(POSITION);
  }

  @Test
  @DisplayName("IN-7: openNoCursorOfAnotherList")
  void openNoCursorOfAnotherList() {
    var cursor = cursors.seal("users", POSITION);

    assertThat(cursors.open("items", cursor)).isEmpty();
    assertThat(cursors.open("user", cursor)).isEmpty();
    assertThat(cursors.open("", cursor)).isEmpty();
  }

  @Test
  @DisplayName("SC-4: openACursorOfAFormerSecret")
  void openACursorOfAFormerSecret() {
    var fresh = new byte[32];
    fresh[31] = 1;
    var both = new Cursors(new RequestSecret(fresh, List.of(new byte[32])));

    assertThat(both.open("users", cursors.seal("users", POSITION))).contains(POSITION);
    assertThat(both.open("users", both.seal("users", POSITION))).contains(POSITION);
    assertThat(cursors.open("users", both.seal("users", POSITION))).isEmpty();
  }

  @Test
  @DisplayName("IN-7: openNoCursorOfAnotherSecret")
  void openNoCursorOfAnotherSecret() {
    var other = new byte[32];
    other[31] = 1;

    assertThat(cursors.open("users", new Cursors(new RequestSecret(other)).seal("users", POSITION)))
        .isEmpty();
  }

  @Test
  @DisplayName("IN-7: openOneSpellingOnly")
  void openOneSpellingOnly() {
    // Twenty bytes are 26 and two thirds characters: the last has two bits to spare.
    var cursor = cursors.seal("users", POSITION);
    int last = cursor.length() - 1;
    var same =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .chars()
            .mapToObj(c -> cursor.substring(0, last) + (char) c)
            .filter(spelling -> cursors.open("users", spelling).isPresent());

    assertThat(same).containsExactly(cursor);
  }
}
