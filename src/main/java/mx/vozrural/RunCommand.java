package mx.vozrural;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run}: serves until it is told to stop. */
@Command(
    name = "run",
    description = "Serves: database, migrations, catalogue, pages, texts. Ctrl-C stops it cleanly.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = Settings.read(new Environment(System.getenv()));
    CountDownLatch stopped = new CountDownLatch(1);
    Wiring server = Wiring.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    print(settings, server);
    stopped.await();
    return 0;
  }

  private void print(Settings settings, Wiring server) {
    PrintWriter out = spec.commandLine().getOut();
    String address = settings.web().publicUrl();
    out.println("Voz Rural, " + server.services().municipality.name());
    out.println("  Portal              " + address + "/");
    out.println("  Formulario          " + address + "/reportar");
    out.println("  Mesa                " + address + "/mesa");
    if (settings.sms().twilio().isEmpty()) {
      out.println("  Telefono simulado   " + address + "/simulador");
    }
    server.setup().ifPresent(setup -> out.println("  Primera cuenta      " + setup));
    out.println("Ctrl-C para terminar; los datos quedan.");
    out.flush();
  }
}
