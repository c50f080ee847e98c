package mx.vozrural.database;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The data keys of one schema, kept there wrapped by the master key, each use with versions of its
 * own.
 */
public final class Keyring {
  private static final Sql CLAIM_FINGERPRINT =
      Sql.of(
          "-- keyring.claim\nINSERT INTO secret_key (fingerprint) VALUES ($1) ON CONFLICT DO NOTHING");
  private static final Sql FINGERPRINT =
      Sql.of("-- keyring.fingerprint\nSELECT fingerprint FROM secret_key");
  private static final Sql ADD =
      Sql.of(
          """
          -- keyring.add
          INSERT INTO data_key (purpose, version, wrapped, made_at) VALUES ($1, 1, $2, $3)
          ON CONFLICT DO NOTHING\
          """);
  private static final Sql ALL =
      Sql.of("-- keyring.all\nSELECT purpose, version, wrapped FROM data_key");

  /** What a key is for. */
  public enum Purpose {
    /** Encrypts telephone numbers. */
    PHONE,
    /** Finds telephone numbers. */
    PHONE_INDEX,
    /** Permutes running numbers to folios. */
    FOLIO,
    /** Signs what pages hand out. */
    WEB,
    /** Encrypts texts that wait on the disk for the database. */
    SPOOL;

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Purpose, NavigableMap<Integer, byte[]>> keys;

  private Keyring(Map<Purpose, NavigableMap<Integer, byte[]>> keys) {
    this.keys = keys;
  }

  /**
   * Opens the schema's keys, making them at the first start. Several instances may do so at once.
   */
  public static Keyring open(SqlClient client, MasterKey master, Instant now) {
    checkFingerprint(client, master);
    byte[] wrapping = master.derive("wrap data keys");
    for (Purpose purpose : Purpose.values()) {
      byte[] key = new byte[32];
      new SecureRandom().nextBytes(key);
      byte[] wrapped = Sealed.seal(wrapping, key, about(purpose.code(), 1));
      ADD.run(client, purpose.code(), Buffer.buffer(wrapped), now.atOffset(ZoneOffset.UTC));
    }
    Map<Purpose, NavigableMap<Integer, byte[]>> keys = new EnumMap<>(Purpose.class);
    ALL.run(client)
        .forEach(row -> {
          String code = row.getString("purpose");
          int version = row.getInteger("version");
          byte[] wrapped = row.getBuffer("wrapped").getBytes();
          keys.computeIfAbsent(Purpose.valueOf(code.toUpperCase(Locale.ROOT)), p -> new TreeMap<>())
              .put(version, Sealed.open(wrapping, wrapped, about(code, version)));
        });
    return new Keyring(keys);
  }

  private static void checkFingerprint(SqlClient client, MasterKey master) {
    byte[] fingerprint = master.derive("fingerprint");
    CLAIM_FINGERPRINT.run(client, Buffer.buffer(fingerprint));
    refuseOther(master, FINGERPRINT.run(client).iterator().next().getBuffer(0).getBytes());
  }

  /** Stops the start with another key than the one whose fingerprint the schema keeps. */
  static void refuseOther(MasterKey master, byte[] fingerprint) {
    if (!MessageDigest.isEqual(master.derive("fingerprint"), fingerprint)) {
      throw new StartFailure(
          "SECRET_KEY: is not the key that this database's data are encrypted with");
    }
  }

  private static byte[] about(String purpose, int version) {
    return (purpose + "/" + version).getBytes(StandardCharsets.UTF_8);
  }

  /** The version with which something new is sealed. */
  public int newest(Purpose purpose) {
    return of(purpose).lastKey();
  }

  /** The key with which something was sealed earlier. */
  public byte[] key(Purpose purpose, int version) {
    byte[] key = of(purpose).get(version);
    if (key == null) {
      throw new IllegalStateException("no key " + purpose + " version " + version);
    }
    return key;
  }

  private NavigableMap<Integer, byte[]> of(Purpose purpose) {
    NavigableMap<Integer, byte[]> versions = keys.get(purpose);
    if (versions == null) {
      throw new IllegalStateException("no key " + purpose);
    }
    return versions;
  }
}
