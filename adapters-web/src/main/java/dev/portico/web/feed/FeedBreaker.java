package dev.portico.web.feed;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a source is left alone: once half of its last ten answers were failures, five at least; then
 * for ten seconds, after which one question decides.
 */
final class FeedBreaker {

  static final int FAILURES = 5;
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final int WINDOW = 10;
  private static final int HALF = 50;
  private static final Logger LOG = LoggerFactory.getLogger(FeedBreaker.class);

  private FeedBreaker() {}

  static CircuitBreaker by(InstantSource time) {
    var breaker =
        CircuitBreaker.of(
            "feed",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(time.withZone(ZoneOffset.UTC))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event -> LOG.info("The feed's breaker: {}", event.getStateTransition()));
    return breaker;
  }
}
