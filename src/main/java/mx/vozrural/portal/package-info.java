/** What everybody sees: the portal, and the pages where residents report and follow a need. */
@NullMarked
package mx.vozrural.portal;

import org.jspecify.annotations.NullMarked;
