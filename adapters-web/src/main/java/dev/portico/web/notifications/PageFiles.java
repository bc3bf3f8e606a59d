package dev.portico.web.notifications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files that pages are made of. */
final class PageFiles {

  private static final String FOLDER = "/dev/portico/web/pages/";

  /** Everything that pages may ask for; nothing else is ever looked up. */
  private static final Map<String, String> ASSETS =
      Map.of("pages.css", "text/css", "pages.js", "text/javascript");

  private PageFiles() {}

  /** The media type of what a page asks for; empty where there is no such file. */
  static Optional<String> typeOfAsset(String name) {
    return Optional.ofNullable(ASSETS.get(name));
  }

  /** A file that is there. */
  static byte[] read(String name) {
    try (var in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
