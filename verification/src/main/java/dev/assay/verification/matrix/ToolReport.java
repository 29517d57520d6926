// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What one tool said of one run, in lines that can be compared. */
final class ToolReport {
  private static final List<String> COUNTS = List.of("tests", "failures", "errors", "skipped");

  private final List<Element> suites = new ArrayList<>();

  private ToolReport() {}

  /**
   * Reads every {@code TEST-*.xml} below a folder.
   *
   * @throws IOException if a file is not the XML that such a report is
   */
  static ToolReport read(Path folder) throws IOException {
    ToolReport report = new ToolReport();
    for (Path file : files(folder)) {
      report.suites.add(parse(file));
    }
    return report;
  }

  /** Returns the totals that the tool claims, then one line for each test, by its name. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(totals());
    suites.stream().flatMap(suite -> children(suite, "testcase")).map(TestCase::new).sorted()
        .map(TestCase::line)
        .forEach(lines::add);
    return lines;
  }

  /** Returns the sum of what the suites claim, which a tool counts apart from the tests it lists. */
  private String totals() {
    StringBuilder totals = new StringBuilder();
    for (String count : COUNTS) {
      int sum = suites.stream().mapToInt(suite -> Integer.parseInt(suite.getAttribute(count))).sum();
      totals.append(totals.isEmpty() ? "" : ", ").append(count).append(' ').append(sum);
    }
    return totals.toString();
  }

  static Stream<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
        .map(found::item)
        .map(Element.class::cast);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private static Element parse(Path file) throws IOException {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
      return document.getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is no report: " + e.getMessage(), e);
    }
  }
}
