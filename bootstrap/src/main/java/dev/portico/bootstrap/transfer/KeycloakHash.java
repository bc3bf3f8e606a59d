package dev.portico.bootstrap.transfer;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Keycloak keeps of a password, {@code credentialData} and {@code secretData}, written as one
 * string: passlib's for PBKDF2, the PHC's for Argon2.
 */
final class KeycloakHash {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Called the same by passlib. */
  private static final Set<String> PBKDF2 = Set.of("pbkdf2", "pbkdf2-sha256", "pbkdf2-sha512");

  /** Of no form that anyone reads, so that it is reported as such. */
  private static final String UNKNOWN = "keycloak";

  private KeycloakHash() {}

  static String encoded(JsonNode credential) {
    try {
      var how = MAPPER.readTree(credential.path("credentialData").asString(""));
      var what = MAPPER.readTree(credential.path("secretData").asString(""));
      return encoded(how, what.path("salt").asString(""), what.path("value").asString(""));
    } catch (JacksonException notJson) {
      return UNKNOWN;
    }
  }

  private static String encoded(JsonNode how, String salt, String value) {
    var algorithm = how.path("algorithm").asString("");
    long iterations = how.path("hashIterations").asLong(0);
    if (PBKDF2.contains(algorithm)) {
      return "$%s$%d$%s$%s".formatted(algorithm, iterations, unpadded(salt), unpadded(value));
    }
    return algorithm.equals("argon2")
        ? argon2(how.path("additionalParameters"), iterations, salt, value)
        : UNKNOWN;
  }

  private static String argon2(JsonNode parameters, long iterations, String salt, String value) {
    return "$argon2%s$v=%s$m=%s,t=%d,p=%s$%s$%s"
        .formatted(
            first(parameters, "type"),
            first(parameters, "version").equals("1.3") ? "19" : "16",
            first(parameters, "memory"),
            iterations,
            first(parameters, "parallelism"),
            unpadded(salt),
            unpadded(value));
  }

  /** Every parameter is a list of one. */
  private static String first(JsonNode parameters, String name) {
    return parameters.path(name).path(0).asString("");
  }

  private static String unpadded(String base64) {
    return base64.replaceAll("=+$", "");
  }
}
