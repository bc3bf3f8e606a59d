package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.shared.OwnerGone;
import dev.portico.application.shared.Unavailable;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

  private static RuntimeException wrapped(SQLException cause) {
    return new IllegalStateException(new IllegalArgumentException(cause));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "57014", "55P03", "53100",
        "53200", "53300", "25006", "25P03", "25P04", "40001", "40P01"
      })
  void areToldByTheCodeHoweverDeep(String state) {
    var failure = wrapped(new SQLException("", state));

    assertThat(Outages.translated(failure)).isInstanceOf(Unavailable.class).hasCause(failure);
  }

  @Test
  void includeAPoolWithoutRoom() {
    assertThat(Outages.translated(wrapped(new SQLTransientConnectionException("", (String) null))))
        .isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22021", "42P01", "42501", "25P02", "XX000"})
  void areNotMistakes(String state) {
    var failure = wrapped(new SQLException("", state));

    assertThat(Outages.translated(failure)).isSameAs(failure);
  }

  @Test
  void areNoCutsWhereTheWireIsSilent() {
    assertThat(Outages.isCutConnection(wrapped(new SQLException("", "08006")))).isTrue();
    assertThat(
            Outages.isCutConnection(
                wrapped(new SQLException("", "08006", new SocketTimeoutException()))))
        .isFalse();
    assertThat(Outages.isCutConnection(wrapped(new SQLException("", "40001")))).isFalse();
  }

  @Test
  void areNotRowsOfNobody() {
    var failure = wrapped(new SQLException("", "23503"));

    assertThat(Outages.translated(failure)).isInstanceOf(OwnerGone.class).hasCause(failure);
  }

  @Test
  void leaveOtherFailuresAlone() {
    var failure = new IllegalStateException("on purpose");
    var outage = new Unavailable("translated before");

    assertThat(Outages.translated(failure)).isSameAs(failure);
    assertThat(Outages.translated(outage)).isSameAs(outage);
  }
}
