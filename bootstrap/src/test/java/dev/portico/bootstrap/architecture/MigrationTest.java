package dev.portico.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The database looks at no clock and makes no ids either: what it would fill in, a test could not
 * set. The value comes from the use case, which asks a port for it.
 */
class MigrationTest {

  private static final Pattern CLOCK_OR_CHANCE =
      Pattern.compile(
          "\\b(now|random|uuidv[47]|gen_random_\\w+|\\w+_timestamp)\\s*\\("
              + "|\\b(current|local)_?(timestamp|date|time)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void everyMigrationLeavesTimeAndIdsToTheService() throws IOException {
    assertThat(
            new PathMatchingResourcePatternResolver()
                .getResources("classpath*:db/migration/**/*.sql"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(clockOrChanceIn(textOf(file))).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created_at timestamptz not null default now()",
        "created_at timestamptz DEFAULT CURRENT_TIMESTAMP",
        "created_at timestamptz default clock_timestamp ()",
        "day date default current_date",
        "id uuid primary key default gen_random_uuid()",
        "id uuid primary key default uuidv7()"
      })
  void findsAClockAndChance(String sql) {
    assertThat(clockOrChanceIn(sql)).isPresent();
  }

  @Test
  void findsNothingInColumnsThatAreCalledAlike() {
    assertThat(clockOrChanceIn("known_now text, random_key text, current_time_zone text"))
        .isEmpty();
  }

  private static Optional<String> clockOrChanceIn(String sql) {
    return CLOCK_OR_CHANCE.matcher(sql).results().map(MatchResult::group).findFirst();
  }

  private static String textOf(Resource file) throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }
}
