/**
 * Small houses with one mistake each, for the rules of {@code dev.portico.bootstrap.architecture}
 * to catch. A house is named after its mistake and mirrors the rings and features of the product.
 */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
