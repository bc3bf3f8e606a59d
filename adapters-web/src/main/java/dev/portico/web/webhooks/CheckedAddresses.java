package dev.portico.web.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a host's addresses up and lets none pass that is not admitted. The client connects to what
 * this gave it and looks nothing up itself, so that the address that was checked is the one that is
 * called, whatever the name leads to a moment later.
 */
final class CheckedAddresses implements DnsResolver {

  /** How long a name may take. */
  private static final long MOST_MILLIS = 3_000;

  /** Gives the addresses of a name. */
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** An address of the host is one that is never called. */
  static final class Forbidden extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    Forbidden() {
      super("the host has an address that is not called");
    }
  }

  private final Predicate<byte[]> admits;
  private final Lookup lookup;

  CheckedAddresses(Predicate<byte[]> admits, Lookup lookup) {
    this.admits = admits;
    this.lookup = lookup;
  }

  /** All of them, or none: whoever mixes them does so to have us try one after the other. */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = lookedUp(host);
    if (!Arrays.stream(addresses).allMatch(it -> admits.test(it.getAddress()))) {
      throw new Forbidden();
    }
    return addresses;
  }

  /** On a thread of its own, since nothing ends a lookup. */
  private InetAddress[] lookedUp(String host) throws UnknownHostException {
    var running = new FutureTask<>(() -> lookup.of(host));
    Thread.ofVirtual().name("lookup").start(running);
    try {
      return running.get(MOST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException failed) {
      throw unknown(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unknown(interrupted);
    }
  }

  private static UnknownHostException unknown(Exception cause) {
    var unknown = new UnknownHostException("the host has no address that could be found out");
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether the host has an address that is not called; {@code false} if it has none. */
  boolean isForbidden(String host) {
    try {
      return resolve(host).length == 0;
    } catch (Forbidden forbidden) {
      return true;
    } catch (IOException unknown) {
      return false;
    }
  }
}
