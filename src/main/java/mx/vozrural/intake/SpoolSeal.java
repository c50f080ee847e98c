package mx.vozrural.intake;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import mx.vozrural.database.Keyring;
import mx.vozrural.database.Keyring.Purpose;
import mx.vozrural.database.Sealed;
import org.jspecify.annotations.Nullable;

/** What lies in the spool's files: each text encrypted by itself, after its key's version. */
record SpoolSeal(Keyring keys) {
  private static final byte[] ABOUT = "intake.spool".getBytes(StandardCharsets.UTF_8);

  byte[] sealed(SpooledText text) {
    int version = keys.newest(Purpose.SPOOL);
    return Buffer.buffer()
        .appendShort((short) version)
        .appendBytes(Sealed.seal(keys.key(Purpose.SPOOL, version), text.bytes(), ABOUT))
        .getBytes();
  }

  /** Null where it was changed, or another key sealed it. */
  @Nullable SpooledText opened(byte[] sealed) {
    try {
      Buffer record = Buffer.buffer(sealed);
      byte[] key = keys.key(Purpose.SPOOL, record.getShort(0));
      return SpooledText.read(Sealed.open(key, record.getBytes(2, sealed.length), ABOUT));
    } catch (RuntimeException e) {
      return null;
    }
  }
}
