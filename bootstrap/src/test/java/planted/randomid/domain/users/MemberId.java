package planted.randomid.domain.users;

import java.util.UUID;

/** Breaks: the core asks ports for time, ids and secrets. It makes ids. */
public record MemberId(UUID value) {

  static MemberId next() {
    return new MemberId(UUID.randomUUID());
  }
}
