package mx.vozrural;

import java.util.concurrent.TimeUnit;
import mx.vozrural.interpreter.Model;
import mx.vozrural.learning.ModelFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The first thing that a fresh process does: unpacking the model. */
public class ModelLoading {

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public Model load() {
    return ModelFile.built();
  }
}
