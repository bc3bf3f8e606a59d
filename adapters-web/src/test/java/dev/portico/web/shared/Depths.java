package dev.portico.web.shared;

import java.net.URI;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Which depth this run of the tests is at: one for the whole JVM. */
final class Depths {

  private static final String DEPTH = "portico.depth";
  private static final String URL = "portico.url";

  private static final class Chosen {
    static final Depth DEPTH = choose();
  }

  private Depths() {}

  static Depth chosen() {
    return Chosen.DEPTH;
  }

  private static Depth choose() {
    var url = System.getProperty(URL, "");
    if (!url.isEmpty()) {
      return new UrlDepth(URI.create(url.replaceFirst("/$", "")));
    }
    var name = System.getProperty(DEPTH, "fakes");
    var offered =
        ServiceLoader.load(Depth.class).stream().map(ServiceLoader.Provider::get).toList();
    return offered.stream()
        .filter(depth -> depth.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "%s is \"%s\", and this module offers: %s"
                    .formatted(
                        DEPTH,
                        name,
                        offered.stream().map(Depth::name).collect(Collectors.joining(", ")))));
  }
}
