package dev.portico.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings as they were written: on the command line ({@code --port=8000}), as system
 * properties ({@code -Dportico.port=8000}), in the environment ({@code PORT=8000}), or in a file
 * that the environment names ({@code SECRET_KEY_FILE=/run/secrets/key}). The first of these counts.
 */
final class RawSettings {

  private static final String PROPERTY_PREFIX = "portico.";

  /** Shorter names are too close to variables of other programs. */
  private static final int SHORTEST_TO_GUESS = 8;

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  private RawSettings() {}

  /**
   * Collects the settings.
   *
   * @throws StartRefused if one is given that does not exist, or a file cannot be read
   */
  static RawSettings collect(
      Map<String, String> environment, Map<String, String> properties, List<String> arguments) {
    var raw = new RawSettings();
    raw.fromEnvironment(environment);
    properties.forEach(raw::fromProperty);
    arguments.forEach(raw::fromArgument);
    return raw;
  }

  /** What was given; an empty value counts as none. */
  Optional<String> get(Setting setting) {
    return Optional.ofNullable(values.get(setting)).filter(value -> !value.isEmpty());
  }

  private void fromEnvironment(Map<String, String> environment) {
    environment.keySet().forEach(RawSettings::refuseNearMiss);
    for (var setting : Setting.values()) {
      var file = environment.get(setting.name() + Setting.FILE_SUFFIX);
      if (file != null && !file.isEmpty()) {
        values.put(setting, contents(setting, file));
      }
      var value = environment.get(setting.name());
      if (value != null && !value.isEmpty()) {
        values.put(setting, value);
      }
    }
  }

  private static String contents(Setting setting, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | RuntimeException unreadable) {
      throw new StartRefused(
          "The file that %s%s names cannot be read.".formatted(setting, Setting.FILE_SUFFIX));
    }
  }

  private void fromProperty(String name, String value) {
    if (name.startsWith(PROPERTY_PREFIX)) {
      put(name.substring(PROPERTY_PREFIX.length()), value, "-D" + name);
    }
  }

  private void fromArgument(String argument) {
    int equals = argument.indexOf('=');
    if (!argument.startsWith("--") || equals < 0) {
      throw new StartRefused(
          "A setting on the command line is written --name=value, as in --port=8000.");
    }
    var name = argument.substring(2, equals);
    put(name, argument.substring(equals + 1), "--" + name);
  }

  private void put(String property, String value, String asWritten) {
    var setting =
        Setting.ofProperty(property)
            .orElseThrow(() ->
                new StartRefused(
                    "%s is not a setting; there are: %s."
                        .formatted(printable(asWritten), known())));
    values.put(setting, value);
  }

  private static String known() {
    return Arrays.stream(Setting.values()).map(Setting::property).collect(Collectors.joining(", "));
  }

  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  /** A variable that is one letter away from a setting's name is meant to be one. */
  private static void refuseNearMiss(String variable) {
    for (var setting : Setting.values()) {
      var name = setting.name();
      if (name.length() >= SHORTEST_TO_GUESS
          && !Set.of(name, name + Setting.FILE_SUFFIX).contains(variable)
          && Spelling.isOneEditAway(variable, name)) {
        throw new StartRefused(
            "%s is not a setting; did you mean %s?".formatted(printable(variable), name));
      }
    }
  }
}
