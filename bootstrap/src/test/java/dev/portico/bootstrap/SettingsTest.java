package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.bootstrap.Settings.LogFormat;
import dev.portico.domain.access.AttemptRule;
import dev.portico.domain.access.KeySchedule;
import dev.portico.domain.access.SessionRule;
import dev.portico.domain.chat.ChatRule;
import dev.portico.domain.webhooks.WebhookRule;
import dev.portico.web.chat.ChatWeb;
import dev.portico.web.shared.TrustedProxies;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String KEY = "kX93vQ0aPz7LmT2hRw8BnC4yDe6FgJ1u";

  private static Settings of(Map<String, String> environment) {
    return Settings.of(RawSettings.collect(environment, Map.of(), List.of()));
  }

  private static Settings ofArguments(String... arguments) {
    return Settings.of(RawSettings.collect(Map.of(), Map.of(), List.of(arguments)));
  }

  @Test
  void haveDefaultsForAFirstStart() {
    var settings = of(Map.of());

    assertThat(settings.port()).isEqualTo(8000);
    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:8000"));
    assertThat(settings.databaseUrl()).isEmpty();
    assertThat(settings.secretKey()).isEmpty();
    assertThat(settings.debug()).isFalse();
    assertThat(settings.webhookRule()).isEqualTo(WebhookRule.PUBLIC_ONLY);
    assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    assertThat(settings.dataFolder()).isEqualTo(Path.of("data"));
    assertThat(settings.passwordRule().minimumLength()).isEqualTo(8);
    assertThat(settings.shutdownDelay()).isEqualTo(Duration.ZERO);
    assertThat(settings.mail().server()).isEmpty();
    assertThat(settings.mailsAtOnce()).isEqualTo(1);
    assertThat(settings.externalDataUrl()).isEmpty();
  }

  @Test
  void takeEverythingFromTheEnvironment() {
    var settings =
        of(
            Map.of(
                "PORT", "9000",
                "SECRET_KEY", KEY,
                "DATABASE_URL", "postgresql+asyncpg://u:p%40ss@db:5433/accounts",
                "PUBLIC_URL", "https://api.example.com/",
                "DEBUG", "true",
                "WEBHOOKS_ALLOW_PRIVATE", "true",
                "LOG_FORMAT", "text",
                "PASSWORD_MIN_LENGTH", "15",
                "SHUTDOWN_DELAY_SECONDS", "10",
                "EXTERNAL_DATA_URL", "https://u:hunter2@data.example.com/v1?key=hunter2"));
    var payments =
        of(Map.of(
                "STRIPE_SECRET_KEY", "sk_live_hunter2hunter2",
                "PAYMENT_GATEWAY_URL", "https://u:hunter2@pay.example.com/v1"))
            .payments();
    assertThat(payments.address().orElseThrow()).hasToString("https://pay.example.com");
    assertThat(payments.stripe().orElseThrow().text()).isEqualTo("sk_live_hunter2hunter2");
    assertThat(payments.toString()).doesNotContain("hunter2");

    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.publicUrl()).isEqualTo(URI.create("https://api.example.com"));
    assertThat(settings.databaseUrl().orElseThrow()).hasToString("postgresql://db:5433/accounts");
    assertThat(settings.debug()).isTrue();
    assertThat(settings.webhookRule()).isEqualTo(WebhookRule.ANYWHERE);
    assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    assertThat(settings.passwordRule().minimumLength()).isEqualTo(15);
    assertThat(settings.shutdownDelay()).isEqualTo(Duration.ofSeconds(10));
    assertThat(of(Map.of("MAILS_AT_ONCE", "5")).mailsAtOnce()).isEqualTo(5);
    assertThat(settings.externalDataUrl().orElseThrow()).hasToString("https://data.example.com");
    assertThat(settings.toString()).doesNotContain(KEY, "p@ss", "hunter2");
  }

  @Test
  void boundHowLongSessionsLast() {
    assertThat(of(Map.of()).sessionRule()).isEqualTo(SessionRule.DEFAULT);
    assertThat(of(Map.of("SESSION_IDLE_DAYS", "3", "SESSION_MAX_DAYS", "30")).sessionRule())
        .isEqualTo(new SessionRule(Duration.ofDays(3), Duration.ofDays(30)));
    assertThat(of(Map.of("SESSION_MAX_DAYS", "7")).sessionRule())
        .isEqualTo(new SessionRule(Duration.ofDays(7), Duration.ofDays(7)));
    assertThatThrownBy(() -> of(Map.of("SESSION_IDLE_DAYS", "91")))
        .isInstanceOf(StartRefused.class)
        .hasMessage("SESSION_IDLE_DAYS must not be more than SESSION_MAX_DAYS.");
    assertThatThrownBy(() -> of(Map.of("SESSION_MAX_DAYS", "0")))
        .isInstanceOf(StartRefused.class)
        .hasMessage("SESSION_MAX_DAYS must be a whole number from 1 to 400.");
  }

  @Test
  @DisplayName("WS-4: boundTheChat")
  void boundTheChat() {
    var set =
        of(
            Map.of(
                "CHAT_MESSAGES_PER_SECOND", "5",
                "CHAT_DAYS", "30",
                "CHAT_SOCKETS_PER_USER", "2",
                "CHAT_SOCKETS_PER_ADDRESS", "3",
                "CHAT_SOCKETS", "4"));

    assertThat(of(Map.of()).chatRule()).isEqualTo(ChatRule.DEFAULT);
    assertThat(of(Map.of()).chat()).isEqualTo(ChatWeb.Settings.DEFAULT);
    assertThat(set.chatRule()).isEqualTo(ChatRule.of(5, 30));
    assertThat(set.chat()).isEqualTo(new ChatWeb.Settings(2, 3, 4));
    assertThatThrownBy(() -> of(Map.of("CHAT_MESSAGES_PER_SECOND", "0")))
        .isInstanceOf(StartRefused.class)
        .hasMessage("CHAT_MESSAGES_PER_SECOND must be a whole number from 1 to 1000.");
  }

  @Test
  @DisplayName("SC-1: takeNoWeakSecretOfServices")
  void takeNoWeakSecretOfServices() {
    var good = "Zt5nW8cK1xQ7sV3bM9pL2dG6hJ4fR0aY";
    var settings = of(Map.of("INTROSPECTION_SECRET", good));

    assertThat(of(Map.of()).access().introspectionSecret()).isEmpty();
    assertThat(settings.access().introspectionSecret()).contains(good);
    assertThat(settings.toString()).doesNotContain(good);
    assertThatThrownBy(() -> of(Map.of("INTROSPECTION_SECRET", "short")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("INTROSPECTION_SECRET must have at least 32 bytes");
    assertThatThrownBy(() -> of(Map.of("INTROSPECTION_SECRET", KEY, "SECRET_KEY", KEY)))
        .isInstanceOf(StartRefused.class)
        .hasMessage("INTROSPECTION_SECRET must not be SECRET_KEY, which nobody is told.");
  }

  @Test
  void takeTheFirstAdminWhole() {
    var whole = Map.of("ADMIN_USERNAME", "root", "ADMIN_PASSWORD", "hunter2 hunter2");

    assertThat(of(whole).firstAdmin().orElseThrow().email()).isEqualTo(FirstAdmin.NO_ADDRESS);
    assertThat(of(whole).toString()).doesNotContain("hunter2");
    for (var part :
        List.of(
            Map.of("ADMIN_USERNAME", "root"),
            Map.of("ADMIN_PASSWORD", "hunter2 hunter2"),
            Map.of("ADMIN_EMAIL", "root@example.com"))) {
      assertThatThrownBy(() -> of(part))
          .isInstanceOf(StartRefused.class)
          .hasMessageStartingWith("ADMIN_USERNAME and ADMIN_PASSWORD belong together")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void boundHowOftenPasswordsAreGuessed() {
    assertThat(of(Map.of()).attemptRule()).isEqualTo(AttemptRule.DEFAULT);
    assertThat(
            of(Map.of("LOGIN_ATTEMPTS_PER_ACCOUNT", "3", "LOGIN_ATTEMPTS_PER_ADDRESS", "1000000"))
                .attemptRule())
        .isEqualTo(AttemptRule.DEFAULT.with(3, 1_000_000));
    assertThatThrownBy(() -> of(Map.of("LOGIN_ATTEMPTS_PER_ACCOUNT", "101")))
        .isInstanceOf(StartRefused.class)
        .hasMessage("LOGIN_ATTEMPTS_PER_ACCOUNT must be a whole number from 3 to 100.");
    assertThatThrownBy(() -> of(Map.of("LOGIN_ATTEMPTS_PER_ADDRESS", "0")))
        .isInstanceOf(StartRefused.class);
  }

  @Test
  @DisplayName("TH-7: trustNoProxyUnlessTold")
  void trustNoProxyUnlessTold() {
    assertThat(of(Map.of()).trustedProxies()).isSameAs(TrustedProxies.NONE);
    assertThat(of(Map.of("TRUSTED_PROXIES", "10.0.0.0/8")).trustedProxies())
        .isNotSameAs(TrustedProxies.NONE);
    assertThatThrownBy(() -> of(Map.of("TRUSTED_PROXIES", "proxy.example")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("TRUSTED_PROXIES must be addresses or networks");
  }

  @Test
  void keepAuditEntriesForAYearUnlessTold() {
    assertThat(of(Map.of()).auditRule().keep()).isEqualTo(Duration.ofDays(365));
    assertThat(of(Map.of("AUDIT_DAYS", "30")).auditRule().keep()).isEqualTo(Duration.ofDays(30));
    assertThatThrownBy(() -> of(Map.of("AUDIT_DAYS", "0"))).isInstanceOf(StartRefused.class);
  }

  @Test
  void goByTheCommandLineFirst() {
    var raw =
        RawSettings.collect(
            Map.of("PORT", "1"),
            Map.of("portico.port", "2", "portico.debug", "1", "java.version", "25"),
            List.of("--port=3"));

    assertThat(Settings.of(raw).port()).isEqualTo(3);
    assertThat(Settings.of(raw).debug()).isTrue();
  }

  @Test
  void readSecretsFromFiles(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("key"), KEY + "\n");

    assertThat(of(Map.of("SECRET_KEY_FILE", file.toString())).secretKey()).isPresent();
    assertThatThrownBy(() -> of(Map.of("SECRET_KEY_FILE", folder.resolve("no").toString())))
        .isInstanceOf(StartRefused.class)
        .hasMessage("The file that SECRET_KEY_FILE names cannot be read.");
  }

  @Test
  void takeFormerSecretsOneAfterTheOther() {
    var other = "Zt5nW8cK1xQ7sV3bM9pL2dG6hJ4fR0aY";

    assertThat(of(Map.of()).previousSecretKeys()).isEmpty();
    assertThat(of(Map.of("SECRET_KEY_PREVIOUS", other + "\n " + KEY)).previousSecretKeys())
        .hasSize(2);
    assertThatThrownBy(() -> of(Map.of("SECRET_KEY_PREVIOUS", other + " changeme")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("SECRET_KEY_PREVIOUS must have at least 32 bytes")
        .hasMessageNotContaining("changeme");
  }

  @Test
  void boundHowLongAKeySigns() {
    assertThat(of(Map.of()).keySchedule()).isEqualTo(KeySchedule.DEFAULT);
    assertThat(of(Map.of("SIGNING_KEY_DAYS", "7")).keySchedule().signing())
        .isEqualTo(Duration.ofDays(7));
    for (var days : List.of("0", "366", "a week")) {
      assertThatThrownBy(() -> of(Map.of("SIGNING_KEY_DAYS", days)))
          .isInstanceOf(StartRefused.class)
          .hasMessage("SIGNING_KEY_DAYS must be a whole number from 1 to 365.");
    }
  }

  @Test
  void showMailsWhereTheyAreKeptAndDebuggedOnly() {
    var server = Map.of("SMTP_URL", "smtp://mail.example.com", "MAIL_FROM", "a@example.com");

    assertThat(of(Map.of()).mail().shown()).isFalse();
    assertThat(of(Map.of("DEBUG", "true")).mail().shown()).isTrue();
    assertThat(of(server).mail().shown()).isFalse();
    var debugged = new HashMap<>(server);
    debugged.put("DEBUG", "true");
    assertThat(of(debugged).mail().shown()).isFalse();
  }

  @Test
  void takeAMailServerAndAnAddressTogether() {
    var settings =
        of(
            Map.of(
                "SMTP_URL", "smtps://portico:hunter2@mail.example.com",
                "MAIL_FROM", "portico@example.com"));

    var server = settings.mail().server().orElseThrow();
    assertThat(server.from()).isEqualTo("portico@example.com");
    assertThat(server.url().host()).isEqualTo("mail.example.com");
    assertThat(settings.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"SMTP_URL, smtp://u:hunter2@mail.example.com", "MAIL_FROM, portico@example.com"})
  void refuseHalfOfAMailServer(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("SMTP_URL and MAIL_FROM belong together")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void nameTheHalfOfAMailServerThatIsMalformed() {
    assertThatThrownBy(
            () -> of(Map.of("SMTP_URL", "hunter2@mail", "MAIL_FROM", "portico@example.com")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("SMTP_URL must be")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() ->
            of(Map.of("SMTP_URL", "smtp://mail.example.com", "MAIL_FROM", "Portico <a@b.example>")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("MAIL_FROM must be");
  }

  @Test
  void logInJsonBesideADatabaseOfOnesOwn() {
    var environment = new HashMap<String, String>();
    environment.put("DATABASE_URL", "postgresql://u@db/x");
    environment.put("SECRET_KEY", KEY);

    assertThat(of(environment).logFormat()).isEqualTo(LogFormat.JSON);
  }

  @Test
  void askForASecretBesideADatabaseOfOnesOwn() {
    assertThatThrownBy(() -> of(Map.of("DATABASE_URL", "postgresql://u@db/x")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("SECRET_KEY is required with DATABASE_URL");
  }

  @Test
  @DisplayName("SC-2: takeAnotherUserWhoMakesTheTables")
  void takeAnotherUserWhoMakesTheTables() {
    var environment =
        Map.of(
            "DATABASE_URL", "postgresql://app:hunter2@pooler/x",
            "MIGRATION_DATABASE_URL", "postgresql://owner:hunter2@db/x",
            "SECRET_KEY", KEY);

    assertThat(of(environment).migrationUrl().orElseThrow()).hasToString("postgresql://db:5432/x");
    assertThat(of(environment).toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://app@db/y", ""})
  void refuseAnOwnerOfAnotherDatabase(String url) {
    var environment = new HashMap<String, String>();
    environment.put("DATABASE_URL", url);
    environment.put("MIGRATION_DATABASE_URL", "postgresql://owner:hunter2@db/x");
    environment.put("SECRET_KEY", KEY);

    assertThatThrownBy(() -> of(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("MIGRATION_DATABASE_URL must name the database of DATABASE_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "PORT,x",
    "PORT,-1",
    "PORT,65536",
    "PORT,80 80",
    "DEBUG,maybe",
    "WEBHOOKS_ALLOW_PRIVATE,maybe",
    "LOG_FORMAT,xml",
    "PUBLIC_URL,example.com",
    "PUBLIC_URL,ftp://x",
    "PUBLIC_URL,https://x/path",
    "PUBLIC_URL,https://u@x",
    "PASSWORD_MIN_LENGTH,7",
    "PASSWORD_MIN_LENGTH,16",
    "SHUTDOWN_DELAY_SECONDS,61",
    "MAILS_AT_ONCE,0",
    "MAILS_AT_ONCE,6",
    "EXTERNAL_DATA_URL,ftp://u:hunter2@x/y",
    "REDIS_URL,http://u:hunter2@x/y",
    "EXTERNAL_DATA_URL,/v1/data",
    "PAYMENT_GATEWAY_URL,ftp://u:hunter2@x/y",
    "STRIPE_SECRET_KEY,pk_live_hunter2hunter2",
    "DATABASE_URL,mysql://u@db/x",
    "DATABASE_URL,localhost",
    "MIGRATION_DATABASE_URL,postgresql://u:hunter2@:x/",
    "SECRET_KEY,hunter2-hunter2"
  })
  void nameTheSettingThatIsMalformed(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value, "DATA_FOLDER", "x")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(name + " ")
        .message()
        .doesNotContain("\n", "hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATABASE_URI", "DATABSE_URL", "SECRETKEY", "SECRET_KEYS", "PUBLIC_UR"})
  void suggestTheNameThatWasMeant(String variable) {
    assertThatThrownBy(() -> of(Map.of(variable, "x")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(variable + " is not a setting; did you mean ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATH", "PORTS", "DEBUGX", "HOME", "JAVA_HOME", "PGDATABASE"})
  void leaveOtherVariablesAlone(String variable) {
    assertThat(of(Map.of(variable, "x")).port()).isEqualTo(8000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot=1", "--PORT=1", "--portico.port=1", "--="})
  void refuseAnUnknownArgument(String argument) {
    assertThatThrownBy(() -> ofArguments(argument))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is not a setting; there are: port, secret-key,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"port=1", "--port", "-p", "8000"})
  void refuseAnArgumentOfAnotherForm(String argument) {
    assertThatThrownBy(() -> ofArguments(argument))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--name=value");
  }

  @Test
  void refuseAnUnknownProperty() {
    assertThatThrownBy(() -> RawSettings.collect(Map.of(), Map.of("portico.prot", "1"), List.of()))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("-Dportico.prot is not a setting");
  }
}
