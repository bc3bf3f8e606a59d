package dev.portico.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.application.shared.port.StorageProbe;
import dev.portico.application.shared.port.StorageProbeContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcStorageProbeTest extends StorageProbeContract {

  @RegisterExtension final FreshDatabase fresh = new FreshDatabase();

  private final List<HikariDataSource> opened = new ArrayList<>();

  @AfterEach
  void closePools() {
    opened.forEach(HikariDataSource::close);
  }

  @Override
  protected StorageProbe probe() {
    return new JdbcStorageProbe(fresh.database().connections());
  }

  @Override
  protected StorageProbe probeOfAStoreThatIsAway() {
    // Nothing listens on port 1.
    return probeAt(1);
  }

  private StorageProbe probeAt(int port) {
    var url = DatabaseUrl.parse("postgresql://u:p@127.0.0.1:" + port + "/app").orThrow();
    var pool = new HikariDataSource(Database.poolOf(url, PoolSettings.DEFAULT, 18));
    opened.add(pool);
    return new JdbcStorageProbe(pool);
  }

  @Test
  void tellsWithinFiveSecondsThatItIsSilent() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var probe = probeAt(silent.getLocalPort());

      assertTimeout(Duration.ofSeconds(5), () -> assertThat(probe.answers()).isFalse());
    }
  }
}
