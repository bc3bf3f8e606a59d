package dev.portico.web.shared;

import dev.portico.web.access.TokenSteps;
import dev.portico.web.users.UserSteps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Steps of requests that need no database, by name. A benchmark times them, and the bytes that they
 * allocate are held to a list. Each throws if it did not go well.
 */
public final class StepsOverFakes {

  private StepsOverFakes() {}

  public static Map<String, Supplier<?>> all() {
    var steps = new LinkedHashMap<>(TokenSteps.all());
    steps.putAll(UserSteps.all(new SharedWeb().jsonMapper()));
    return steps;
  }
}
