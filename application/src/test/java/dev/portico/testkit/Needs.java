package dev.portico.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test, or a class of tests, needs; where that is not to be had it is skipped, and counted
 * with the reason. Needs that a parameter shows, such as {@link PortOverrides}, need not be said.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  Capability[] value();
}
