package dev.portico.web.shared;

import dev.portico.domain.shared.InvalidInput;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a form. Those that nobody asked for are ignored, and whatever is wrong is a 400
 * (RFC 6749, sections 3.2 and 5.2).
 */
public final class FormBody extends Fields {

  private final Map<String, String> parameters;

  private FormBody(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads a form.
   *
   * @throws Refusal if it is none
   */
  static FormBody parse(byte[] bytes) {
    return new FormBody(UrlEncoded.parameters(RequestText.utf8(bytes)));
  }

  @Override
  Raw raw(String name) {
    var value = parameters.get(name);
    // Without a value it is to be treated as if it were left out (RFC 6749, section 3.2).
    return rawOf(value == null || value.isEmpty() ? null : value);
  }

  @Override
  Refusal refusal(List<InvalidInput> all) {
    return RequestText.malformed("The form has mistakes; see errors").with(all);
  }
}
