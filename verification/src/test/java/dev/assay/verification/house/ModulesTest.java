// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ModulesTest {
  @Test
  void bom_everyPublishedModule_isListed() {
    List<String> published =
        Repository.modules().stream().filter(Module::published).map(Module::name).toList();

    assertThat(artifactsIn(pom("bom")))
        .filteredOn(artifact -> !artifact.equals("assay-bom"))
        .filteredOn(artifact -> !artifact.endsWith("-plugin"))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void bom_itsVersion_isThatOfTheBuild() {
    assertThat(firstVersionIn(pom("bom"))).isEqualTo(firstVersionIn(pom("")));
  }

  @Test
  void poms_ofWhatIsPublished_haveWhatMavenCentralAsksFor() {
    List<String> own = List.of("name", "description");
    List<String> inherited = List.of("url", "licenses", "developers", "scm");

    assertThat(Repository.modules())
        .filteredOn(Module::published)
        .allSatisfy(module -> assertThat(pom(module.name())).satisfies(has(own)));
    assertThat(List.of(pom(""), pom("bom")))
        .allSatisfy(pom -> assertThat(pom).satisfies(has(own), has(inherited)));
  }

  private static Consumer<String> has(List<String> elements) {
    return pom ->
        assertThat(elements)
            .allSatisfy(element -> assertThat(pom).contains("\n  <" + element + ">"));
  }

  /** The contract is missing on purpose: what it makes is the subject's, and says where. */
  @Test
  void userCode_everyExportedPackage_isNotTheUsers() {
    List<String> machinery =
        groups(
            "\"(dev\\.assay\\.\\w+\\.)\"",
            Repository.text(
                Repository.root()
                    .resolve("harness-core/src/main/java/dev/assay/stack/UserCode.java")));

    assertThat(Repository.modules())
        .filteredOn(Module::published)
        .flatMap(module -> module.main().map(SourceFile::packageName).distinct().toList())
        .filteredOn(name -> !name.isEmpty() && !(name + ".").startsWith("dev.assay.contract."))
        .allSatisfy(
            name -> assertThat(machinery).anyMatch(prefix -> (name + ".").startsWith(prefix)));
  }

  private static String pom(String folder) {
    return Repository.text(Repository.root().resolve(folder).resolve("pom.xml"));
  }

  private static List<String> artifactsIn(String pom) {
    return groups("<artifactId>(.*?)</artifactId>", pom);
  }

  private static String firstVersionIn(String pom) {
    return groups("<version>(.*?)</version>", pom).get(0);
  }

  private static List<String> groups(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }
}
