// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts about a class that reflection does not provide: the order in which its methods are
 * declared, and its first line in the source file.
 */
final class ClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private final DataInputStream in;
  private final Map<Integer, String> texts = new LinkedHashMap<>();
  private final List<String> methods = new ArrayList<>();
  private int firstLine = Integer.MAX_VALUE;

  private ClassFile(DataInputStream in) {
    this.in = in;
  }

  /** Reads the file of a class; without a file, nothing is known. */
  static ClassFile of(Class<?> type) {
    String name = type.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream found = type.getResourceAsStream(file)) {
      InputStream bytes = found == null ? InputStream.nullInputStream() : found;
      ClassFile read = new ClassFile(new DataInputStream(bytes));
      if (found != null) {
        read.read();
      }
      return read;
    } catch (IOException e) {
      return new ClassFile(new DataInputStream(InputStream.nullInputStream()));
    }
  }

  /** Returns the names and descriptors of the methods, such as {@code run()V}, in order. */
  List<String> methods() {
    return methods;
  }

  /** Returns the first line that has code, or the greatest integer if none is known. */
  int firstLine() {
    return firstLine;
  }

  /** Returns whether this class refers to another class anywhere. */
  boolean mentions(Class<?> type) {
    return texts.containsValue(type.descriptorString());
  }

  private void read() throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a class file");
    }
    in.readInt();
    readConstants();
    skip(6);
    skip(2L * in.readUnsignedShort());
    readMembers(new ArrayList<>());
    readMembers(methods);
  }

  private void readConstants() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 7, 8, 16, 19, 20 -> skip(2);
        case 15 -> skip(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
        case 5, 6 -> {
          skip(8);
          i++;
        }
        default -> throw new IOException("unknown constant " + tag);
      }
    }
  }

  private void readMembers(List<String> names) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      skip(2);
      names.add(text() + text());
      readAttributes();
    }
  }

  private void readAttributes() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      String name = text();
      long length = Integer.toUnsignedLong(in.readInt());
      switch (name) {
        case "Code" -> {
          skip(4);
          skip(Integer.toUnsignedLong(in.readInt()));
          skip(8L * in.readUnsignedShort());
          readAttributes();
        }
        case "LineNumberTable" -> readLines();
        default -> skip(length);
      }
    }
  }

  private void readLines() throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      skip(2);
      firstLine = Math.min(firstLine, in.readUnsignedShort());
    }
  }

  private String text() throws IOException {
    return texts.getOrDefault(in.readUnsignedShort(), "");
  }

  private void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
  }
}
