package mx.vozrural;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One answer of a server of ours, gathered from its bytes: status, and the folio that it names. */
final class HttpAnswer {
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final int FOLIO_DIGITS = 7;

  private byte[] bytes = new byte[2_048];
  private int length;

  /** Whether the answer is whole. */
  boolean read(ByteBuf part) {
    int more = part.readableBytes();
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (length + more) * 2);
    }
    part.readBytes(bytes, length, more);
    length += more;
    int body = body();
    return body > 0 && length >= body + contentLength(body);
  }

  private int body() {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int contentLength(int body) {
    for (int i = 0; i < body; i++) {
      if (bytes[i] == '\n' && isLengthAt(i + 1)) {
        int value = 0;
        for (int d = i + 1 + LENGTH.length; bytes[d] >= '0' && bytes[d] <= '9'; d++) {
          value = value * 10 + bytes[d] - '0';
        }
        return value;
      }
    }
    return 0;
  }

  private boolean isLengthAt(int at) {
    for (int i = 0; i < LENGTH.length; i++) {
      if (at + i >= length || (bytes[at + i] | 0x20) != LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  /** "HTTP/1.1 200 OK". */
  int status() {
    return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
  }

  /** The first digits that are enough for a folio; 0 where there are none. */
  long folio() {
    int run = 0;
    long value = 0;
    for (int i = body(); i < length; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        value = value * 10 + bytes[i] - '0';
        run++;
      } else if (run >= FOLIO_DIGITS) {
        return value;
      } else {
        run = 0;
        value = 0;
      }
    }
    return 0;
  }

  void clear() {
    length = 0;
  }
}
