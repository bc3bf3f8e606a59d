package dev.portico.web.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor asks for the next page; null where this is the last one
 */
public record PageJson<T>(List<T> items, @Nullable String nextCursor) {}
