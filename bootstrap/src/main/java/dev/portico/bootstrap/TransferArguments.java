package dev.portico.bootstrap;

import dev.portico.bootstrap.transfer.UserFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code import} and {@code export} are told.
 *
 * @param report where refused lines are listed
 * @param onTerminal whether a person watches
 */
record TransferArguments(
    Direction direction,
    Path file,
    UserFormat format,
    Path report,
    boolean onTerminal,
    RawSettings settings) {

  /** Into the database or out of it. */
  enum Direction {
    IMPORT,
    EXPORT
  }

  private static final String FORMAT = "--format=";
  private static final String REPORT = "--report=";
  private static final String TERMINAL = "terminal";

  /** Whether the command line is one of a transfer. */
  static boolean isOne(List<String> commandLine) {
    return !commandLine.isEmpty() && List.of("import", "export").contains(commandLine.getFirst());
  }

  /**
   * Reads the command line: {@code import FILE [--format=csv] [--report=FILE] [--name=value ...]}.
   *
   * @throws StartRefused if it is no such line
   */
  static TransferArguments of(
      Map<String, String> environment, Map<String, String> properties, List<String> commandLine) {
    var direction = commandLine.getFirst().equals("import") ? Direction.IMPORT : Direction.EXPORT;
    var files = new ArrayList<String>();
    var settings = new ArrayList<String>();
    Optional<String> format = Optional.empty();
    Optional<String> report = Optional.empty();
    for (var argument : commandLine.subList(1, commandLine.size())) {
      if (argument.startsWith(FORMAT)) {
        format = Optional.of(argument.substring(FORMAT.length()));
      } else if (argument.startsWith(REPORT)) {
        report = Optional.of(argument.substring(REPORT.length()));
      } else if (argument.startsWith("--")) {
        settings.add(argument);
      } else {
        files.add(argument);
      }
    }
    if (files.size() != 1) {
      throw new StartRefused("Name one file, as in: ./portico import users.csv");
    }
    var file = path(files.getFirst());
    return new TransferArguments(
        direction,
        file,
        format(format, file),
        path(report.orElse(file + ".refused.csv")),
        properties.containsKey(TERMINAL),
        RawSettings.collect(environment, properties, settings));
  }

  private static UserFormat format(Optional<String> name, Path file) {
    return name.map(UserFormat::named)
        .orElseGet(() -> UserFormat.of(file))
        .orElseThrow(() ->
            new StartRefused(
                "Say how the users stand in the file: --format=csv, jsonl, keycloak or django."));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException odd) {
      throw new StartRefused("A file is named that no file can be called.");
    }
  }
}
