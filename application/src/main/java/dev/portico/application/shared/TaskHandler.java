package dev.portico.application.shared;

import dev.portico.domain.shared.Task;
import java.util.function.Consumer;

/**
 * Who does the tasks of one kind.
 *
 * @param work does a task, or throws where it has to be tried again, {@link Rejected} where that is
 *     of no use; may be run more than once for one task, since a crash can come between the work
 *     and its being noted; opens the transactions that it needs itself
 */
public record TaskHandler(String kind, Consumer<Task> work) {}
