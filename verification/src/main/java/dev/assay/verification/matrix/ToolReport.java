// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.matrix;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What one tool reported of one run: the XML files that every build server reads. */
record ToolReport(List<Element> suites) {

  /**
   * Reads every {@code TEST-*.xml} below a folder.
   *
   * @throws IOException if a file is not XML
   */
  static ToolReport read(Path folder) throws IOException {
    List<Element> suites = new ArrayList<>();
    for (Path file : files(folder)) {
      suites.add(parse(file));
    }
    return new ToolReport(suites);
  }

  /** Returns the files of a report below a folder. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  /** Returns the totals that the tool claims, then a line for each test that it lists. */
  List<String> lines() {
    return Stream.concat(Stream.of(totals()), tests().map(TestCase::line).sorted()).toList();
  }

  /** Returns a complaint for each line of a stack trace that tells nothing. */
  List<String> needlessFrames() {
    return tests().flatMap(TestCase::needlessFrames).toList();
  }

  private Stream<TestCase> tests() {
    return suites.stream().flatMap(suite -> children(suite, "testcase")).map(TestCase::new);
  }

  /** Returns the elements of a name at any depth below another. */
  static Stream<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private String totals() {
    return Stream.of("tests", "failures", "errors", "skipped")
        .map(count -> count + " " + total(count))
        .collect(joining(", "));
  }

  private int total(String count) {
    return suites.stream().mapToInt(suite -> Integer.parseInt(suite.getAttribute(count))).sum();
  }

  private static Element parse(Path file) throws IOException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      // The default handler prints.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " is not XML: " + e.getMessage(), e);
    }
  }
}
