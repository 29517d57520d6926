// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the poms that our pages show name the versions that our own build has. */
final class PageVersionsTest {
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>(\\S+)</artifactId>\\s*<version>(\\S+)</version>");
  private static final Pattern PROPERTY = Pattern.compile("<(\\S+)>(\\S+)</\\1>");

  private static final Map<String, String> OURS = versions(resolved(text("pom.xml")));

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/first-trial.md"})
  void page_itsVersions_areThoseOfOurBuild(String page) {
    Map<String, String> shown = versions(text(page));
    shown.remove("ping");
    assertThat(shown).isNotEmpty().allSatisfy((name, version) -> assertOurs(name, version));
  }

  @Test
  void versions_propertyOfThePom_isResolved() {
    String pom =
        "<a.version>7</a.version><artifactId>a</artifactId>\n<version>${a.version}</version>";
    assertThat(versions(resolved(pom))).containsExactly(Map.entry("a", "7"));
  }

  private static void assertOurs(String name, String version) {
    assertThat(OURS).containsEntry(name, version);
  }

  private static Map<String, String> versions(String pom) {
    Map<String, String> versions = new TreeMap<>();
    VERSION.matcher(pom).results().forEach(found -> versions.put(found.group(1), found.group(2)));
    return versions;
  }

  private static String resolved(String pom) {
    String own = versions(pom).getOrDefault("assay-parent", "");
    String[] text = {pom.replace("${project.version}", own)};
    PROPERTY
        .matcher(pom)
        .results()
        .forEach(found -> text[0] = text[0].replace("${" + found.group(1) + "}", found.group(2)));
    return text[0];
  }

  private static String text(String page) {
    return Repository.text(Repository.root().resolve(page));
  }
}
