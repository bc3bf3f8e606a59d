package dev.portico.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads what a request carries as bytes, and bytes as text, and stands for no nonsense. */
final class RequestText {

  private RequestText() {}

  /**
   * The whole body, counted as it comes in, so that a chunked one cannot outgrow the limit.
   *
   * @throws Refusal if it is too large, or does not come in as it should
   */
  static byte[] body(HttpServletRequest request) {
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(RequestGuard.MAX_BODY_BYTES + 1);
    } catch (IOException brokenOff) {
      // The client went away, was too slow, or broke the rules of chunks; nothing of ours failed.
      throw malformed("The body broke off").with("Connection", "close");
    }
    if (body.length > RequestGuard.MAX_BODY_BYTES) {
      throw RequestGuard.tooLarge();
    }
    return body;
  }

  /**
   * The bytes as UTF-8.
   *
   * @throws Refusal if they are not
   */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed("The request is not in UTF-8");
    }
  }

  /**
   * The text, unless it holds what no text may: NUL, which PostgreSQL cannot keep, and unpaired
   * surrogates, which UTF-8 cannot write.
   */
  static String clean(String text) {
    if (text.indexOf('\0') >= 0) {
      throw malformed("The request holds a NUL character");
    }
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw malformed("The request holds half of a surrogate pair");
    }
    return text;
  }

  static Refusal malformed(String detail) {
    return Refusal.of(ProblemType.MALFORMED_REQUEST, detail);
  }
}
