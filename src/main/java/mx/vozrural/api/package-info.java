/**
 * The JSON API under {@code /api/v1}: names in snake_case, times ISO 8601 with offset, errors as
 * RFC 9457.
 */
@NullMarked
package mx.vozrural.api;

import org.jspecify.annotations.NullMarked;
