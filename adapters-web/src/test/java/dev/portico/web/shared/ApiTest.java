package dev.portico.web.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the API, written once and run at every depth: over fakes in adapters-web, on PostgreSQL
 * in bootstrap, and against the service at {@code -Dportico.url}.
 *
 * <p>Constructor and methods may take a {@link ServiceUnderTest}, a {@link TestClient}, a {@link
 * TestUser}, {@link dev.portico.testkit.PortOverrides}, {@link dev.portico.testkit.TestTime},
 * {@link dev.portico.testkit.TestTasks} or {@link dev.portico.testkit.TestScope}; all of them are
 * the test's own.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("api")
@ExtendWith(ApiExtension.class)
public @interface ApiTest {}
