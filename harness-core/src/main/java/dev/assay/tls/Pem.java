// SPDX-License-Identifier: Apache-2.0
package dev.assay.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reader of certificates and keys in the textual encoding of RFC 7468. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";

  private Pem() {}

  /** Returns the certificates in a file, of which there is at least one. */
  static List<X509Certificate> certificates(Path file) throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(file, ISO_8859_1));
    while (block.find()) {
      if (block.group(1).equals(CERTIFICATE)) {
        found.add(certificate(file, block.group()));
      }
    }
    if (found.isEmpty()) {
      throw new IOException(file + " has no certificate; it must have a block BEGIN CERTIFICATE");
    }
    return found;
  }

  private static X509Certificate certificate(Path file, String block) throws IOException {
    try {
      ByteArrayInputStream text = new ByteArrayInputStream(block.getBytes(ISO_8859_1));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(text);
    } catch (CertificateException e) {
      throw new IOException(file + " has a certificate that cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the private key in a file, which belongs to a public key. */
  static PrivateKey privateKey(Path file, PublicKey other) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(file, ISO_8859_1));
    String found = "none";
    while (block.find()) {
      if (block.group(1).equals(KEY)) {
        return decode(file, block.group(2), other.getAlgorithm());
      }
      if (block.group(1).endsWith(KEY)) {
        found = block.group(1);
      }
    }
    throw new IOException(
        file + " must have an unencrypted key in PKCS#8, a block BEGIN PRIVATE KEY: " + found);
  }

  private static PrivateKey decode(Path file, String text, String algorithm) throws IOException {
    try {
      byte[] key = Base64.getMimeDecoder().decode(text);
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IOException(
          file + " has no " + algorithm + " key, as the certificate has: " + e.getMessage(), e);
    }
  }
}
