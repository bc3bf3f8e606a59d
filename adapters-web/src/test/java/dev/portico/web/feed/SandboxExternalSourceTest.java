package dev.portico.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.application.feed.port.ExternalSource;
import dev.portico.application.feed.port.ExternalSourceContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SandboxExternalSourceTest extends ExternalSourceContract {

  @Override
  protected ExternalSource source() {
    return new SandboxExternalSource();
  }

  @Override
  protected String held() {
    return SandboxExternalSource.JSON;
  }

  @Test
  void isLabelledAndJson() throws Exception {
    var document = SandboxExternalSource.JSON.getBytes(StandardCharsets.UTF_8);

    assertThat(SourceDocument.read(document).json()).startsWith("{\"sandbox\":true,");
  }
}
