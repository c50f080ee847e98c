package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ours beside Twilio's own validator, wherever that one can hold the request. */
class RequestSignaturePropertiesTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String SEED = "20261124";

  private final RequestSignature signature = new RequestSignature(TOKEN);
  private final RequestValidator twilios = new RequestValidator(TOKEN);

  @Property(seed = SEED, tries = 500)
  void agreesWithTwiliosLibrary(
      @ForAll("plainUrls") String configured,
      @ForAll("plainUrls") String signed,
      @ForAll("maps") Map<String, String> form) {
    String given = Signer.sign(TOKEN, signed, pairs(form));
    assertThat(signature.isGenuine(SignedUrl.of(configured), pairs(form), given))
        .isEqualTo(twilios.validate(configured, form, given));
  }

  @Property(seed = SEED, tries = 500)
  void passesWhatIsSigned(@ForAll("urls") String url, @ForAll("forms") List<Parameter> form) {
    String given = Signer.sign(TOKEN, url, form);
    assertThat(signature.isGenuine(SignedUrl.of(url), form, given)).isTrue();
    assertThat(signature.isGenuine(SignedUrl.of(url + "#rc=3&rp=ct,rt,5xx"), form, given)).isTrue();
    assertThat(signature.isGenuine(SignedUrl.of(url), form.reversed(), given)).isTrue();
    assertThat(signature.isGenuine(SignedUrl.of(url), twice(form), given)).isTrue();
  }

  @Property(seed = SEED, tries = 300)
  void twiliosLibrarySignsTheSame(
      @ForAll("plainUrls") String url, @ForAll("maps") Map<String, String> form) {
    assertThat(twilios.validate(url, form, Signer.sign(TOKEN, url, pairs(form)))).isTrue();
  }

  @Property(seed = SEED, tries = 500)
  void refusesAFormThatWasChanged(
      @ForAll("forms") List<Parameter> form, @ForAll @IntRange(max = 7) int at) {
    String url = "https://voz.example/twilio/sms";
    String given = Signer.sign(TOKEN, url, form);
    List<Parameter> changed = new ArrayList<>(form);
    changed.add(Math.min(at, form.size()), new Parameter("Body~", "~"));
    assertThat(signature.isGenuine(SignedUrl.of(url), changed, given)).isFalse();
    assertThat(signature.isGenuine(SignedUrl.of(url + "/"), form, given)).isFalse();
    assertThat(new RequestSignature("x" + TOKEN).isGenuine(SignedUrl.of(url), form, given))
        .isFalse();
  }

  @Property(seed = SEED, tries = 500)
  void garbageIsRefusedWithoutAnException(
      @ForAll String url, @ForAll("forms") List<Parameter> form, @ForAll String given) {
    assertThat(signature.isGenuine(SignedUrl.of(url), form, given)).isFalse();
    assertThat(signature.isGenuineJson(SignedUrl.of("https://a?" + url), new byte[3], given))
        .isFalse();
  }

  /** Without a query, which Twilio's library decodes. */
  @Provide
  Arbitrary<String> plainUrls() {
    return Arbitraries.of(
        "https://voz.example/twilio/sms",
        "https://voz.example:443/twilio/sms",
        "https://voz.example:8443/twilio/sms",
        "http://voz.example/twilio/sms",
        "http://voz.example:80/twilio/sms",
        "http://127.0.0.1:8080/twilio/status",
        "http://localhost/twilio/status");
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> queries =
        Arbitraries.of("", "?id=7&mac=a%2Bb%3D", "?q=%C3%B1+%3A%40", "?", "?a=b=c&&d", "?x='y'");
    return Combinators.combine(plainUrls(), queries).as(String::concat);
  }

  /** Without halves of surrogate pairs: no decoder of bytes yields those. */
  private static Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('\u00a0', '\ud7ff')
        .withCharRange('\ue000', '\uffff')
        .withChars('\u0000', '\n')
        .ofMaxLength(12)
        .map(text -> text.replace("~", "😀"));
  }

  @Provide
  Arbitrary<Map<String, String>> maps() {
    return Arbitraries.maps(words(), words()).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Parameter>> forms() {
    Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of("Body", "From", "A", "AB"), words());
    return Combinators.combine(names, words()).as(Parameter::new).list().ofMaxSize(8);
  }

  private static List<Parameter> pairs(Map<String, String> form) {
    return form.entrySet().stream().map(e -> new Parameter(e.getKey(), e.getValue())).toList();
  }

  private static List<Parameter> twice(List<Parameter> form) {
    List<Parameter> twice = new ArrayList<>(form);
    twice.addAll(form);
    return twice;
  }
}
