package dev.portico.web.counters;

import dev.portico.domain.counters.CounterName;
import dev.portico.domain.counters.Increment;
import dev.portico.web.shared.JsonBody;
import java.util.Optional;

/** Counters as they look on the wire. */
final class CountersJson {

  private CountersJson() {}

  /** How far a counter has come. */
  record CounterJson(String name, long value) {

    static CounterJson of(CounterName name, long value) {
      return new CounterJson(name.text(), value);
    }
  }

  /** Reads by how much to count; by one where nothing is said. */
  static Increment increment(Optional<JsonBody> body) {
    return body.flatMap(CountersJson::increment).orElse(Increment.ONE);
  }

  private static Optional<Increment> increment(JsonBody body) {
    var by = body.optionalNumber("by", Increment::parse);
    body.check();
    return by.value();
  }
}
