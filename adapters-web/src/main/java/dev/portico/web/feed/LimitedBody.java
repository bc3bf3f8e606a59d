package dev.portico.web.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * The body of an answer, counted while it comes in. Once there is more of it than wanted, the
 * connection is given up: what a peer announces about the length proves nothing.
 */
final class LimitedBody implements BodySubscriber<byte[]> {

  private final int maxBytes;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

  /**
   * A body yet to come.
   *
   * @param maxBytes how much of it is wanted
   */
  LimitedBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A body that nobody wants, whatever it is. */
  static LimitedBody refused(String reason) {
    var body = new LimitedBody(0);
    body.whole.completeExceptionally(new IOException(reason));
    return body;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription toThis) {
    if (subscription.complete(toThis) && !whole.isDone()) {
      toThis.request(Long.MAX_VALUE);
    } else {
      toThis.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (var part : parts) {
      if (whole.isDone()) {
        return;
      }
      if (part.remaining() > maxBytes - read.size()) {
        fail(new IOException("more than " + maxBytes + " bytes"));
        return;
      }
      var bytes = new byte[part.remaining()];
      part.get(bytes);
      read.writeBytes(bytes);
    }
  }

  private void fail(IOException tooMuch) {
    whole.completeExceptionally(tooMuch);
    subscription.join().cancel();
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(read.toByteArray());
  }
}
