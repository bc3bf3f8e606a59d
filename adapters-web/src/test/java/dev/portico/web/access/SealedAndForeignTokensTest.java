package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JW-9 and JW-10: what is no signature in compact form is refused unread, and at no cost. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SealedAndForeignTokensTest extends ForgedTokens {

  private static String base64(String text) {
    return Base64URL.encode(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private String header(String members) {
    return base64(
        "{\"typ\":\"at+jwt\",\"kid\":\"%s\",%s}".formatted(forge.key().getKeyID(), members));
  }

  @Test
  void countNoIterationsForAnybody() {
    // JW-10: as many as fit would take an hour.
    var header =
        header(
            "\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2s\":\"c2FsdHNhbHQ\","
                + "\"p2c\":2147483647");

    assertNotGenuine(header + ".AAAA.AAAA.AAAA.AAAA");
    assertNotGenuine(header + ".AAAA.AAAA");
  }

  @Test
  void inflateNothing() throws Exception {
    // JW-10: sealed for our own key, so that only its form is against it.
    var bomb =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .keyID(forge.key().getKeyID())
                .build(),
            new Payload("0".repeat(50_000_000)));
    bomb.encrypt(new ECDHEncrypter(forge.key().toECPublicKey()));
    var small =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .keyID(forge.key().getKeyID())
                .build(),
            new Payload(withHeader(builder -> builder)));
    small.encrypt(new ECDHEncrypter(forge.key().toECPublicKey()));

    assertNotGenuine(bomb.serialize());
    assertNotGenuine(small.serialize());
  }

  @Test
  void haveNoJsonForm() {
    // JW-10
    var good = withHeader(header -> header);
    var parts = List.of(good.split("\\.", -1));
    var flattened =
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
            .formatted(parts.get(0), parts.get(1), parts.get(2));
    var general =
        "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
            .formatted(parts.get(1), parts.get(0), parts.get(2));

    assertGenuine(good);
    for (var odd : List.of(flattened, general, "[" + flattened + "]", "\"" + good + "\"")) {
      assertNotGenuine(odd);
      assertNotGenuine(base64(odd));
      assertNotGenuine(base64(odd) + ".AAAA.AAAA");
    }
  }

  @Test
  void costNothingHoweverLongOrDeep() {
    // JW-9: 600 of them in less than 20 ms each, and no stack overflows.
    var deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    var tokens =
        List.of(
            header("\"alg\":\"ES256\"") + "." + base64(deep) + ".AAAA",
            header("\"alg\":\"ES256\"") + "." + base64("x".repeat(100 * 1024)) + ".AAAA",
            header("\"alg\":\"ES256\",\"x\":\"" + "x".repeat(20 * 1024) + "\"") + ".e30.AAAA",
            base64(deep) + ".e30.AAAA",
            // As deep as what is read at all can be.
            base64("[".repeat(1_000)) + ".e30.AAAA",
            base64("{\"alg\":" + "[".repeat(900)) + ".e30.AAAA");
    assertNotGenuine(tokens.getFirst());

    long begun = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      tokens.forEach(this::assertNotGenuine);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
  }
}
