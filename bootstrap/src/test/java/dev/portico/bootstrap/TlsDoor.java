package dev.portico.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Where a server of a test listens by TLS, with a certificate that another process can trust. */
final class TlsDoor {

  private static final String PASSWORD = "of-a-key-store";

  private final Path store;

  private TlsDoor(Path store) {
    this.store = store;
  }

  /** Makes a certificate for 127.0.0.1 and keeps it in this folder. */
  static TlsDoor in(Path folder) throws IOException, InterruptedException {
    var store = folder.resolve("door.p12").toAbsolutePath();
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "door",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.out").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("keytool.out")));
    }
    return new TlsDoor(store);
  }

  /** Begins to listen at a free port of 127.0.0.1. */
  ServerSocket open() throws IOException, GeneralSecurityException {
    var kept = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      kept.load(file, PASSWORD.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(kept, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  /** What makes a JVM trust this door and no other. */
  String trustedBy() {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(store, PASSWORD);
  }
}
