package dev.portico.web.shared;

import dev.portico.web.shared.Authentication.Recognised;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/** A request to go on as a WebSocket (RFC 6455, section 4.2). */
public final class Handshake {

  private static final String RECOGNISED = Handshake.class.getName();
  private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";
  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  /** Sixteen bytes in Base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final RequestUpgradeStrategy strategy;

  private Handshake(
      HttpServletRequest request, HttpServletResponse response, RequestUpgradeStrategy strategy) {
    this.request = request;
    this.response = response;
    this.strategy = strategy;
  }

  /**
   * Reads the handshake.
   *
   * @throws Refusal if the request is none
   */
  static Handshake of(
      HttpServletRequest request, HttpServletResponse response, RequestUpgradeStrategy strategy) {
    if (!request.getMethod().equals("GET")
        || values(request, "Upgrade").noneMatch("websocket"::equalsIgnoreCase)
        || values(request, "Connection").noneMatch("upgrade"::equalsIgnoreCase)) {
      throw upgradeRequired("The address is that of a WebSocket");
    }
    if (!values(request, "Sec-WebSocket-Version").toList().equals(List.of("13"))) {
      throw upgradeRequired("The handshake must be of version 13")
          .with("Sec-WebSocket-Version", "13");
    }
    var keys = Collections.list(request.getHeaders("Sec-WebSocket-Key"));
    if (keys.size() != 1 || !KEY.matcher(keys.getFirst()).matches()) {
      throw RequestText.malformed("Sec-WebSocket-Key must be sixteen bytes in Base64");
    }
    return new Handshake(request, response, strategy);
  }

  private static Refusal upgradeRequired(String detail) {
    // Both, as RFC 9110, section 15.5.22, asks.
    return Refusal.of(ProblemType.UPGRADE_REQUIRED, detail)
        .with("Upgrade", "websocket")
        .with("Connection", "Upgrade");
  }

  private static Stream<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip);
  }

  static void remember(HttpServletRequest request, Recognised recognised) {
    request.setAttribute(RECOGNISED, recognised);
  }

  /** Who asks; empty where no credentials were shown. */
  public Optional<Recognised> recognised() {
    return Optional.ofNullable((Recognised) request.getAttribute(RECOGNISED));
  }

  /**
   * Opens the socket once this request is answered.
   *
   * @param subprotocol the one that is spoken; named in the answer if the client offered it
   * @param attributes what the handler finds in the session
   */
  public void accept(String subprotocol, WebSocketHandler handler, Map<String, Object> attributes) {
    boolean offered = values(request, SUBPROTOCOLS).anyMatch(subprotocol::equals);
    strategy.upgrade(
        new ServletServerHttpRequest(new WithoutExtensions(request)),
        new ServletServerHttpResponse(response),
        offered ? subprotocol : null,
        List.of(),
        null,
        handler,
        attributes);
  }

  /** Compression costs memory for every socket, and chat messages are short. */
  private static final class WithoutExtensions extends HttpServletRequestWrapper {

    WithoutExtensions(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(EXTENSIONS)
          ? Collections.emptyEnumeration()
          : super.getHeaders(name);
    }
  }
}
