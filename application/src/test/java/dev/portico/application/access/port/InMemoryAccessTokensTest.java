package dev.portico.application.access.port;

class InMemoryAccessTokensTest extends AccessTokensContract {

  private final AccessTokens tokens = new InMemoryAccessTokens(time);

  @Override
  protected AccessTokens tokens() {
    return tokens;
  }
}
