package mx.vozrural.learning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mx.vozrural.interpreter.Calibration;
import mx.vozrural.interpreter.Model;

/**
 * A {@link Model} as bytes: big-endian, compressed (RFC 1952), each list after its length; weights
 * in two bytes (binary16 of IEEE 754), which is as exact as they are.
 */
public final class ModelFile {
  /** The model that the build made of the repository's corpus. */
  private static final String BUILT = "/mx/vozrural/interpreter/model.gz";

  /** Changes with the layout. */
  private static final int FORMAT = 1;

  private ModelFile() {}

  /** Unpacked once a process, where it is asked for. */
  private static final class Built {
    static final Model MODEL = unpacked();
  }

  /**
   * @throws IllegalStateException where the build made none
   */
  public static Model built() {
    return Built.MODEL;
  }

  private static Model unpacked() {
    try (InputStream in = packed()) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of {@link #built}, without reading the rest. */
  public static String builtVersion() {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(packed()))) {
      in.readInt();
      return in.readUTF();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream packed() {
    InputStream in = ModelFile.class.getResourceAsStream(BUILT);
    if (in == null) {
      throw new IllegalStateException("no model was built");
    }
    return in;
  }

  public static void write(Model model, OutputStream to) throws IOException {
    Model.Learned learned = model.learned();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(to)))) {
      out.writeInt(FORMAT);
      out.writeUTF(learned.version());
      names(out, learned.intents());
      names(out, learned.bases());
      out.writeInt(learned.clues().length);
      for (int i = 0; i < learned.clues().length; i++) {
        out.writeLong(learned.clues()[i]);
        out.writeInt(learned.starts()[i + 1]);
      }
      for (int i = 0; i < learned.columns().length; i++) {
        out.writeShort(learned.columns()[i]);
        out.writeShort(Float.floatToFloat16(learned.weights()[i]));
      }
      for (float bias : learned.bias()) {
        out.writeFloat(bias);
      }
      out.writeDouble(learned.bars().primary());
      out.writeDouble(learned.bars().further());
      out.writeDouble(learned.bars().urgent());
      out.writeDouble(learned.bars().life());
      out.writeInt(learned.calibrations().size());
      for (Calibration calibration : learned.calibrations()) {
        numbers(out, calibration.given());
        numbers(out, calibration.right());
      }
    }
  }

  /**
   * @throws IOException where it is no model of this layout
   */
  public static Model read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from)));
    if (in.readInt() != FORMAT) {
      throw new IOException("no model of this layout");
    }
    String version = in.readUTF();
    List<String> intents = names(in);
    List<String> bases = names(in);
    long[] clues = new long[in.readInt()];
    int[] starts = new int[clues.length + 1];
    for (int i = 0; i < clues.length; i++) {
      clues[i] = in.readLong();
      starts[i + 1] = in.readInt();
    }
    short[] columns = new short[starts[clues.length]];
    float[] weights = new float[columns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = in.readShort();
      weights[i] = Float.float16ToFloat(in.readShort());
    }
    float[] bias = new float[intents.size() + 2 * bases.size() + 3];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = in.readFloat();
    }
    Model.Bars bars =
        new Model.Bars(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    List<Calibration> calibrations = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      calibrations.add(new Calibration(numbers(in), numbers(in)));
    }
    return new Model(
        new Model.Learned(
            version, intents, bases, clues, starts, columns, weights, bias, bars, calibrations));
  }

  private static void names(DataOutputStream out, List<String> names) throws IOException {
    out.writeInt(names.size());
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static List<String> names(DataInputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      names.add(in.readUTF());
    }
    return names;
  }

  private static void numbers(DataOutputStream out, List<Double> numbers) throws IOException {
    out.writeInt(numbers.size());
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static List<Double> numbers(DataInputStream in) throws IOException {
    List<Double> numbers = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      numbers.add(in.readDouble());
    }
    return numbers;
  }
}
