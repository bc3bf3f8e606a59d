package dev.portico.web.shared;

import dev.portico.application.shared.Answer;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Words the answers of requests that may be repeated. */
public final class Answers {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final JsonMapper json;

  Answers(JsonMapper json) {
    this.json = json;
  }

  /** It is done, and this is to be said of it. */
  public Answer ok(Object body) {
    return new Answer(OK, Optional.empty(), json.writeValueAsString(body));
  }

  /**
   * Something was made.
   *
   * @param location where it can be found, from the service's root
   */
  public Answer created(String location, Object body) {
    return new Answer(CREATED, Optional.of(location), json.writeValueAsString(body));
  }

  /** It will be done; there is nowhere in particular to look whether it is. */
  public Answer accepted(Object body) {
    return new Answer(ACCEPTED, Optional.empty(), json.writeValueAsString(body));
  }

  /**
   * It will be done.
   *
   * @param location where to look whether it is, from the service's root
   */
  public Answer accepted(String location, Object body) {
    return new Answer(ACCEPTED, Optional.of(location), json.writeValueAsString(body));
  }
}
