package dev.portico.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDocumentTest {

  private static String read(String document) throws IOException {
    return SourceDocument.read(document.getBytes(StandardCharsets.UTF_8)).json();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"text\"",
        "1.50",
        "123456789012345678901234567890.1e-99",
        "[]",
        "{}",
        "[{\"data\":1}]",
        "{\"data\":1,\"more\":2}",
        "{\"more\":2,\"data\":1}",
        "{\"Data\":1}",
        "{\"a\":\"\\u0000 \\ud800 Ω\"}"
      })
  void keepsAnyValueAsItIs(String document) throws IOException {
    assertThat(read(document)).isEqualTo(document);
    assertThat(read("\n " + document + "\t\r\n")).isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"data\":1.50}|1.50",
        "{\"data\":null}|null",
        " { \"data\" : [ 1, {\"data\": 2} ] } |[ 1, {\"data\": 2} ]",
        "{\"data\":{\"data\":{}}}|{\"data\":{}}",
        "{\"d\\u0061ta\":\"🦊é}\"}|\"🦊é}\"",
        "{\"data\": \"a\" }|\"a\""
      })
  void opensAnEnvelope(String document, String value) throws IOException {
    assertThat(read(document)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html></html>",
        "{",
        "[1,2",
        "\"open",
        "{\"data\":1",
        "1 2",
        "{} {}",
        "[1,]",
        "{'a':1}",
        "NaN",
        "01",
        "+1",
        "1.",
        "\uFEFF1",
        "// comment\n1",
        "\"\t\"",
        "\"\\x\"",
        "{\"a\":1,\"a\":2}",
        "undefined"
      })
  void refusesWhatIsNoJson(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesWhatIsNoUtf8() {
    for (var bytes :
        new byte[][] {
          {'"', (byte) 0xff, '"'},
          {'"', (byte) 0xc0, (byte) 0x80, '"'},
          {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
          "\"x\"".getBytes(StandardCharsets.UTF_16)
        }) {
      assertThatThrownBy(() -> SourceDocument.read(bytes)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesBottomlessNesting() {
    assertThatThrownBy(() -> read("[".repeat(500_000))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("[".repeat(101) + "]".repeat(101)))
        .isInstanceOf(IOException.class);
  }
}
