package dev.portico.web.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The files behind {@code /docs}: two pages of ours, and Swagger UI's script and style. */
final class DocsFiles {

  private static final String OURS = "/dev/portico/web/docs/";
  private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

  /** Everything that may be asked for, and where it is; nothing else is ever looked up. */
  private static final Map<String, Asset> ASSETS =
      Map.of(
          "docs.js", new Asset("text/javascript", OURS + "docs.js"),
          "docs.css", new Asset("text/css", OURS + "docs.css"),
          "swagger-ui.css", new Asset("text/css", SWAGGER + "swagger-ui.css"),
          "swagger-ui-bundle.js", new Asset("text/javascript", SWAGGER + "swagger-ui-bundle.js"));

  /** A file by its place on the class path. */
  record Asset(String mediaType, String path) {

    byte[] content() {
      return read(path);
    }
  }

  private DocsFiles() {}

  static Optional<Asset> asset(String name) {
    return Optional.ofNullable(ASSETS.get(name));
  }

  static byte[] page() {
    return read(OURS + "docs.html");
  }

  /** The page that the type of every problem leads to. */
  static byte[] problems() {
    var entries =
        Arrays.stream(ProblemType.values())
            .map(type ->
                "<section id=\"%s\"><h2>%d %s</h2><p>%s</p></section>"
                    .formatted(type.slug(), type.status(), type.title(), type.explanation()))
            .collect(Collectors.joining("\n"));
    var page = new String(read(OURS + "problems.html"), StandardCharsets.UTF_8);
    return page.replace("<!-- problems -->", entries).getBytes(StandardCharsets.UTF_8);
  }

  private static String version() {
    var properties = new Properties();
    try (var in =
        DocsFiles.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(Objects.requireNonNull(in, "swagger-ui is not on the class path"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }

  private static byte[] read(String path) {
    try (var in = DocsFiles.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
