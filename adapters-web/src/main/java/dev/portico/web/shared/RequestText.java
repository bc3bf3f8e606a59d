package dev.portico.web.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads what a request carries as text, and stands for no nonsense. */
final class RequestText {

  private RequestText() {}

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
