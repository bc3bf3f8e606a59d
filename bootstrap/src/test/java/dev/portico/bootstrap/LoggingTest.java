package dev.portico.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.portico.bootstrap.Settings.LogFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of an event whose text somebody outside has chosen. */
class LoggingTest {

  private static final String ODD = "[^\\P{Cc}\\n\\t]|[\\p{Cf}\\p{Zl}\\p{Zp}]";

  private final LoggerContext context = new LoggerContext();

  private String written(LogFormat format, String text) {
    var failure = new IllegalStateException(text, new IllegalArgumentException(text));
    var event =
        new LoggingEvent(
            "",
            context.getLogger("dev.portico.Here"),
            Level.WARN,
            "it failed: {}",
            failure,
            new Object[] {text});
    event.setMDCPropertyMap(Map.of("request_id", "r-1"));
    return new String(Logging.encoder(format, context).encode(event), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @DisplayName("LG-2: writesOneJsonObjectForAnEvent")
  @ValueSource(
      strings = {
        "\n{\"level\":\"ERROR\"}",
        "\r\nERROR forged",
        "\"}\n{\"",
        "\u001b[31m",
        "\u2028",
        "\\\"",
        "\0"
      })
  void writesOneJsonObjectForAnEvent(String text) {
    var written = written(LogFormat.JSON, text);

    assertThat(written.indexOf('\n')).isEqualTo(written.length() - 1);
    var event = JsonMapper.shared().readTree(written);
    assertThat(event.path("formattedMessage").stringValue()).isEqualTo("it failed: " + text);
    assertThat(event.path("level").stringValue()).isEqualTo("WARN");
    assertThat(event.at("/mdc/request_id").stringValue()).isEqualTo("r-1");
    assertThat(event.at("/throwable/message").stringValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @DisplayName("LG-2: beginsNoLineWithWhatIsFromOutside")
  @ValueSource(
      strings = {
        "\n2026-01-01T00:00:00.000Z ERROR forged",
        "\r\n2026-01-01T00:00:00.000Z ERROR forged",
        "\u001b[31m",
        "\u2028forged",
        "\u0085forged",
        "\u202eforged"
      })
  void beginsNoLineWithWhatIsFromOutside(String text) {
    var written = written(LogFormat.TEXT, text);

    assertThat(written.replaceAll(ODD, "!")).isEqualTo(written);
    assertThat(written.lines().filter(line -> line.matches("\\d{4}-.*"))).hasSize(1);
    assertThat(written)
        .contains(" WARN  [r-1] Here: it failed: ")
        .contains("\njava.lang.IllegalStateException: ", "Caused by: java.lang.Illegal", "\tat ");
  }
}
