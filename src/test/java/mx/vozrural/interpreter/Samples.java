package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;

/** A municipality to read texts for. */
public final class Samples {

  private static final List<String> CATEGORIES =
      List.of(
          "CAMINO",
          "AGUA",
          "AGUAGAN",
          "DRENAJE",
          "LUZ",
          "ALUMBRADO",
          "AGRO",
          "ANIMAL",
          "SEGURIDAD",
          "PROTCIVIL",
          "SALUD",
          "ESCUELA",
          "TRANSPORTE",
          "APOYO",
          "BASURA",
          "INTERNET",
          "ESPACIO",
          "OTRO");

  private Samples() {}

  /** Eighteen base categories, six sections and their communities. */
  public static Catalogue catalogue() {
    return new Catalogue(
        sections(), communities(), CATEGORIES.stream().map(c -> category(c, c)).toList());
  }

  static Catalogue with(Category... categories) {
    return new Catalogue(sections(), communities(), List.of(categories));
  }

  static Category category(String code, String base, String... words) {
    return new Category(code, base, code, code, 5, false, 1, List.of(words));
  }

  private static List<Section> sections() {
    return List.of(
        new Section("EL_SAUZ", "El Sauz", 1, false),
        new Section("EL_CHARCO", "El Charco", 2, false),
        new Section("CIENEGA_DE_ORTIZ", "Ciénega de Ortiz", 3, false),
        new Section("GUADALUPE", "Guadalupe", 4, false),
        new Section("COLONIA_SOTO", "Colonia Soto", 5, false),
        new Section("ZONA_CENTRO", "Zona Centro", 6, true));
  }

  private static List<Community> communities() {
    List<Community> communities = new ArrayList<>();
    Stream.of(
            "El Sauz:EL_SAUZ",
            "Nuevas Delicias:EL_SAUZ",
            "División del Norte:EL_SAUZ",
            "El Charco:EL_CHARCO",
            "El Vallecillo:",
            "La Noria:",
            "Ciénega de Ortiz:CIENEGA_DE_ORTIZ",
            "Palo Blanco:CIENEGA_DE_ORTIZ",
            "La Piedra:CIENEGA_DE_ORTIZ",
            "El Terrero:CIENEGA_DE_ORTIZ",
            "Aguilares:CIENEGA_DE_ORTIZ",
            "Las Casitas:CIENEGA_DE_ORTIZ",
            "Guadalupe:GUADALUPE",
            "Colonia Soto:COLONIA_SOTO",
            "Soledad de Majalca:ZONA_CENTRO",
            "Ejido/Colonia Ocampo:",
            "La Cuadrilla:",
            "Nuevo Sacramento / Sacramento:",
            "San Juan:",
            "El Salitre:",
            "La Virgen:",
            "Alamillo de Acosta:",
            "Rancho de Enmedio:",
            "Cumbres de Majalca:",
            "San Isidro (Los Hoyos):")
        .forEach(line -> communities.add(community(communities.size() + 1, line)));
    return communities;
  }

  private static Community community(int id, String line) {
    String[] parts = line.split(":", 2);
    return new Community(id, parts[0], parts[1].isEmpty() ? null : parts[1]);
  }
}
