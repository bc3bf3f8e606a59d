package dev.portico.web.shared;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.portico.testkit.TestScope;
import dev.portico.testkit.TestTasks;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Reaches the service through its real filter and dispatcher, without a socket. */
public final class DispatcherClient extends TestClient {

  private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private final MockMvc mvc;
  private final TestScope scope;

  /** The one way in, which takes a while to make; every test's client goes by it. */
  record Door(MockMvc mvc) {

    Door(WebApplicationContext context) {
      this(
          MockMvcBuilders.webAppContextSetup(context)
              .addFilters(context.getBean(EdgeFilter.class))
              .addDispatcherServletCustomizer(SharedWeb::configure)
              .build());
    }
  }

  DispatcherClient(Door door, TestScope scope) {
    mvc = door.mvc();
    this.scope = scope;
  }

  @Override
  protected TestResponse exchange(TestRequest request) {
    try {
      var result = scope.call(() -> mvc.perform(builder(request)).andReturn());
      scope.find(TestTasks.class).ifPresent(TestTasks::afterAnswer);
      var answer =
          response(result.getResponse())
              .because(Optional.ofNullable(result.getResolvedException()));
      return "HEAD".equals(request.method()) ? answer.withoutBody() : answer;
    } catch (Exception failure) {
      throw new AssertionError("no answer to " + request.target(), failure);
    }
  }

  @Override
  protected Opening handshake(TestRequest request) {
    var place = new AtomicReference<@Nullable InMemorySession>();
    try {
      var builder = builder(request).requestAttr(InMemoryUpgrade.PLACE, place);
      var answer = response(scope.call(() -> mvc.perform(builder).andReturn()).getResponse());
      var session = place.get();
      if (session == null) {
        return new Opening(answer, Optional.empty());
      }
      // Not before the request is answered, as in a container.
      session.open();
      var socket = new TestSocket(request.target(), answer, session.inbox(), session);
      return new Opening(answer, Optional.of(socket));
    } catch (Exception failure) {
      throw new AssertionError("no answer to " + request.target(), failure);
    }
  }

  private static MockHttpServletRequestBuilder builder(TestRequest request) {
    var builder =
        request(HttpMethod.valueOf(request.method()), URI.create("/"))
            // As they come, as from a container; a URI would be particular about them.
            .with(raw -> {
              raw.setRequestURI(request.path());
              raw.setQueryString(request.query());
              return raw;
            });
    var content = request.content();
    if (!content.mediaType().isEmpty()) {
      builder.header("Content-Type", content.mediaType());
    }
    builder.content(content.bytes());
    var headers = request.headers();
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equalsIgnoreCase("Cookie")) {
        for (var cookie : cookies(headers.get(i + 1))) {
          builder.cookie(cookie);
        }
      } else {
        builder.header(headers.get(i), headers.get(i + 1));
      }
    }
    return builder;
  }

  /** As a container reads them: what is no cookie is passed over. */
  private static Cookie[] cookies(String header) {
    return List.of(header.split("; *", -1)).stream()
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && COOKIE_NAME.matcher(pair[0]).matches())
        .map(pair -> new Cookie(pair[0], pair[1]))
        .toArray(Cookie[]::new);
  }

  private static TestResponse response(MockHttpServletResponse response) {
    return new TestResponse(
        response.getStatus(),
        response.getHeaderNames().stream()
            .collect(
                toUnmodifiableMap(
                    name -> name.toLowerCase(Locale.ROOT), response::getHeaders, (a, _) -> a)),
        response.getContentAsByteArray());
  }
}
