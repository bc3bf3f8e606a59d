package dev.portico.bootstrap;

import dev.portico.testkit.TestScope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Lets the thread of a request work for the test that the request names. */
final class ScopeFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var id = ((HttpServletRequest) request).getHeader(TestScope.HEADER);
    if (id == null) {
      chain.doFilter(request, response);
      return;
    }
    try (var _ = TestScope.of(id).bind()) {
      chain.doFilter(request, response);
    }
  }
}
