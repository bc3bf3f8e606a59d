package dev.portico.web.shared;

import dev.portico.domain.shared.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ends a request with a problem (RFC 9457). Thrown anywhere at the edge, worded in one place:
 * {@link ProblemWriter}.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<InvalidInput> errors;
  private final transient Map<String, String> headers;

  private Refusal(
      ProblemType type, String detail, List<InvalidInput> errors, Map<String, String> headers) {
    // Neither cause nor stack trace: a refusal is an answer, not a mistake.
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
  }

  /**
   * A refusal.
   *
   * @param detail what happened in this case, for people; never repeats the input
   */
  public static Refusal of(ProblemType type, String detail) {
    return new Refusal(type, detail, List.of(), Map.of());
  }

  /** A refusal that says what kind it is and nothing more. */
  public static Refusal of(ProblemType type) {
    return of(type, type.title());
  }

  /** The refusal of values that break their rules; all of them at once. */
  public static Refusal of(List<InvalidInput> errors) {
    var detail =
        errors.size() == 1
            ? "1 value breaks its rule; see errors"
            : errors.size() + " values break their rules; see errors";
    return new Refusal(ProblemType.INVALID_INPUT, detail, errors, Map.of());
  }

  /** This was asked for too often; {@code wait} is positive. */
  public static Refusal tooOften(Duration wait) {
    // Rounded up, so that whoever waits that long has waited long enough.
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    return of(ProblemType.TOO_MANY_REQUESTS).with("Retry-After", Long.toString(seconds));
  }

  /** The same with a response header. */
  public Refusal with(String header, String value) {
    var more = new java.util.HashMap<>(headers);
    more.put(header, value);
    return new Refusal(type, detail(), errors, more);
  }

  /** The same with the values that broke their rules. */
  public Refusal with(List<InvalidInput> broken) {
    return new Refusal(type, detail(), broken, headers);
  }

  public ProblemType type() {
    return type;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  /** All that is wrong, for where there is room for a sentence only. */
  public String inOneSentence() {
    return errors.isEmpty()
        ? detail()
        : errors.stream()
            .map(error -> error.pointer().substring(1) + " " + error.reason())
            .collect(Collectors.joining("; "));
  }

  List<InvalidInput> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }
}
