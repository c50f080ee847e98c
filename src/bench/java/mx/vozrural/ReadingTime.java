package mx.vozrural;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import mx.vozrural.interpreter.Fuzz;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.learning.Corpus;
import mx.vozrural.learning.ModelFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One reading after the other: texts of the corpus as they come, the same by the tables alone, and
 * texts of anything as long as a text can be.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingTime {
  private static final int TEXTS = 4_096;
  private static final int LONG_TEXTS = 256;
  private static final long SEED = 20_261_126;

  private List<String> texts = List.of();
  private List<String> longest = List.of();
  private Interpreter interpreter = new Interpreter(ExampleCatalogue.read());
  private Interpreter byTables = interpreter;
  private int next;

  /** Bytes of the model as the jar holds it. */
  static long modelBytes() {
    try (InputStream model =
        Objects.requireNonNull(Interpreter.class.getResourceAsStream("model.gz"))) {
      return model.readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Neighbours in the corpus are alike: shuffled, each meets its part of the model anew. */
  @Setup
  public void load() {
    List<String> all = new ArrayList<>(Corpus.built().texts().stream().map(Corpus.Text::body).toList());
    Collections.shuffle(all, new Random(SEED));
    texts = List.copyOf(all.subList(0, TEXTS));
    longest =
        LongStream.range(0, LONG_TEXTS)
            .mapToObj(seed -> {
              Fuzz.Kind[] kinds = Fuzz.Kind.values();
              return Fuzz.text(kinds[(int) (seed % kinds.length)], Fuzz.LONGEST, seed);
            })
            .toList();
    interpreter = new Interpreter(ExampleCatalogue.read(), ModelFile.built());
    byTables = new Interpreter(ExampleCatalogue.read());
  }

  @Benchmark
  public Reading usual() {
    return interpreter.read(texts.get(next++ & (TEXTS - 1)));
  }

  @Benchmark
  public Reading tables() {
    return byTables.read(texts.get(next++ & (TEXTS - 1)));
  }

  @Benchmark
  public Reading longest() {
    return interpreter.read(longest.get(next++ & (LONG_TEXTS - 1)));
  }
}
