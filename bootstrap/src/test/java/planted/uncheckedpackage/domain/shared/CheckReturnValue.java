package planted.uncheckedpackage.domain.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Does nothing wrong. */
@Target(ElementType.PACKAGE)
public @interface CheckReturnValue {}
