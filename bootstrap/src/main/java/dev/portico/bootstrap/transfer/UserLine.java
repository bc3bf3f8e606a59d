package dev.portico.bootstrap.transfer;

import dev.portico.domain.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user as text: what stands in a file at one place, by our names of the fields.
 *
 * @param number of the line that it begins in, from 1
 * @param fields those that are there and not empty
 * @param problems what kept it from being read, if anything did
 */
record UserLine(long number, Map<String, String> fields, List<InvalidInput> problems) {

  UserLine {
    fields = Map.copyOf(fields);
    problems = List.copyOf(problems);
  }

  static UserLine of(long number, Map<String, String> fields) {
    return new UserLine(number, fields, List.of());
  }

  static UserLine damaged(long number, String pointer, String reason) {
    return new UserLine(number, Map.of(), List.of(new InvalidInput(pointer, reason)));
  }

  Optional<String> get(String field) {
    return Optional.ofNullable(fields.get(field));
  }
}
