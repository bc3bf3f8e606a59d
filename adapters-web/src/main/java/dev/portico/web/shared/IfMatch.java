package dev.portico.web.shared;

import dev.portico.domain.shared.Expected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a change was thought up for, as its sender says by {@code If-Match} (RFC 9110, section
 * 13.1.1). Tags are compared strongly, so that a weak one is nobody's.
 */
public final class IfMatch {

  private static final String HEADER = "If-Match";
  private static final String ONE = "(?:W/)?\"[!#-~\\x80-\\xff]{0,64}\"";
  private static final int MAX_TAGS = 20;

  /** A list, in which empty members do no harm (RFC 9110, section 5.6.1). */
  private static final Pattern TAGS =
      Pattern.compile("[ \t,]*+" + ONE + "(?:[ \t]*+,[ \t]*+(?:" + ONE + ")?)*+");

  /** One of ours; what else stands in the list names nothing that there ever was. */
  private static final Pattern OURS = Pattern.compile("(?<!W/)\"([1-9][0-9]{0,17})\"");

  private final List<String> sent;

  private IfMatch(List<String> sent) {
    this.sent = sent;
  }

  static IfMatch of(HttpServletRequest request) {
    return of(Collections.list(request.getHeaders(HEADER)));
  }

  static IfMatch of(List<String> sent) {
    return new IfMatch(sent);
  }

  /**
   * The versions that are meant; to be asked for once the rest of the request is read.
   *
   * @throws Refusal if nothing is said of it, or in no readable way
   */
  public Expected expected() {
    if (sent.isEmpty()) {
      throw Refusal.of(
          ProblemType.PRECONDITION_REQUIRED, "If-Match has to name the version that is meant");
    }
    var all = String.join(", ", sent).strip();
    if (all.equals("*")) {
      return new Expected.Any();
    }
    if (!TAGS.matcher(all).matches() || all.chars().filter(c -> c == ',').count() >= MAX_TAGS) {
      throw RequestText.malformed("If-Match must be * or a list of entity tags in double quotes");
    }
    var versions = new HashSet<Long>();
    OURS.matcher(all).results().forEach(tag -> versions.add(Long.valueOf(tag.group(1))));
    return new Expected.OneOf(versions);
  }

  /** The thing is not what was expected. */
  public static Refusal stale() {
    return Refusal.of(
        ProblemType.PRECONDITION_FAILED, "It was changed meanwhile, or If-Match names another");
  }
}
