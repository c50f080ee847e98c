package mx.vozrural.twilio;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mx.vozrural.domain.OptOut;
import mx.vozrural.intake.Arrival;
import mx.vozrural.intake.Intake;
import mx.vozrural.intake.Reply;
import mx.vozrural.outbox.Deliveries;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twilio's two addresses. Works on its event loop, and on nothing but it: reads the body, checks
 * the signature, queues the text, and answers when the text is durable. One instance an event loop,
 * since it holds the loop's {@link RequestSignature}.
 */
public final class TwilioDoor {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioDoor.class);

  public static final String TEXTS = "/twilio/sms";
  public static final String STATUS = "/twilio/status";

  private final RequestSignature signature;
  private final SignedUrl textsUrl;
  private final SignedUrl statusUrl;
  private final String publicUrl;
  private final String accountSid;
  private final Intake intake;
  private final Deliveries deliveries;
  private final InstantSource clock;

  /** Touched by this door's event loop alone. */
  private final List<Arrival> turn = new ArrayList<>();

  /**
   * @param publicUrl the address that Twilio was given, without a path: signatures are checked
   *     against it, never against what a request says of itself
   */
  public TwilioDoor(
      TwilioSettings settings,
      String publicUrl,
      Intake intake,
      Deliveries deliveries,
      InstantSource clock) {
    this.signature = new RequestSignature(settings.authToken());
    this.textsUrl = SignedUrl.of(publicUrl + TEXTS);
    this.statusUrl = SignedUrl.of(publicUrl + STATUS);
    this.publicUrl = publicUrl;
    this.accountSid = settings.accountSid();
    this.intake = intake;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Where the status of one of our texts is reported.
   *
   * @param attempt which try; 0 travels in the answer to an inbound text
   */
  public static URI callback(String publicUrl, long message, int attempt) {
    return URI.create(publicUrl + STATUS + "?m=" + message + "&n=" + attempt);
  }

  /** Whether a request is for one of the two addresses. */
  public static boolean takes(String path) {
    return path.equals(TEXTS) || path.equals(STATUS);
  }

  public void handle(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.POST)) {
      request.response().putHeader(HttpHeaders.ALLOW, "POST");
      refuse(request, 405);
      return;
    }
    BoundedBody.read(
        request,
        FormBody.MOST_BYTES,
        body -> read(request, body),
        () -> {
          // What still comes of it is not waited for.
          request.response().putHeader(HttpHeaders.CONNECTION, "close");
          refuse(request, 413);
        });
  }

  private void read(HttpServerRequest request, Buffer body) {
    switch (FormBody.read(request.getHeader(HttpHeaders.CONTENT_TYPE), body.getBytes())) {
      case FormBody.Refused refused ->
          refuse(request, refused.cause() == FormBody.Cause.NOT_A_FORM ? 415 : 413);
      case FormBody.Read form -> check(request, form.parameters());
    }
  }

  /** First of all, before a parameter is looked at. */
  private void check(HttpServerRequest request, List<Parameter> parameters) {
    boolean texts = TEXTS.equals(request.path());
    SignedUrl url = (texts ? textsUrl : statusUrl).withQuery(request.query());
    boolean ours = Parameter.first(parameters, "AccountSid").map(accountSid::equals).orElse(true);
    if (!signature.isGenuine(url, parameters, request.getHeader("X-Twilio-Signature")) || !ours) {
      refuse(request, 403);
    } else if (texts) {
      text(request, parameters);
    } else {
      status(request, parameters);
    }
  }

  private void text(HttpServerRequest request, List<Parameter> parameters) {
    switch (InboundRequest.of(parameters)) {
      case InboundRequest.Incomplete incomplete -> refuse(request, 400);
      case InboundText text -> {
        Context loop = Vertx.currentContext();
        Consumer<Reply> reply = answer -> loop.runOnContext(v -> answer(request, answer));
        queue(
            loop,
            new Arrival(
                text.messageSid(),
                text.from(),
                text.body(),
                text.numMedia(),
                OptOut.of(text.optOutType()),
                reply));
      }
    }
  }

  /** What the loop reads in one turn goes to the intake at the turn's end, as one batch. */
  private void queue(Context loop, Arrival arrival) {
    turn.add(arrival);
    if (turn.size() == 1) {
      loop.runOnContext(end -> {
        List<Arrival> read = List.copyOf(turn);
        turn.clear();
        intake.acceptAll(read);
      });
    }
  }

  /** Only the type of TwiML is ever answered: Twilio would send plain text to the resident. */
  private void answer(HttpServerRequest request, Reply reply) {
    if (request.response().closed()) {
      return;
    }
    String twiml =
        switch (reply) {
          case Reply.Text text -> Twiml.message(text.body(), trace(text.message()));
          case Reply.Silence silence -> Twiml.SILENCE;
          case Reply.Unavailable unavailable -> "";
        };
    if (twiml.isEmpty()) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
      refuse(request, 503);
      return;
    }
    request.response().putHeader(HttpHeaders.CONTENT_TYPE, Twiml.CONTENT_TYPE).end(twiml);
  }

  private @Nullable URI trace(@Nullable Long message) {
    return message == null ? null : callback(publicUrl, message, 0);
  }

  /**
   * Answered when it is written down, 503 where it can't be now. Twilio brings a status no second
   * time by itself; its log then shows which ones were missed, and the daily comparison with its
   * list makes up for them.
   */
  private void status(HttpServerRequest request, List<Parameter> parameters) {
    Context loop = Vertx.currentContext();
    Optional<Runnable> report = report(request, parameters);
    if (report.isEmpty()) {
      LOG.info(
          "A status that speaks of none of our texts: {}",
          Parameter.first(parameters, "MessageSid")
              .filter(sid -> InboundText.SID.matcher(sid).matches())
              .orElse("without a name"));
      request.response().setStatusCode(204).end();
      return;
    }
    Thread.ofVirtual()
        .name("status")
        .start(() -> {
          boolean written = written(report.get());
          loop.runOnContext(v -> {
            if (written) {
              request.response().setStatusCode(204).end();
            } else {
              refuse(request, 503);
            }
          });
        });
  }

  private static boolean written(Runnable report) {
    try {
      report.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("A status can't be written down: {}", e.getMessage());
      return false;
    }
  }

  /** Empty where it speaks of no text of ours or says nothing. */
  private Optional<Runnable> report(HttpServerRequest request, List<Parameter> parameters) {
    Optional<String> sid =
        Parameter.first(parameters, "MessageSid").filter(s -> InboundText.SID.matcher(s).matches());
    Optional<Long> message = id(request.getParam("m"));
    Optional<Long> attempt = id(request.getParam("n")).filter(n -> n <= Short.MAX_VALUE);
    Optional<Progress> progress = progress(parameters);
    return sid.isPresent() && message.isPresent() && attempt.isPresent() && progress.isPresent()
        ? Optional.of(() ->
            deliveries.report(
                message.get(),
                attempt.get().intValue(),
                sid.get(),
                progress.get(),
                clock.instant()))
        : Optional.empty();
  }

  private static Optional<Progress> progress(List<Parameter> parameters) {
    SendResult failure =
        Parameter.first(parameters, "ErrorCode")
            .flatMap(TwilioDoor::id)
            .filter(code -> code <= 999_999)
            .map(Long::intValue)
            .map(code -> TwilioErrors.of(code).result(code))
            .orElse(null);
    return Parameter.first(parameters, "MessageStatus").map(status -> Progress.of(status, failure));
  }

  private static Optional<Long> id(@Nullable String digits) {
    return digits != null && digits.matches("\\d{1,18}")
        ? Optional.of(Long.valueOf(digits))
        : Optional.empty();
  }

  private static void refuse(HttpServerRequest request, int status) {
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(Problem.of(status).json().toBuffer());
  }
}
