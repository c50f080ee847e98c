package mx.vozrural;

import io.vertx.core.Vertx;
import java.util.Optional;
import mx.vozrural.database.DataFolder;
import mx.vozrural.database.Database;
import mx.vozrural.database.EmbeddedServer;
import mx.vozrural.database.Endpoint;
import mx.vozrural.database.Keyring;
import mx.vozrural.database.MasterKey;
import mx.vozrural.database.Migration;
import mx.vozrural.database.StartFailure;
import org.jspecify.annotations.Nullable;

/**
 * The migrated schema with its keys, wherever it is: on the embedded server, on that of a running
 * instance, or outside.
 */
final class Storage implements AutoCloseable {
  private static final String KEY_FILE = "secret.key";

  private final @Nullable DataFolder folder;
  private final @Nullable EmbeddedServer server;
  private final Database database;
  private final Keyring keys;

  private Storage(
      @Nullable DataFolder folder,
      @Nullable EmbeddedServer server,
      Database database,
      Keyring keys) {
    this.folder = folder;
    this.server = server;
    this.database = database;
    this.keys = keys;
  }

  Database database() {
    return database;
  }

  Keyring keys() {
    return keys;
  }

  /** For the server: alone on its folder, where the database is in it. */
  static Storage open(Vertx vertx, Settings settings) {
    Settings.Data data = settings.data();
    if (data.url().isPresent()) {
      return outside(vertx, settings, data.url().get());
    }
    DataFolder folder =
        DataFolder.take(data.folder())
            .orElseThrow(() ->
                new StartFailure(
                    "DATA_DIR: another server is running on " + data.folder().toAbsolutePath()));
    return inFolder(vertx, settings, folder);
  }

  /** For a command: beside a running server, or in its stead where none runs. */
  static Storage openBeside(Vertx vertx, Settings settings) {
    Settings.Data data = settings.data();
    if (data.url().isPresent()) {
      return outside(vertx, settings, data.url().get());
    }
    Optional<DataFolder> folder = DataFolder.take(data.folder());
    if (folder.isPresent()) {
      return inFolder(vertx, settings, folder.get());
    }
    Endpoint owner =
        EmbeddedServer.running(data.folder())
            .orElseThrow(() ->
                new StartFailure("DATA_DIR: the server there hasn't started its database yet"));
    MasterKey key =
        data.key().orElseGet(() -> MasterKey.parse(DataFolder.read(data.folder(), KEY_FILE)));
    return connect(vertx, settings, null, null, owner, Optional.empty(), key);
  }

  private static Storage inFolder(Vertx vertx, Settings settings, DataFolder folder) {
    EmbeddedServer server = null;
    try {
      MasterKey key =
          settings.data().key().orElseGet(() -> MasterKey.parse(folder.secret(KEY_FILE)));
      server = EmbeddedServer.start(folder);
      return connect(vertx, settings, folder, server, server.endpoint(), Optional.empty(), key);
    } catch (RuntimeException e) {
      if (server != null) {
        server.close();
      }
      folder.close();
      throw e;
    }
  }

  private static Storage outside(Vertx vertx, Settings settings, Endpoint url) {
    Settings.Data data = settings.data();
    Optional<Endpoint> app = data.ownerUrl().isPresent() ? Optional.of(url) : Optional.empty();
    return connect(
        vertx, settings, null, null, data.ownerUrl().orElse(url), app, data.key().orElseThrow());
  }

  private static Storage connect(
      Vertx vertx,
      Settings settings,
      @Nullable DataFolder folder,
      @Nullable EmbeddedServer server,
      Endpoint owner,
      Optional<Endpoint> app,
      MasterKey key) {
    Settings.Data data = settings.data();
    Endpoint account = new Migration(owner, data.schema()).run(app, key);
    Database database = new Database(vertx, account, data.schema(), 12);
    try {
      Keyring keys = Keyring.open(database.pool(), key, settings.clock().instant());
      return new Storage(folder, server, database, keys);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public void close() {
    database.close();
    closeServer();
  }

  /** Stops what runs beside the JVM; the connections have ended with their Vert.x. */
  void closeServer() {
    if (server != null) {
      server.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
