package mx.vozrural.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category of need of one municipality.
 *
 * @param base the category of the standard catalogue that it reads as; its own code where it is one
 * @param days working days to resolve or to give a dated plan; null: at once
 * @param restricted whether its reports are read only by those with the right
 * @param words the municipality's own words for it, beside those of the base category
 */
public record Category(
    String code,
    String base,
    String name,
    String nameEn,
    @Nullable Integer days,
    boolean restricted,
    int position,
    List<String> words) {}
