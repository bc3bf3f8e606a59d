package dev.portico.web.shared;

import java.util.Map;

/** The parameters in a request's query. Those that nobody asked for are ignored. */
public final class QueryFields extends Fields {

  private final Map<String, String> parameters;

  private QueryFields(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads a query as it stands in the URI, without its question mark.
   *
   * @throws Refusal if it is broken
   */
  static QueryFields parse(String query) {
    return new QueryFields(UrlEncoded.parameters(query));
  }

  @Override
  Raw raw(String name) {
    return rawOf(parameters.get(name));
  }
}
