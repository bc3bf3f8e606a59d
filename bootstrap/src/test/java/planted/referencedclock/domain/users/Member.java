package planted.referencedclock.domain.users;

import java.time.InstantSource;
import java.util.function.Supplier;

/** Breaks: the core asks ports for time, ids and secrets. It refers to the clock. */
public record Member(Supplier<InstantSource> time) {

  Member() {
    this(InstantSource::system);
  }
}
