package mx.vozrural;

import mx.vozrural.admin.EvaluateCommand;
import mx.vozrural.database.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The one command line: {@code java -jar voz-rural.jar COMMAND}. */
@Command(
    name = "voz-rural",
    description =
        "Voz Rural: needs of rural sections by text and form, and the promises that answer them.",
    subcommands = {RunCommand.class, TextCommand.class, AdminCommand.class, HelpCommand.class},
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /**
   * Exit status 0; 1 where the command failed, with one line on standard error; 2 for wrong usage.
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .addSubcommand(new EvaluateCommand(ExampleCatalogue::read))
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          command.getErr().println(line(failure));
          return 1;
        });
  }

  private static String line(Exception failure) {
    return failure instanceof BadSetting || failure instanceof StartFailure
        ? String.valueOf(failure.getMessage())
        : "voz-rural: " + failure;
  }
}
