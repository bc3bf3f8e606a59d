package dev.portico.bootstrap;

import dev.portico.web.shared.ServerRefusals;
import dev.portico.web.shared.SocketThreads;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.apache.tomcat.websocket.server.Constants;
import org.apache.tomcat.websocket.server.WsContextListener;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/** The HTTP server: Tomcat, a virtual thread a request, and limits on what a client may cost. */
@Configuration(proxyBeanMethods = false)
class HttpServer {

  /** How long a client may pause inside a request, in milliseconds. */
  private static final int READ_TIMEOUT_MS = 10_000;

  /** How long an idle connection is kept, in milliseconds. */
  private static final int KEEP_ALIVE_MS = 60_000;

  private static final int MAX_KEEP_ALIVE_REQUESTS = 10_000;

  /** How many connections there may be beside the sockets of the chat; Tomcat's own default. */
  private static final int MAX_CONNECTIONS = 8_192;

  /**
   * How much of a refused body is read off, in bytes, so that the client gets to read the refusal
   * instead of finding the connection reset.
   */
  private static final int MAX_SWALLOW_BYTES = 64 << 20;

  /** How long requests under way at shutdown may take to their end, in milliseconds. */
  private static final long DRAIN_MS = 25_000;

  /** In characters for text, in bytes for all else. */
  private static final String SOCKET_BUFFER = "512";

  @Bean
  TomcatServletWebServerFactory webServerFactory(Settings settings, ServerRefusals refusals) {
    var valve = new ConnectorRefusals(refusals);
    var factory =
        new TomcatServletWebServerFactory(settings.port()) {
          @Override
          protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
            var host = (StandardHost) tomcat.getHost();
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(valve);
            return super.getTomcatWebServer(tomcat);
          }
        };
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.setRegisterDefaultServlet(false);
    factory.addConnectorCustomizers(connector -> limit(connector, settings));
    factory.addContextCustomizers(HttpServer::openToSockets);
    return factory;
  }

  @Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
  DefaultLifecycleProcessor lifecycle() {
    var lifecycle = new DefaultLifecycleProcessor();
    lifecycle.setTimeoutPerShutdownPhase(DRAIN_MS);
    return lifecycle;
  }

  @Bean
  RequestUpgradeStrategy upgrades() {
    return new TomcatUpgrade();
  }

  @Bean
  SocketThreads socketThreads() {
    return new SocketThreads(task -> Thread.ofVirtual().name("socket").start(task));
  }

  /** A socket holds these buffers as long as it is open; frames are taken in pieces of them. */
  private static void openToSockets(Context context) {
    context.addParameter(Constants.TEXT_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, SOCKET_BUFFER);
    context.addParameter(Constants.BINARY_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, SOCKET_BUFFER);
    context.addApplicationListener(WsContextListener.class.getName());
  }

  private static void limit(Connector connector, Settings settings) {
    // Refused further in, in our words and with Allow.
    connector.setAllowTrace(true);
    connector.setXpoweredBy(false);
    connector.setProperty("connectionTimeout", Integer.toString(READ_TIMEOUT_MS));
    connector.setProperty("keepAliveTimeout", Integer.toString(KEEP_ALIVE_MS));
    connector.setProperty("maxKeepAliveRequests", Integer.toString(MAX_KEEP_ALIVE_REQUESTS));
    // Sockets stay; there have to be connections left for requests.
    int connections = MAX_CONNECTIONS + settings.chat().sockets();
    connector.setProperty("maxConnections", Integer.toString(connections));
    // A client that asks first is told no before it sends what is too large.
    connector.setProperty("continueResponseTiming", "onRead");
    connector.setProperty("maxSwallowSize", Integer.toString(MAX_SWALLOW_BYTES));
    if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
      protocol.setExecutor(new VirtualThreadExecutor("http-"));
    }
  }
}
