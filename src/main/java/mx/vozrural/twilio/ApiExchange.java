package mx.vozrural.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * One request of Twilio's library, sent once, and what is known of it afterwards.
 *
 * <p>The library's own client sends a POST again on any 5xx, and the Apache client below it on 429
 * and 503: each of those may be a second text on a phone. It also hides the HTTP status and the
 * headers of an error from its caller, and has no setting for another host than Twilio's.
 */
final class ApiExchange extends HttpClient {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final java.net.http.HttpClient http;
  private final TwilioSettings settings;
  private final @Nullable String body;
  private Outcome outcome = new NotSent();

  /** How far the request came. */
  sealed interface Outcome {}

  /** No connection, so nothing left this machine. */
  record NotSent() implements Outcome {}

  /** Sent, perhaps in part, and no whole answer came back. */
  record Unanswered(String cause) implements Outcome {}

  /**
   * Answered.
   *
   * @param retryAfter what the server asked for; zero where it asked for nothing
   */
  record Answered(int status, Duration retryAfter) implements Outcome {}

  /**
   * @param body the text to be sent; null for a request that only reads
   */
  ApiExchange(java.net.http.HttpClient http, TwilioSettings settings, @Nullable String body) {
    this.http = http;
    this.settings = settings;
    this.body = body;
  }

  Outcome outcome() {
    return outcome;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(
      Request request, int @Nullable [] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(translated(request), BodyHandlers.ofByteArray());
    try {
      // The client's own time limit ends with the headers; a body may trickle for ever after.
      return taken(answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw lost(isBeforeSending(e.getCause()) ? new NotSent() : new Unanswered("lost connection"));
    } catch (TimeoutException e) {
      throw lost(new Unanswered("no answer in time"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw lost(new Unanswered("interrupted"));
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest translated(Request request) {
    HttpRequest.Builder translated =
        HttpRequest.newBuilder(address(request.constructURL()))
            .header("Authorization", request.getAuthString())
            .header("Accept", "application/json");
    if (body == null) {
      return translated.GET().build();
    }
    // The library takes a text that reads "null" for none.
    request.getPostParams().putIfAbsent("Body", List.of(body));
    return translated
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(request.getMethod().toString(), BodyPublishers.ofString(request.encodeFormBody()))
        .build();
  }

  private URI address(URL twilio) {
    String base = settings.apiUrl().toString();
    String stem = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(stem + twilio.getFile());
  }

  private Response taken(HttpResponse<byte[]> answer) {
    outcome = new Answered(answer.statusCode(), retryAfter(answer));
    InputStream content = new ByteArrayInputStream(answer.body());
    // Without headers the library fails as soon as it logs at DEBUG.
    return new Response(content, answer.statusCode(), new Header[0]);
  }

  private ApiConnectionException lost(Outcome how) {
    outcome = how;
    return new ApiConnectionException("No answer from Twilio");
  }

  private static boolean isBeforeSending(@Nullable Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof SSLHandshakeException
        || (cause instanceof IOException && isBeforeSending(cause.getCause()));
  }

  /** Seconds; the other form, a date, is not worth a clock here. */
  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
        .orElse(Duration.ZERO);
  }
}
