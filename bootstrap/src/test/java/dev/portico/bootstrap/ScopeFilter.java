package dev.portico.bootstrap;

import dev.portico.testkit.TestScope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets the thread of a request work for the test that the request names. Each test has an address
 * of its own: what is counted by address would make them wait for each other.
 */
final class ScopeFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var id = ((HttpServletRequest) request).getHeader(TestScope.HEADER);
    if (id == null) {
      chain.doFilter(request, response);
      return;
    }
    var scope = TestScope.of(id);
    var costs = scope.find(RequestCosts.class);
    try (var _ = scope.bind();
        var counted = CountedStatements.begin();
        var cost = costs.map(RequestCosts::begin).orElse(null)) {
      chain.doFilter(new FromAnAddressOfItsOwn((HttpServletRequest) request, id), response);
      if (cost != null) {
        kind((HttpServletRequest) request, (HttpServletResponse) response)
            .ifPresent(kind -> cost.answered(kind, counted.sent()));
      }
    }
  }

  /** Route and status of an answer that is no refusal; without the last slash of a collection. */
  private static Optional<String> kind(HttpServletRequest request, HttpServletResponse response) {
    int status = response.getStatus();
    return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
        .filter(_ -> status / 100 == 2)
        .map(route ->
            "%s %s %d"
                .formatted(
                    request.getMethod(), route.toString().replaceFirst("(.)/$", "$1"), status));
  }

  private static final class FromAnAddressOfItsOwn extends HttpServletRequestWrapper {

    private final String address;

    FromAnAddressOfItsOwn(HttpServletRequest request, String scope) {
      super(request);
      int hash = scope.hashCode();
      address = "127.%d.%d.%d".formatted(hash >> 16 & 0xff, hash >> 8 & 0xff, hash & 0xff);
    }

    @Override
    public String getRemoteAddr() {
      return address;
    }
  }
}
