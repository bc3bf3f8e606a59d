package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {

  /** The same rule in the words of a pattern, which is easier to read and dearer to match. */
  private static final Pattern PLAIN =
      Pattern.compile("/|(?:/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[89A-Fa-f][0-9A-Fa-f]|%20)++)++/?");

  private static final String[] PIECES = {
    "/", "/", "a", "Z", "7", ".", "~", "@", ";", "\\", "\n", "é", "%", "%2", "%20", "%2F", "%2e",
    "%c3", "%A9", "%7f", "%80", "%ffg", "%g0", "%8", "%00", "`", "{", "[", "/../"
  };

  @ParameterizedTest
  @ValueSource(strings = {"/", "/users/me", "/users/", "/a%20b", "/%C3%A9/x", "/~!$&'()*+,=:@-._"})
  void letsPlainPathsPass(String path) {
    assertThat(RequestGuard.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "users",
        "//",
        "//users",
        "/users//me",
        "/a//",
        "/a;b",
        "/a\\b",
        "/é",
        "/a b",
        "/a\n",
        "/%",
        "/%2",
        "/%8",
        "/%2f",
        "/%2E",
        "/%00",
        "/%7F",
        "/%8g",
        "/%g8",
        "/%%",
        "/%٨٠"
      })
  void turnsOthersAway(String path) {
    assertThat(RequestGuard.isPlain(path)).isFalse();
  }

  @Test
  void agreesWithThePatternOnWhateverPathsAreMadeOf() {
    var random = new Random(20);
    int plain = 0;
    for (int round = 0; round < 50_000; round++) {
      var path = new StringBuilder("/");
      for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
        path.append(PIECES[random.nextInt(PIECES.length)]);
      }
      boolean passes = RequestGuard.isPlain(path.toString());
      plain += passes ? 1 : 0;
      assertThat(passes).as("%s", path).isEqualTo(PLAIN.matcher(path).matches());
    }
    assertThat(plain).isBetween(5_000, 45_000);
  }
}
