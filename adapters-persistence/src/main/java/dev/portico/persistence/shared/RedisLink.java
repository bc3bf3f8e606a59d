package dev.portico.persistence.shared;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a server that nobody has to wait for. Lettuce by itself waits a minute for each
 * answer and queues without bound while there is no connection; here a command has a tenth of a
 * second, and a server that missed that is left alone for a second, after which one command tries.
 */
final class RedisLink implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMillis(100);
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final int QUEUED_AT_MOST = 1_000;
  private static final long WELL = 0;
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);

  private final RedisUrl url;
  private final ClientResources resources =
      ClientResources.builder().reconnectDelay(Delay.constant(PAUSE)).build();
  private final RedisClient client;

  /** In the system's nanoseconds; {@link #WELL} where there is nothing to be left alone for. */
  private final AtomicLong aloneUntil = new AtomicLong(WELL);

  private @Nullable Future<StatefulRedisConnection<String, String>> connection;

  RedisLink(RedisUrl url) {
    this.url = url;
    client = RedisClient.create(resources);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(QUEUED_AT_MOST)
            .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE.multipliedBy(3)).build())
            .build());
  }

  /** What the server says; empty where it says nothing in time, or is left alone. */
  <T> Optional<T> ask(Function<RedisAsyncCommands<String, String>, CompletionStage<T>> command) {
    if (!mayTry()) {
      return Optional.empty();
    }
    try {
      var commands = within(connection()).async();
      var answer = Optional.ofNullable(within(command.apply(commands).toCompletableFuture()));
      wasWell();
      return answer;
    } catch (ExecutionException | TimeoutException | RedisException failure) {
      leaveAlone(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static <T> T within(Future<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Of all who come once the pause is over, one tries; the others go on without. */
  private boolean mayTry() {
    long until = aloneUntil.get();
    return until == WELL
        || (System.nanoTime() - until >= 0 && aloneUntil.compareAndSet(until, pauseFromNow()));
  }

  private static long pauseFromNow() {
    long until = System.nanoTime() + PAUSE.toNanos();
    return until == WELL ? until + 1 : until;
  }

  private void leaveAlone(Exception failure) {
    if (aloneUntil.getAndSet(pauseFromNow()) == WELL) {
      LOG.warn("The cache at {} is left out: {}", url, failure.getClass().getSimpleName());
      LOG.debug("because", failure);
    }
  }

  private void wasWell() {
    if (aloneUntil.getAndSet(WELL) != WELL) {
      LOG.info("The cache at {} is back", url);
    }
  }

  /** One for all: it comes back by itself once it was there. */
  private synchronized Future<StatefulRedisConnection<String, String>> connection() {
    var present = connection;
    if (present == null || present.state() == Future.State.FAILED) {
      present =
          client
              .connectAsync(StringCodec.UTF8, url.within(PATIENCE.multipliedBy(3)))
              .toCompletableFuture();
      connection = present;
    }
    return present;
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, PAUSE);
    var _ = resources.shutdown(0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
