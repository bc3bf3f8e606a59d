package dev.portico.persistence.shared;

import dev.portico.application.shared.port.Cache;
import dev.portico.application.shared.port.CacheContract;

class CaffeineCacheTest extends CacheContract {

  private final Cache cache = new CaffeineCache(time);

  @Override
  protected Cache cache() {
    return cache;
  }
}
