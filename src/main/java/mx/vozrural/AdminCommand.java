package mx.vozrural;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import mx.vozrural.access.Access;
import mx.vozrural.access.NewStaff;
import mx.vozrural.access.Role;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.database.Ids;
import mx.vozrural.reports.CatalogueStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin}: what an operator does, beside a running server or without one. */
@Command(
    name = "admin",
    description = "What an operator does, beside a running server or without one.",
    subcommands = {
      AdminCommand.User.class,
      AdminCommand.Token.class,
      CorpusCommands.CorpusGroup.class,
      ModelCommands.ModelGroup.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true)
final class AdminCommand {

  /** Opens the database of the environment, works, and closes it again. */
  static <T> T with(Function<Opened, T> work) {
    Settings settings = Settings.read(new Environment(System.getenv()));
    Vertx vertx = Vertx.vertx();
    try (Storage storage = Storage.openBeside(vertx, settings)) {
      Ids ids = new Ids(storage.database().pool());
      Audit audit = new Audit(ids, settings.clock());
      Access access = new Access(storage.database(), ids, audit, settings.clock());
      return work.apply(new Opened(settings, storage, access));
    } finally {
      vertx.close().await();
    }
  }

  /** What a command works with. */
  record Opened(Settings settings, Storage storage, Access access) {}

  /** {@code admin user}. */
  @Command(
      name = "user",
      description = "Accounts of staff.",
      subcommands = {AddUser.class},
      mixinStandardHelpOptions = true)
  static final class User {}

  /** {@code admin user add EMAIL --role ROLE}. */
  @Command(
      name = "add",
      description = "Adds an account; the password is read from standard input.",
      mixinStandardHelpOptions = true)
  static final class AddUser implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "EMAIL", description = "address with which they sign in")
    private String email;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "triager, section, coordinator, agency, monitor or admin")
    private String role;

    @Option(
        names = "--section",
        paramLabel = "CODE",
        description = "the section whose queue they see (role section)")
    private Optional<String> section;

    @Option(
        names = "--agency",
        paramLabel = "CODE",
        description = "the agency whose rows they fill in (role agency)")
    private Optional<String> agency;

    @Option(names = "--restricted", description = "may read restricted reports")
    private boolean restricted;

    @Override
    public Integer call() {
      Role known =
          Role.of(role)
              .orElseThrow(() ->
                  new ParameterException(spec.commandLine(), "--role: there is no role " + role));
      NewStaff staff = newStaff(known);
      return with(opened -> {
        if (section.isPresent()
            && CatalogueStore.catalogue(opened.storage().database().pool())
                .section(section.get())
                .isEmpty()) {
          spec.commandLine().getErr().println("--section: there is no section " + section.get());
          return 1;
        }
        if (opened.access().add(Actor.COMMAND, staff).isEmpty()) {
          spec.commandLine().getErr().println("there is an account with this address already");
          return 1;
        }
        spec.commandLine().getOut().println("added " + staff.email());
        return 0;
      });
    }

    private NewStaff newStaff(Role known) {
      try {
        return new NewStaff(
            email, password(), known, section.orElse(null), agency.orElse(null), restricted);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage());
      }
    }

    private static String password() {
      try {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** {@code admin token}. */
  @Command(
      name = "token",
      description = "Tokens for programs.",
      subcommands = {CreateToken.class},
      mixinStandardHelpOptions = true)
  static final class Token {}

  /** {@code admin token create --email EMAIL}. */
  @Command(
      name = "create",
      description = "Makes a token of a staff account; it is the last line, and shown only now.",
      mixinStandardHelpOptions = true)
  static final class CreateToken implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "whose token")
    private String email;

    @Option(
        names = "--days",
        paramLabel = "N",
        defaultValue = "90",
        description = "how long it is good (${DEFAULT-VALUE})")
    private int days;

    @Override
    public Integer call() {
      if (days < 1 || days > 3_660) {
        throw new ParameterException(spec.commandLine(), "--days: from 1 to 3660");
      }
      return with(opened -> {
        Optional<String> token =
            opened.access().makeToken(Actor.COMMAND, email, Duration.ofDays(days));
        if (token.isEmpty()) {
          spec.commandLine().getErr().println("there is no account with this address");
          return 1;
        }
        spec.commandLine().getOut().println(token.get());
        return 0;
      });
    }
  }
}
