package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for every page. */
public final class PageRules {
  private static final Pattern CONTROL =
      Pattern.compile("<(?:input|select|textarea)\\b(?![^>]*type=\"hidden\")[^>]*>");
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final Pattern LABELLED = Pattern.compile("<label for=\"([^\"]+)\"");
  private static final Pattern REFERRED =
      Pattern.compile("(?:aria-describedby|aria-labelledby)=\"([^\"]+)\"|href=\"#([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("<h([1-6])\\b");
  private static final Pattern POST =
      Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

  private PageRules() {}

  public static void hold(String page) {
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<html lang=\"es", "<main id=\"contenido\"");
    assertThat(page).doesNotContain("<style", "style=\"", "onclick", "javascript:", "null", "$");
    assertThat(all(page, "<script(?! src=\"/static/)")).isEmpty();
    List<String> ids = groups(ID, page);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(all(page, "<h1\\b")).hasSize(1);
    assertLabels(page);
    assertThat(ids).containsAll(groups(REFERRED, page));
    assertHeadingsDescendByOne(page);
    assertThat(POST.matcher(page).results().map(MatchResult::group))
        .allSatisfy(form -> assertThat(form).contains("name=\"csrf\" value=\""));
  }

  private static void assertLabels(String page) {
    Set<String> labelled = Set.copyOf(groups(LABELLED, page));
    assertThat(
            CONTROL
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .flatMap(c -> groups(ID, c).stream()))
        .allMatch(labelled::contains);
    assertThat(CONTROL.matcher(page).results().map(MatchResult::group))
        .allMatch(c -> c.contains(" id=\""));
  }

  private static void assertHeadingsDescendByOne(String page) {
    List<Integer> levels =
        groups(HEADING, page.substring(page.indexOf("<h1"))).stream()
            .map(Integer::valueOf)
            .toList();
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(MatchResult::group).toList();
  }

  private static List<String> groups(Pattern pattern, String page) {
    return pattern
        .matcher(page)
        .results()
        .map(m -> m.groupCount() > 1 && m.group(1) == null ? m.group(2) : m.group(1))
        .collect(Collectors.toList());
  }
}
