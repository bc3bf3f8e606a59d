package dev.portico.web.shared;

import dev.portico.application.shared.Answer;
import dev.portico.application.shared.Fingerprint;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.RequestKey;
import dev.portico.application.shared.RunOnce;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A request that may be the repetition of another, as its sender says by {@code Idempotency-Key}.
 */
public final class Once {

  private static final String REPLAYED = "Idempotency-Replayed";

  private final RunOnce runOnce;
  private final Optional<IdempotencyKey> key;
  private final Fingerprint fingerprint;

  Once(RunOnce runOnce, Optional<IdempotencyKey> key, Fingerprint fingerprint) {
    this.runOnce = runOnce;
    this.key = key;
    this.fingerprint = fingerprint;
  }

  /**
   * Carries the request out, or answers as the first time.
   *
   * @param effect does it, or throws a {@link Refusal}, which leaves the key free
   */
  public ResponseEntity<byte[]> answer(Supplier<Answer> effect) {
    return key.map(k -> answer(new RunOnce.Command(k, fingerprint, effect)))
        .orElseGet(() -> response(effect.get(), false));
  }

  private ResponseEntity<byte[]> answer(RunOnce.Command command) {
    return switch (runOnce.handle(command)) {
      case RunOnce.Outcome.Answered(var answer, var repeated) -> response(answer, repeated);
      case RunOnce.Outcome.KeyReused() -> throw keyReused();
      case RunOnce.Outcome.StillRunning() -> throw stillRunning();
    };
  }

  /**
   * How the request is told from others, if its sender asked for that: for use cases that cannot do
   * all of their work in the one transaction of {@link #answer}.
   */
  public Optional<RequestKey> request() {
    return key.map(k -> new RequestKey(k, fingerprint));
  }

  /** The key was used for another request. */
  public static Refusal keyReused() {
    return Refusal.of(ProblemType.KEY_REUSED);
  }

  /** The first request under the key has not ended yet. */
  public static Refusal stillRunning() {
    return Refusal.of(ProblemType.STILL_RUNNING).with("Retry-After", "1");
  }

  /** The same refusal as the first time. */
  public static Refusal replayed(Refusal refusal) {
    return refusal.with(REPLAYED, "true");
  }

  /** Sends an answer; {@code repeated} where it is that of the first time. */
  public static ResponseEntity<byte[]> response(Answer answer, boolean repeated) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    answer.location().ifPresent(location -> headers.set(HttpHeaders.LOCATION, location));
    if (repeated) {
      headers.set(REPLAYED, "true");
    }
    return ResponseEntity.status(answer.status())
        .headers(headers)
        .body(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
