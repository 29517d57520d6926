// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.house;

import java.util.List;
import java.util.stream.Stream;

/**
 * The Java sources of one module of the build.
 *
 * @param published whether users get this module as a jar; it has a module descriptor then
 */
record Module(String name, boolean published, List<SourceFile> sources) {

  /** Returns a published module made of these files. */
  static Module planted(SourceFile... files) {
    return new Module("planted", true, List.of(files));
  }

  Stream<SourceFile> main() {
    return sources.stream().filter(file -> !file.isTest());
  }

  Stream<SourceFile> tests() {
    return sources.stream().filter(SourceFile::isTest);
  }
}
