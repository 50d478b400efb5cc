package org.lynceus.protocols.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class XmlReaderTest {
  @Test
  void pathsAreReadByLocalNamesWhateverThePrefixes() throws Exception {
    XmlElement root =
        read("<a:x xmlns:a='urn:1'><b xmlns='urn:2'> one </b><a:b k='v'>two</a:b></a:x>");
    assertThat(root.all("b").map(XmlElement::text)).containsExactly("one", "two");
    assertThat(root.all("b").map(XmlElement::namespace)).containsExactly("urn:2", "urn:1");
    assertThat(root.text("b")).isEqualTo("one");
    assertThat(root.text("c", "d")).isEmpty();
    assertThat(root.below("b").reduce((one, other) -> other).orElseThrow().attribute("k"))
        .isEqualTo("v");
  }

  @Test
  void aByteThatUtf8DoesNotAllowCostsACharacterAndAnotherDeclaredEncodingIsRead() throws Exception {
    byte[] broken = "<a>x?y</a>".getBytes(StandardCharsets.US_ASCII);
    broken[4] = (byte) 0xC8;
    assertThat(XmlReader.read(broken).text()).isEqualTo("x\uFFFDy");
    String chinese = "<?xml version='1.0' encoding='GB2312'?><a>\u95e8</a>";
    assertThat(XmlReader.read(chinese.getBytes("GB2312")).text()).isEqualTo("\u95e8");
    assertThat(XmlReader.read("\uFEFF<a>b</a>".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("b");
  }

  @Test
  void anEntityBombIsRefusedBeforeItGrows() {
    assertRefused(
        "<!DOCTYPE a [<!ENTITY b 'xxxxxxxxxx'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;&c;</a>");
  }

  @Test
  void aDocumentTypeThatNamesAFileIsRefused() {
    assertRefused("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>");
    assertRefused("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>");
  }

  @Test
  void tooDeepTooManyTooLargeAndBrokenAreRefused() {
    assertRefused("<a>".repeat(65) + "</a>".repeat(65));
    assertRefused("<a>" + "<b/>".repeat(20_000) + "</a>");
    assertRefused("<a>" + "x".repeat(XmlReader.MOST_BYTES) + "</a>");
    assertRefused("<a><b></a>");
    assertRefused("HTTP/1.1 200 OK");
    assertRefused("");
  }

  @Property
  void noBytesLeadToAnythingButAnElementOrARefusal(@ForAll byte[] bytes) {
    try {
      assertThat(XmlReader.read(bytes)).isNotNull();
    } catch (XmlException expected) {
      assertThat(expected.getMessage()).isNotBlank();
    }
  }

  @Property
  void escapedTextComesBackAsItWasButForControlCharacters(@ForAll String text) throws Exception {
    XmlElement read =
        read(
            "<a b=\""
                + XmlText.escape(text).replace('\n', ' ')
                + "\">"
                + XmlText.escape(text)
                + "</a>");
    String carried =
        text.codePoints()
            .filter(c -> c >= ' ' || c == '\t' || c == '\n')
            .filter(c -> c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(read.text()).isEqualTo(carried.strip());
  }

  private static void assertRefused(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(XmlException.class);
  }

  private static XmlElement read(String document) throws XmlException {
    return XmlReader.read(document.getBytes(StandardCharsets.UTF_8));
  }
}
