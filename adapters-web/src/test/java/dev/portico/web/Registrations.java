package dev.portico.web;

import static dev.portico.web.shared.ServiceUnderTest.uniqueName;
import static dev.portico.web.shared.TestRequest.rawJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.web.shared.ServiceUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests to register, as tests vary them. */
final class Registrations {

  static final String PATH = "/auth/register";

  private Registrations() {}

  /** One that is right in everything. */
  static Map<String, Object> registration(String name) {
    var members = new LinkedHashMap<String, Object>();
    members.put("username", name);
    members.put("email", name + "@example.com");
    members.put("password", "TestPass123!");
    members.put("full_name", "Test User");
    return members;
  }

  /** One that is right in everything but perhaps this; the value may be null. */
  static Map<String, Object> registrationWith(String member, Object value) {
    var members = registration(uniqueName());
    members.put(member, value);
    return members;
  }

  /** The JSON text of one that is right, so that a test can spoil it. */
  static String registrationText(String name) {
    return """
    {"username":"%s","email":"%s@example.com","password":"TestPass123!","full_name":"X"}\
    """
        .formatted(name, name);
  }

  static void assertNobodyIsCalled(String name, ServiceUnderTest service) {
    assertThat(service.knows(name)).as(name).isFalse();
    assertThat(service.knows(name + "@example.com")).as(name).isFalse();
  }

  /** Sends the body, which must be refused as no JSON, betray nothing and change nothing. */
  static void assertMalformed(ServiceUnderTest service, byte[] body, String name) {
    assertRefusedAsMalformed(service, body, name);
    assertNobodyIsCalled(name, service);
  }

  /** The same, for those who see by themselves that nothing has changed. */
  static void assertRefusedAsMalformed(ServiceUnderTest service, byte[] body, String name) {
    var refused = service.client().post(PATH, rawJson(body)).expectStatus(400);

    assertThat(refused.text("/type")).endsWith("#malformed-request");
    assertThat(refused.body()).doesNotContain(name, "TestPass123!");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
