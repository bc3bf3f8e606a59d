package dev.portico.application.shared;

import dev.portico.domain.shared.CanIgnoreReturnValue;
import java.util.regex.Pattern;

/**
 * Where the work of this thread comes from. Whoever takes a request in says it once, around all
 * that follows; whoever writes down what happened asks for it. It decides nothing.
 *
 * @param address the client's, as far as clients are told apart; empty without a request
 * @param requestId the request's name; empty without one
 */
public record Origin(String address, String requestId) {

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9.:/_-]{0,64}");
  private static final ScopedValue<Origin> CURRENT = ScopedValue.newInstance();

  /** Nobody asked: background work, or the start of the service. */
  public static final Origin NONE = new Origin("", "");

  public Origin {
    if (!HARMLESS.matcher(address).matches() || !HARMLESS.matcher(requestId).matches()) {
      throw new IllegalArgumentException("an origin holds nothing that could break a line");
    }
  }

  /** That of the running work; {@link #NONE} where nobody has said any. */
  public static Origin current() {
    return CURRENT.orElse(NONE);
  }

  /** Does work that comes from here. */
  @CanIgnoreReturnValue
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
