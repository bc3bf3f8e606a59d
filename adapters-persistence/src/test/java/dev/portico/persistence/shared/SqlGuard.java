package dev.portico.persistence.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the statements that would end a sandbox's transaction, or mean something else in it. */
final class SqlGuard {

  /** Comments, texts, quoted names and dollar-quoted bodies: what may hold any word. */
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"[^\"]*\"|\\$(\\w*)\\$.*?\\$\\1\\$",
          Pattern.DOTALL);

  private static final Pattern NOT_HERE =
      Pattern.compile(
          "(?:^|;)\\s*(begin|start transaction|commit|end|rollback|abort|savepoint|release"
              + "|prepare transaction|set local|set transaction|set session characteristics"
              + "|set constraints|listen|unlisten|discard)\\b",
          Pattern.CASE_INSENSITIVE);

  private SqlGuard() {}

  /** The words that do not work in a sandbox, if there are any. */
  static Optional<String> objection(String sql) {
    var code = NOT_CODE.matcher(sql).replaceAll(" ").strip();
    var found = NOT_HERE.matcher(code.replaceAll("\\s+", " "));
    return found.find() ? Optional.of(found.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
  }
}
