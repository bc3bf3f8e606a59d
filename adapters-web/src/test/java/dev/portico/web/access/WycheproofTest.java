package dev.portico.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JW-1: the vectors of Project Wycheproof through what verifies our tokens. It knows ES256 alone,
 * so a vector by any other algorithm is refused, good or bad.
 */
class WycheproofTest {

  /** A signature, the keys it may be by, and whether it is good. */
  private record Vector(int id, String jws, JsonNode keys, boolean good) {

    boolean isByOurs() {
      return keys.valueStream().allMatch(key -> key.path("alg").asString("").equals("ES256"));
    }

    boolean isTaken() {
      return CompactJws.payload(jws, this::find).isPresent();
    }

    /** As our own keys are found: by name, whatever else the header says. */
    private Optional<ECKey> find(JWSHeader header) throws ParseException {
      for (var key : keys) {
        if (key.path("kid").asString("").equals(header.getKeyID())) {
          return Optional.of(ECKey.parse(key.toString()));
        }
      }
      return Optional.empty();
    }
  }

  @ParameterizedTest(name = "JW-1 {0}")
  @CsvSource({
    "json_web_signature_test, 401, 355, 2",
    "json_web_crypto_test, 83, 77, 1",
    "json_web_key_test, 26, 21, 0"
  })
  void takesWhatIsGoodByEs256AndNothingElse(String file, int all, int bad, int byOurs)
      throws IOException {
    var vectors = read(file);

    assertThat(vectors).hasSize(all);
    assertThat(vectors).filteredOn(vector -> !vector.good()).hasSize(bad);
    assertThat(vectors)
        .filteredOn(Vector::isTaken)
        .hasSize(byOurs)
        .allMatch(Vector::good)
        .allMatch(Vector::isByOurs);
    assertThat(vectors)
        .filteredOn(vector -> vector.good() && vector.isByOurs())
        .hasSize(byOurs)
        .allMatch(Vector::isTaken);
  }

  private static List<Vector> read(String file) throws IOException {
    var vectors = new ArrayList<Vector>();
    try (InputStream in =
        WycheproofTest.class.getResourceAsStream("wycheproof/" + file + ".json")) {
      for (var group : new JsonMapper().readTree(Objects.requireNonNull(in)).path("testGroups")) {
        group.path("tests").forEach(test -> vectors.add(vector(test, keys(group))));
      }
    }
    return vectors;
  }

  private static Vector vector(JsonNode test, JsonNode keys) {
    var text = test.has("jws") ? test.path("jws") : test.path("jwe");
    return new Vector(
        test.path("tcId").intValue(),
        text.isString() ? text.stringValue() : text.toString(),
        keys,
        test.path("result").asString().equals("valid"));
  }

  /** A set, or one as a set; what is public of them where that is said apart. */
  private static JsonNode keys(JsonNode group) {
    var key =
        Stream.of("public", "private")
            .map(group::path)
            .filter(JsonNode::isObject)
            .findFirst()
            .orElseThrow();
    return key.has("keys") ? key.path("keys") : new JsonMapper().createArrayNode().add(key);
  }
}
