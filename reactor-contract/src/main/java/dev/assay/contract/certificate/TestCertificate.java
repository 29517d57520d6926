// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.assay.tls.TlsOptions;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for tests, with its key. It certifies itself, and is valid until the end of 2099.
 *
 * @since 0.1
 */
public final class TestCertificate {
  private static final byte[] ECDSA_WITH_SHA256 =
      Der.value(Der.SEQUENCE, Der.oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02));

  private static final byte[] COMMON_NAME = Der.oid(0x55, 0x04, 0x03);
  private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.oid(0x55, 0x1D, 0x11);

  /** The tags of the parts of a certificate, and of a name in it, that have a number as a name. */
  private static final int VERSION = 0xA0;

  private static final int EXTENSIONS = 0xA3;
  private static final int DNS_NAME = 0x82;
  private static final int IP_ADDRESS = 0x87;

  private final KeyPair keys;
  private final X509Certificate certificate;

  private TestCertificate(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /**
   * Creates a certificate.
   *
   * @param hosts the hosts that it is for, by name or IPv4 address; at least one
   */
  public static TestCertificate of(String... hosts) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      byte[] content = content(keys, List.of(hosts));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      byte[] encoded =
          Der.value(Der.SEQUENCE, content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return new TestCertificate(
          keys, (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK cannot make a certificate: " + e.getMessage(), e);
    }
  }

  private static byte[] content(KeyPair keys, List<String> hosts) {
    byte[] name = name(hosts.get(0));
    byte[] validity =
        Der.value(
            Der.SEQUENCE,
            Der.text(Der.GENERALIZED_TIME, "20000101000000Z"),
            Der.text(Der.GENERALIZED_TIME, "20991231235959Z"));
    byte[] serial =
        new BigInteger(1, Arrays.copyOf(keys.getPublic().getEncoded(), 8)).toByteArray();
    byte[] names =
        Der.value(Der.SEQUENCE, hosts.stream().map(TestCertificate::host).toArray(byte[][]::new));
    byte[] extension =
        Der.value(Der.SEQUENCE, SUBJECT_ALTERNATIVE_NAME, Der.value(Der.OCTET_STRING, names));
    return Der.value(
        Der.SEQUENCE,
        Der.value(VERSION, Der.value(Der.INTEGER, new byte[] {2})),
        Der.value(Der.INTEGER, serial),
        ECDSA_WITH_SHA256,
        name,
        validity,
        name,
        keys.getPublic().getEncoded(),
        Der.value(EXTENSIONS, Der.value(Der.SEQUENCE, extension)));
  }

  private static byte[] name(String common) {
    byte[] part = Der.value(Der.SEQUENCE, COMMON_NAME, Der.text(Der.UTF8_STRING, common));
    return Der.value(Der.SEQUENCE, Der.value(Der.SET, part));
  }

  private static byte[] host(String host) {
    if (!host.matches("[0-9.]+")) {
      return Der.text(DNS_NAME, host);
    }
    String[] numbers = host.split("\\.", -1);
    byte[] address = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      address[i] = (byte) Integer.parseInt(numbers[i]);
    }
    return Der.value(IP_ADDRESS, address);
  }

  /** Returns the options of a side that has this certificate. */
  public TlsOptions options() {
    return TlsOptions.ofCertificate(keys.getPrivate(), List.of(certificate));
  }

  /** Returns the options of a side that trusts this certificate only, and has none. */
  public TlsOptions trusting() {
    return TlsOptions.DEFAULT.withTrusted(List.of(certificate));
  }

  /** Returns the certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Returns the certificate as the text of a PEM file. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the private key as the text of a PEM file. */
  public String keyPem() {
    Key key = keys.getPrivate();
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String label, byte[] encoded) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(encoded), label);
  }
}
