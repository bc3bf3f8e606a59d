package dev.portico.application;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A contract that is to be run from within a test; whoever else comes across it skips it. */
@ExtendWith(Planted.FromWithin.class)
interface Planted {

  /** What came of a contract. */
  record Run(Events tests) {

    List<String> failed() {
      return tests.failed().stream().map(Run::methodOf).toList();
    }

    private static String methodOf(Event event) {
      return event.getTestDescriptor().getDisplayName().replaceFirst("\\(.*", "");
    }
  }

  /** Runs it, one test after the other. */
  static Run run(Class<? extends Planted> contract) {
    return new Run(
        EngineTestKit.engine("junit-jupiter")
            .selectors(DiscoverySelectors.selectClass(contract))
            .configurationParameters(
                Map.of(FromWithin.KEY, "true", "junit.jupiter.execution.parallel.enabled", "false"))
            .execute()
            .testEvents());
  }

  /** Holds for {@link #run} only. */
  final class FromWithin implements ExecutionCondition {

    private static final String KEY = "portico.planted";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
      return test.getConfigurationParameter(KEY).isPresent()
          ? ConditionEvaluationResult.enabled("run from within a test")
          : ConditionEvaluationResult.disabled("broken on purpose");
    }
  }
}
