package dev.portico.persistence.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a sandbox has to know of a statement.
 *
 * @param objection the words that would end the sandbox's transaction, or mean something else in
 *     it, if there are any
 * @param onlyReads whether it certainly changes nothing, so that there is nothing to commit
 */
record SqlGuard(Optional<String> objection, boolean onlyReads) {

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

  /** In code in lower case. Letters of other alphabets are no words to a pattern. */
  private static final Pattern MAY_CHANGE =
      Pattern.compile(";|\\binto\\b|\\bfor (no key |key )?(update|share)\\b|[^\\p{ASCII}]");

  /** A quoted name may be that of a function, and an escaped quote does not end a text. */
  private static final Pattern MAY_HIDE = Pattern.compile("[\"\\\\]");

  private static final Pattern BEFORE_PARENTHESIS = Pattern.compile("([\\w.]+) ?\\(");

  /** All other words may be functions, which may do anything. */
  private static final Set<String> HARMLESS =
      Set.of(
          "and",
          "any",
          "as",
          "by",
          "cast",
          "coalesce",
          "count",
          "exists",
          "from",
          "greatest",
          "in",
          "least",
          "lower",
          "max",
          "min",
          "not",
          "on",
          "or",
          "select",
          "sum",
          "then",
          "where");

  /** A service has some hundred statements, which come again in every test. */
  private static final int MOST_KNOWN = 2_000;

  private static final Map<String, SqlGuard> KNOWN = new ConcurrentHashMap<>();

  static SqlGuard of(String sql) {
    var known = KNOWN.get(sql);
    if (known != null) {
      return known;
    }
    var found = find(sql);
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(sql, found);
    }
    return found;
  }

  private static SqlGuard find(String sql) {
    var code =
        NOT_CODE
            .matcher(sql)
            .replaceAll(" ")
            .replaceAll("\\s+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    var found = NOT_HERE.matcher(code);
    return new SqlGuard(
        found.find() ? Optional.of(found.group(1).toUpperCase(Locale.ROOT)) : Optional.empty(),
        code.startsWith("select ")
            && !MAY_HIDE.matcher(sql).find()
            && !MAY_CHANGE.matcher(code).find()
            && BEFORE_PARENTHESIS
                .matcher(code)
                .results()
                .allMatch(word -> HARMLESS.contains(word.group(1))));
  }
}
