package dev.portico.application.shared;

import java.util.Optional;

/**
 * What a request was answered, as far as a repetition of it must hear the same.
 *
 * @param status the protocol's own number for the result
 * @param location where the thing made can be found
 */
public record Answer(int status, Optional<String> location, String body) {}
