package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        " SELECT\n id from users where username_key = ?",
        "select count(*), max(n) from numbers where n in (1, 2) or (n > 3 and not (n = 4))",
        "select t.id from t where exists (select 1 from u) order by t.id offset ? rows",
        "select n from numbers where name = 'nextval(''x'')' -- for update",
      })
  void knowsWhatOnlyReads(String sql) {
    assertThat(SqlGuard.of(sql)).isEqualTo(new SqlGuard(Optional.empty(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into numbers values (1)",
        "with gone as (delete from numbers returning n) select n from gone",
        "select n from numbers for update",
        "select n from numbers where n = ? for no key\nupdate skip locked",
        "select n from numbers for key share",
        "select n into others from numbers",
        "select nextval('ids')",
        "select pg_advisory_xact_lock(1)",
        "select pg_temp.put(1)",
        "select \"put\"(1)",
        "select \u00fcber(1)",
        "select * from put /* at once */ (1)",
        "select E'\\'', nextval('ids')",
        "select 1; delete from numbers",
        "{call put(1)}",
        "",
      })
  void takesAllElseForAChange(String sql) {
    assertThat(SqlGuard.of(sql).onlyReads()).isFalse();
  }
}
