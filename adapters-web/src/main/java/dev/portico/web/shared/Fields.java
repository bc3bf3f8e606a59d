package dev.portico.web.shared;

import dev.portico.domain.shared.InvalidInput;
import dev.portico.domain.shared.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the named values of a request one by one and keeps count of what is wrong, so that the
 * client hears of every mistake at once: read all fields, then {@link #check}, then use them.
 */
public abstract class Fields {

  private final List<InvalidInput> errors = new ArrayList<>();

  /** What a field holds: nothing, a text, or something that is no text. */
  sealed interface Raw {

    record Absent() implements Raw {}

    record Text(String text) implements Raw {}

    record NoText() implements Raw {}
  }

  abstract Raw raw(String name);

  /** A parameter, which is always a text where it is there. */
  static Raw rawOf(@Nullable String parameter) {
    return parameter == null ? new Raw.Absent() : new Raw.Text(parameter);
  }

  /** Puts down what is wrong with the request as a whole, once all fields are read. */
  void complete() {}

  /** Reads a field that must be there. */
  public <T> Field<T> required(String name, Function<String, Parsed<T>> parser) {
    return switch (raw(name)) {
      case Raw.Absent() -> refused(name, "is required");
      case Raw.NoText() -> refused(name, "must be a string");
      case Raw.Text(var text) -> parsed(name, parser.apply(text));
    };
  }

  /** Reads a field that may be missing. */
  public <T> Field<Optional<T>> optional(String name, Function<String, Parsed<T>> parser) {
    return optionally(
        name,
        switch (raw(name)) {
          case Raw.Absent() -> Optional.empty();
          case Raw.NoText() -> Optional.of(Parsed.refused("must be a string"));
          case Raw.Text(var text) -> Optional.of(parser.apply(text));
        });
  }

  /** A field that may be missing, and what its parser made of it if it is not. */
  final <T> Field<Optional<T>> optionally(String name, Optional<Parsed<T>> parsed) {
    return parsed
        .map(there -> parsed(name, there.then(value -> Parsed.accepted(Optional.of(value)))))
        .orElseGet(() -> new Field<>(Optional.empty()));
  }

  /** A field that must be there, and what its parser made of it if it is. */
  final <T> Field<T> mandatorily(String name, Optional<Parsed<T>> parsed) {
    return parsed.map(there -> parsed(name, there)).orElseGet(() -> refused(name, "is required"));
  }

  private <T> Field<T> parsed(String name, Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Accepted<T>(var value) -> new Field<>(value);
      case Parsed.Refused<T>(var reason) -> refused(name, reason);
    };
  }

  private <T> Field<T> refused(String name, String reason) {
    refuse(name, reason);
    return new Field<>(null);
  }

  final void refuse(String name, String reason) {
    errors.add(new InvalidInput(pointer(name), reason));
  }

  /** JSON Pointer's own escapes (RFC 6901, section 3). */
  private static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Takes over what is wrong with a part, which stands under this name. */
  final void refuse(String name, Fields part) {
    part.complete();
    part.errors.forEach(
        error -> errors.add(new InvalidInput(pointer(name) + error.pointer(), error.reason())));
  }

  /** Ends the reading. */
  public void check() {
    complete();
    if (!errors.isEmpty()) {
      throw refusal(List.copyOf(errors));
    }
  }

  Refusal refusal(List<InvalidInput> all) {
    return Refusal.of(all);
  }

  /** A field that was read; its value is there once {@link #check} has passed. */
  public static final class Field<T> {

    private final @Nullable T value;

    private Field(@Nullable T value) {
      this.value = value;
    }

    /** The value; to be asked for after {@link Fields#check} only. */
    public T value() {
      if (value == null) {
        throw new IllegalStateException("asked for a field that was refused");
      }
      return value;
    }

    /** The value, or nothing if it was refused. */
    public Optional<T> ifValid() {
      return Optional.ofNullable(value);
    }
  }
}
