/** Reports: filing, lifecycle, deadlines, history, the queue. */
@NullMarked
package mx.vozrural.reports;

import org.jspecify.annotations.NullMarked;
