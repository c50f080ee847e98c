/**
 * What every page and every door of the server shares: threads, pages, failures, forms, limits.
 * Knows the domain's nouns and nothing of where they are kept.
 */
@NullMarked
package mx.vozrural.web;

import org.jspecify.annotations.NullMarked;
