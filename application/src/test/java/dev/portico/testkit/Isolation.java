package dev.portico.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rung a test, or a class of tests, needs where it runs on PostgreSQL; {@link Rung#SANDBOX} if
 * it says nothing. Over fakes and against a URL it changes nothing.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Isolation {
  Rung value();
}
