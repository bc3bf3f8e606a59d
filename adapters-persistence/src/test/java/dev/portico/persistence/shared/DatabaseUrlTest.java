package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.domain.shared.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  private static DatabaseUrl url(String text) {
    return DatabaseUrl.parse(text).orThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p@db.example/app,             jdbc:postgresql://db.example:5432/app",
    "postgres://u:p@db:6543/app,                  jdbc:postgresql://db:6543/app",
    "postgresql+asyncpg://u:p@db/app,             jdbc:postgresql://db:5432/app",
    "postgresql+psycopg2://u:p@db/app,            jdbc:postgresql://db:5432/app",
    "POSTGRESQL://u:p@db/app,                     jdbc:postgresql://db:5432/app",
    "postgresql://db/app,                         jdbc:postgresql://db:5432/app",
    "postgresql://u@[2001:db8::1]:6543/app,       jdbc:postgresql://[2001:db8::1]:6543/app",
    "postgresql://u:p@db/my%20app%2Fx,            jdbc:postgresql://db:5432/my+app%2Fx",
  })
  void saysWhereTheDatabaseIs(String text, String jdbcUrl) {
    assertThat(url(text).jdbcUrl()).isEqualTo(jdbcUrl);
  }

  @Test
  void namesEveryHostAndWantsTheOneThatWrites() {
    var url = url("postgresql://u:p@one:1111,two,[::1]:2222/app");

    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://one:1111,two:5432,[::1]:2222/app");
    assertThat(url.properties()).containsEntry("targetServerType", "primary");
    assertThat(url("postgresql://u:p@one/app").properties())
        .containsEntry("targetServerType", "any");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://us%40er:p%3A%2F%3F%23%5B%5D%40%25@db/app, us@er, p:/?#[]@%",
    "postgresql://u:a+b@db/app,                             u,     a+b",
    "postgresql://u:p@ss@db/app,                            u,     p@ss",
    "postgresql://u:a:b@db/app,                             u,     a:b",
    "postgresql://u:%C3%A9@db/app,                          u,     é",
  })
  void decodesUserAndPassword(String text, String user, String password) {
    assertThat(url(text).properties())
        .containsEntry("user", user)
        .containsEntry("password", password);
  }

  @Test
  void writesItselfForAnotherProcess() {
    var text = "postgresql://us%40er:p%3A%2F%20@one:1111,[::1]:2222/my%20app";

    assertThat(url(text).withCredentials()).isEqualTo(text);
  }

  @Test
  void passesOnTheParametersItKnows() {
    var properties =
        url("postgres://db/a?sslmode=verify-full&sslrootcert=/ca%20file.pem&channel_binding=require"
                + "&application_name=mine&target_session_attrs=read-write")
            .properties();

    assertThat(properties)
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslrootcert", "/ca file.pem")
        .containsEntry("channelBinding", "require")
        .containsEntry("ApplicationName", "mine")
        .containsEntry("targetServerType", "primary");
  }

  @Test
  void looksAtACertificateThatIsNamed() {
    assertThat(url("postgres://db/a?sslmode=require&sslrootcert=/ca.pem").properties())
        .containsEntry("sslmode", "verify-ca");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "mysql://u:hunter2@db/app",
        "jdbc:postgresql://u:hunter2@db/app",
        "postgresql://u:hunter2@db",
        "postgresql://u:hunter2@db/",
        "postgresql://u:hunter2@/app",
        "postgresql://u:hunter2@db:0/app",
        "postgresql://u:hunter2@db:65536/app",
        "postgresql://u:hunter2@db:port/app",
        "postgresql://u:hunter2@db,/app",
        "postgresql://u:hunter2@2001:db8::1/app",
        "postgresql://u:hunter2/x@db/app",
        "postgresql://u:hunter2%zz@db/app",
        "postgresql://u:hunter2%00@db/app",
        "postgresql://u:hunter2@db/app?options=-c%20statement_timeout%3D0",
        "postgresql://u:hunter2@db/app?socketTimeout=0",
        "postgresql://u:p@db/app?password=hunter2",
        "postgresql://u:p@db/app?hunter2",
        "postgresql://u:p@db/app?sslmode=hunter2",
        "postgresql://u:hunter2?x@db/app",
        "postgresql://u:hunter2#x@db/app",
      })
  void refusesOthersWithoutBetrayingThem(String text) {
    assertThat(DatabaseUrl.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused ->
                assertThat(refused.reason().toString()).isNotBlank().doesNotContain("hunter2"));
  }

  @Test
  void looksForTheHostBeforeThePathOnly() {
    assertThat(url("postgresql://u:p@db/app?application_name=a@other/b").jdbcUrl())
        .isEqualTo("jdbc:postgresql://db:5432/app");
  }

  @Test
  void doesNotShowItsPassword() {
    assertThat(url("postgresql://user:hunter2@db/app")).hasToString("postgresql://db:5432/app");
  }
}
