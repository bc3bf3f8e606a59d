package dev.portico.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.shared.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestBodiesTest {

  private static final int LARGE = 100 << 10;
  private static final int PLACES = 8;

  private final RequestBodies bodies = new RequestBodies();

  private static HttpServletRequest request(int bytes) {
    var request = new MockHttpServletRequest("POST", "/");
    request.setContent(new byte[bytes]);
    return request;
  }

  private HttpServletRequest read(int bytes) {
    var request = request(bytes);
    assertThat(bodies.of(request)).hasSize(bytes);
    return request;
  }

  @Test
  void giveTheSameBodyHoweverOftenAsked() {
    var request = read(LARGE);

    assertThat(bodies.of(request)).isSameAs(bodies.of(request));
  }

  @Test
  void letOnlySoManyLargeOnesInAtOnce() {
    var holding = Stream.generate(() -> read(LARGE)).limit(PLACES).toList();

    assertThatThrownBy(() -> bodies.of(request(LARGE))).isInstanceOf(Unavailable.class);
    read((64 << 10) - 1);
    bodies.release(holding.getFirst());
    read(LARGE);
  }

  @Test
  void giveAPlaceBackOnceAndOnlyWhereOneWasTaken() {
    var holding = Stream.generate(() -> read(LARGE)).limit(PLACES).toList();
    bodies.release(read(10));

    assertThatThrownBy(() -> bodies.of(request(LARGE))).isInstanceOf(Unavailable.class);
    bodies.release(holding.getFirst());
    bodies.release(holding.getFirst());
    read(LARGE);
    assertThatThrownBy(() -> bodies.of(request(LARGE))).isInstanceOf(Unavailable.class);
  }

  @Test
  void giveThePlaceBackWhenTheBodyIsRefused() {
    for (int i = 0; i < 2 * PLACES; i++) {
      var tooLarge = request((1 << 20) + 1);
      assertThatThrownBy(() -> bodies.of(tooLarge)).isInstanceOf(Refusal.class);
      bodies.release(tooLarge);
    }
    read(LARGE);
  }
}
