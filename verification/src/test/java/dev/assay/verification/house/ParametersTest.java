// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.assay.trial.Strictness;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Whether the configuration parameters are the same for the code, for the page about them and for
 * IDEs, which read the metadata.
 */
final class ParametersTest {
  private static final String MODULE = "harness-junit/src/main/";
  private static final Pattern LITERAL = Pattern.compile("\"(trial\\.[a-z.]+[a-z])\"");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(trial\\.[a-z.]+[a-z])` \\| (?:`(.*?)`)? *\\|");
  private static final String OF_JUNIT = "trial.parallel.config.";

  /** What is published under keys that look like parameters. */
  private static final List<String> REPORTS = List.of("trial.virtual", "trial.overlooked");

  @Test
  void metadata_parametersAndDefaults_areThoseOfThePage() {
    Map<String, String> onThePage = new TreeMap<>();
    ROW.matcher(text("docs/trials.md"))
        .results()
        .forEach(row -> onThePage.put(row.group(1), String.valueOf(row.group(2))));

    Map<String, String> ours = defaults();
    ours.keySet().removeIf(name -> name.startsWith(OF_JUNIT));
    assertThat(ours).isNotEmpty().isEqualTo(onThePage);
  }

  @Test
  void metadata_parameters_areThoseThatAreRead() {
    List<String> read =
        Repository.files(Repository.root().resolve(MODULE + "java"), ".java").stream()
            .flatMap(file -> LITERAL.matcher(Repository.text(file)).results())
            .map(found -> found.group(1))
            .filter(name -> !REPORTS.contains(name))
            .toList();

    assertThat(defaults().keySet())
        .filteredOn(name -> !name.startsWith(OF_JUNIT))
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void metadata_hintsOfStrictness_areItsValues() {
    JsonObject hint = metadata().getAsJsonArray("hints").get(0).getAsJsonObject();

    assertThat(hint.get("name").getAsString()).isEqualTo("trial.strictness");
    assertThat(elements(hint, "values"))
        .extracting(value -> value.get("value").getAsString().toUpperCase(Locale.ROOT))
        .containsExactlyElementsOf(Arrays.stream(Strictness.values()).map(Enum::name).toList());
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new TreeMap<>();
    for (JsonObject property : elements(metadata(), "properties")) {
      JsonElement value = property.get("defaultValue");
      defaults.put(
          property.get("name").getAsString(), value == null ? "null" : value.getAsString());
    }
    return defaults;
  }

  private static List<JsonObject> elements(JsonObject of, String name) {
    return StreamSupport.stream(of.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static JsonObject metadata() {
    return JsonParser.parseString(
            text(MODULE + "resources/META-INF/junit-platform-configuration-metadata.json"))
        .getAsJsonObject();
  }

  private static String text(String file) {
    return Repository.text(Repository.root().resolve(file));
  }
}
