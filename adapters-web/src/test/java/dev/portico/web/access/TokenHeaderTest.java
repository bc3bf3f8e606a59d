package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.portico.application.access.port.SigningKeys;
import dev.portico.domain.access.SigningKey;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of tokens: rows JW-2 to JW-6 of the security requirements. */
class TokenHeaderTest extends ForgedTokens {

  @Test
  void acceptWhatTheForgeMakesUnchanged() {
    assertGenuine(withHeader(header -> header));
  }

  @ParameterizedTest(name = "JW-2 alg {0}")
  @ValueSource(
      strings = {
        "\"none\"",
        "\"None\"",
        "\"noNE\"",
        "\"\"",
        "1",
        "[\"ES256\"]",
        "null",
        "\"HS256\"",
        "\"RS256\"",
        "\"ES384\"",
        "\"es256\""
      })
  void refuseAnyOtherAlgorithm(String alg) {
    var payload = withHeader(header -> header).split("\\.", -1)[1];
    var header =
        "{\"alg\":" + alg + ",\"typ\":\"at+jwt\",\"kid\":\"" + forge.key().getKeyID() + "\"}";
    var signature = withHeader(builder -> builder).split("\\.", -1)[2];

    assertNotGenuine(base64(header) + "." + payload + ".");
    assertNotGenuine(base64(header) + "." + payload + "." + signature);
  }

  @Test
  void refuseAHeaderWithoutAlgorithm() {
    var payload = withHeader(header -> header).split("\\.", -1)[1];

    assertNotGenuine(base64("{\"typ\":\"at+jwt\"}") + "." + payload + ".AAAA");
  }

  @Test
  void refuseAnHmacKeyedWithThePublicKey() throws Exception {
    // JW-3
    var key = forge.key().toPublicJWK();
    var der = key.toECPublicKey().getEncoded();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    var secrets =
        List.of(
            der,
            pem.getBytes(StandardCharsets.US_ASCII),
            key.toJSONString().getBytes(StandardCharsets.UTF_8),
            key.getX().decode());
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    for (var secret : secrets) {
      var padded = Arrays.copyOf(secret, Math.max(32, secret.length));
      assertNotGenuine(
          TokenForge.signed(header, "{\"sub\":\"" + alice + "\"}", new MACSigner(padded)));
    }
  }

  @Test
  void refuseAnotherKeyUnderTheRightName() throws Exception {
    var other = new ECKeyGenerator(Curve.P_256).generate();

    assertNotGenuine(
        TokenForge.signed(
            forge.header().build(), "{\"sub\":\"" + alice + "\"}", TokenForge.signer(other)));
  }

  @ParameterizedTest(name = "JW-4 kid {0}")
  @ValueSource(strings = {"", "' OR 1=1--", "../../dev/null", "unknown", "a\u0000b"})
  void refuseAnUnknownKeyName(String kid) {
    assertNotGenuine(withHeader(header -> header.keyID(kid)));
  }

  @Test
  void refuseAKeyNameThatIsMissingOrHuge() {
    assertNotGenuine(withHeader(header -> header.keyID(null)));
    assertNotGenuine(withHeader(header -> header.keyID("k".repeat(10_240))));
  }

  @Test
  void readTheStoreOnceAMinuteForUnknownKeys() {
    // JW-4
    var store = new CountingKeys(fakes.signingKeys);
    var reader = new TokenReader(new TokenKeys(store, new NimbusKeyGenerator(), time), ISSUER);
    for (int i = 0; i < 1_000; i++) {
      var name = "unknown-" + i;
      assertThat(reader.read(withHeader(header -> header.keyID(name)))).isEmpty();
    }
    assertThat(store.reads).hasValue(1);

    time.advance(Duration.ofMinutes(1));
    assertThat(reader.read(withHeader(header -> header.keyID("unknown")))).isEmpty();
    assertThat(store.reads).hasValue(2);
  }

  @Test
  void refuseKeysAndAddressesInTheHeader() throws Exception {
    // JW-4: nothing is ever fetched, and a key that a token brings along proves nothing.
    var own = new ECKeyGenerator(Curve.P_256).keyID(forge.key().getKeyID()).generate();
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/keys");
      for (UnaryOperator<JWSHeader.Builder> change :
          List.<UnaryOperator<JWSHeader.Builder>>of(
              header -> header.jwkURL(address),
              header -> header.x509CertURL(address),
              header -> header.jwk(own.toPublicJWK()))) {
        assertNotGenuine(withHeader(change));
        assertNotGenuine(
            TokenForge.signed(
                change.apply(forge.header()).build(),
                "{\"sub\":\"" + alice + "\"}",
                TokenForge.signer(own)));
      }
      listener.setSoTimeout(1);
      assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void refuseCriticalAndUnencodedExtensions() {
    // JW-5
    assertNotGenuine(
        withHeader(header -> header.criticalParams(Set.of("foo")).customParam("foo", 1)));
    assertNotGenuine(withHeader(header -> header.criticalParams(Set.of("exp"))));
    assertNotGenuine(withRawHeader(",\"crit\":[]"));
    assertNotGenuine(withRawHeader(",\"alg\":\"ES256\",\"crit\":null"));
    assertGenuine(withRawHeader(""));
    assertNotGenuine(
        withHeader(header -> header.base64URLEncodePayload(false).criticalParams(Set.of("b64"))));
  }

  /** A good token whose header has this in it too, though our library would not write it. */
  private String withRawHeader(String more) {
    var header =
        base64(
            "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"%s}"
                .formatted(forge.key().getKeyID(), more));
    var input = header + "." + withHeader(builder -> builder).split("\\.", -1)[1];
    try {
      var signature =
          TokenForge.signer(forge.key())
              .sign(forge.header().build(), input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + signature;
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @ParameterizedTest(name = "JW-6 typ {0}")
  @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt", "Application/AT+jwt"})
  void acceptTheTypeOfAnAccessToken(String type) {
    assertGenuine(withHeader(header -> header.type(new JOSEObjectType(type))));
  }

  @ParameterizedTest(name = "JW-6 typ {0}")
  @ValueSource(strings = {"JWT", "rt+jwt", "reset+jwt", "verify+jwt", "at", "at+jwt "})
  void refuseAnyOtherType(String type) {
    assertNotGenuine(withHeader(header -> header.type(new JOSEObjectType(type))));
  }

  @Test
  void refuseAMissingType() {
    assertNotGenuine(withHeader(header -> header.type(null)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class CountingKeys implements SigningKeys {

    private final SigningKeys keys;
    private final AtomicInteger reads = new AtomicInteger();

    CountingKeys(SigningKeys keys) {
      this.keys = keys;
    }

    @Override
    public List<SigningKey> all() {
      reads.incrementAndGet();
      return keys.all();
    }

    @Override
    public boolean addIfFree(SigningKey key) {
      return keys.addIfFree(key);
    }

    @Override
    public void withdraw(Collection<String> ids, Instant at) {
      keys.withdraw(ids, at);
    }

    @Override
    public void remove(Collection<String> ids) {
      keys.remove(ids);
    }
  }
}
