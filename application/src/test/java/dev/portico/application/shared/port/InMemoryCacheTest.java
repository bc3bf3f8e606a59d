package dev.portico.application.shared.port;

class InMemoryCacheTest extends CacheContract {

  private final Cache cache = new InMemoryCache(time);

  @Override
  protected Cache cache() {
    return cache;
  }
}
