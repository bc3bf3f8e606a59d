package dev.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ApiTest;
import dev.portico.web.shared.ServiceUnderTest;
import dev.portico.web.shared.TestResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The activity report, and how it is kept. */
@ApiTest
class ReportsApiTest {

  private static final String HIT = "portico; hit; ttl=[0-9]{1,2}";
  private static final String MISS = "portico; fwd=miss; stored";

  private final ServiceUnderTest service;

  ReportsApiTest(ServiceUnderTest service) {
    this.service = service;
  }

  private TestResponse view() {
    return service.client().get("/expensive-query").expectStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "events", "items", "payments"})
  void countsEachOfTheLastThirtyDays(String section) {
    service.newUser();
    var report = view();
    var today = LocalDate.ofInstant(Instant.parse(report.text("/generated_at")), ZoneOffset.UTC);

    assertThat(report.json().get(section).size()).isEqualTo(30);
    report.expectJson("/" + section + "/0/day", today.minusDays(29).toString());
    report.expectJson("/" + section + "/29/day", today.toString());
    assertThat(report.json().get("top_event_names").size()).isLessThanOrEqualTo(10);
  }

  @Test
  void isCountedOnceAndThenKept() {
    var first = view();
    var second = view();
    // Others ask too, and a minute may end between any two requests, though hardly twice.
    if (!second.header("Cache-Status").orElseThrow().matches(HIT)) {
      first = second.expectHeader("Cache-Status", MISS);
      second = view();
    }

    assertThat(second.header("Cache-Status").orElseThrow()).matches(HIT);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.header("Cache-Status").orElseThrow()).matches(HIT + "|" + MISS);
  }

  @Test
  void needsNobodyInParticular() {
    service.client().get("/expensive-query", "Authorization", "Bearer x").expectStatus(200);
    service.client().send("HEAD", "/expensive-query").expectStatus(200);
    service.client().send("POST", "/expensive-query").expectStatus(405);
  }

  /** HT-2. */
  @Test
  void mayBeKeptByEverybodyAndAskedForAgain() {
    var first = view();
    var tag = first.header("ETag").orElseThrow();

    first.expectHeader("Cache-Control", "no-cache, public").expectHeader("Vary", "Accept");
    var again = service.client().get("/expensive-query", "If-None-Match", tag);

    assertThat(again.status()).isIn(200, 304);
    if (again.status() == 304) {
      again.expectHeader("ETag", tag).expectHeader("Cache-Control", "no-cache, public");
    }
    service.client().get("/expensive-query", "If-None-Match", "\"another\"").expectStatus(200);
  }
}
