package mx.vozrural;

import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mx.vozrural.database.Ids;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.interpreter.Model;
import mx.vozrural.learning.ModelFile;
import mx.vozrural.readings.Anonymous;
import mx.vozrural.readings.Corrections;
import mx.vozrural.readings.Models;
import mx.vozrural.reports.CatalogueStore;

/** What the commands of learning work with. */
record LearningDesk(Pool pool, Catalogue catalogue, Corrections corrections, Models models) {
  /** One corrected text in so many is held back from learning, to judge by. */
  private static final int HELD_BACK = 4;

  static int with(Function<LearningDesk, Integer> work) {
    return AdminCommand.with(opened -> {
      Pool pool = opened.storage().database().pool();
      Settings settings = opened.settings();
      return work.apply(
          new LearningDesk(
              pool,
              CatalogueStore.catalogue(pool),
              new Corrections(settings.clock(), CatalogueStore.municipality(pool).zone()),
              new Models(opened.storage().database(), new Ids(pool), settings.clock())));
    });
  }

  /** The corrected texts, without what tells of a person. */
  List<Corrections.Case> cases() {
    Anonymous anonymous = new Anonymous(catalogue);
    List<Corrections.Case> cases = new ArrayList<>();
    corrections.each(
        pool,
        c ->
            cases.add(
                new Corrections.Case(c.id(), anonymous.text(c.body()), c.labels(), c.language())));
    return cases;
  }

  Model running() {
    return models
        .inUse()
        .map(Models.Use::version)
        .flatMap(models::find)
        .orElseGet(ModelFile::built);
  }

  static boolean heldBack(Corrections.Case c) {
    return Math.floorMod(c.id(), HELD_BACK) == 0;
  }

  static List<String> bases(Catalogue catalogue, List<String> codes) {
    return codes.stream()
        .map(code -> catalogue.category(code).map(Category::base).orElse("OTRO"))
        .distinct()
        .toList();
  }
}
