package dev.portico.bootstrap;

import dev.portico.testkit.TestScope;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

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
    try (var _ = TestScope.of(id).bind()) {
      chain.doFilter(new FromAnAddressOfItsOwn((HttpServletRequest) request, id), response);
    }
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
