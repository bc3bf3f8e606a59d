package dev.portico.web.shared;

import dev.portico.application.shared.Fingerprint;
import dev.portico.application.shared.IdempotencyKey;
import dev.portico.application.shared.RunOnce;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Honours {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header). */
final class OnceRequests {

  private static final String HEADER = "Idempotency-Key";
  private static final String ANYONE = "anyone";
  private static final Pattern BARE = Pattern.compile("[!#-\\[\\]-~]{1,255}");
  private static final Pattern QUOTED = Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"");

  private final RunOnce runOnce;
  private final RequestSecret secret;

  OnceRequests(RunOnce runOnce, RequestSecret secret) {
    this.runOnce = runOnce;
    this.secret = secret;
  }

  /** This request, to be carried out at most once if its sender asked for that. */
  Once once(HttpServletRequest request, byte[] body) {
    var key =
        keyOf(request)
            .map(text -> new IdempotencyKey(callerOf(request), operationOf(request), text));
    // Keyed, because a plain digest of a body with a password in it could be guessed at.
    var texts =
        secret.each().map(one -> HexFormat.of().formatHex(one.mac("idempotency", body))).toList();
    return new Once(
        runOnce, key, new Fingerprint(texts.getFirst(), texts.subList(1, texts.size())));
  }

  private static Optional<String> keyOf(HttpServletRequest request) {
    var sent = Collections.list(request.getHeaders(HEADER));
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    var quoted = QUOTED.matcher(sent.getFirst());
    if (sent.size() == 1 && quoted.matches()) {
      return Optional.of(quoted.group(1));
    }
    if (sent.size() == 1 && BARE.matcher(sent.getFirst()).matches()) {
      return Optional.of(sent.getFirst());
    }
    throw RequestText.malformed(
        "Idempotency-Key must be one value of 1 to 255 visible ASCII characters, bare or quoted,"
            + " without quotes or backslashes in it");
  }

  private static String callerOf(HttpServletRequest request) {
    return Caller.of(request).map(caller -> caller.id().toString()).orElse(ANYONE);
  }

  private static String operationOf(HttpServletRequest request) {
    var path = request.getRequestURI();
    return request.getMethod() + " " + (path.endsWith("/") ? path : path + "/");
  }
}
