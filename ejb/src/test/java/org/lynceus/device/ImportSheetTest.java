package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;

class ImportSheetTest {
  private static ImportSheet csv(String text) {
    return ImportSheet.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(byte[] file, String word) {
    assertThatThrownBy(() -> ImportSheet.read(file))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.fields().get(0).detail()).containsIgnoringCase(word));
  }

  /** An XLSX file whose only sheet is this XML. */
  private static byte[] workbook(String sheet) throws IOException {
    Map<String, String> parts =
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>",
            "xl/workbook.xml",
            "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                + "<sheets><sheet name='1' sheetId='1' r:id='rId1'/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='rId1' Target='worksheets/sheet1.xml'"
                + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/>"
                + "</Relationships>",
            "xl/worksheets/sheet1.xml",
            sheet);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  void columnsAreFoundByTheirHeadersInAnyOrderAndOthersAreCarriedAlong() {
    ImportSheet sheet =
        csv("\uFEFFFloor;Password;ADDRESS;device name\r\n2;0042;192.168.1.10;Gate\r\n;;;\r\n");
    assertThat(sheet.columns()).containsExactly("Floor", "Password", "ADDRESS", "device name");
    ImportLine line = sheet.lines().get(0);
    assertThat(sheet.lines()).hasSize(1);
    assertThat(line.number()).isEqualTo(2);
    assertThat(line.name()).isEqualTo("Gate");
    assertThat(line.url()).isEqualTo("http://192.168.1.10");
    assertThat(line.password()).as("leading zeros stay").isEqualTo("0042");
    assertThat(line.cells()).containsExactly("2", "", "192.168.1.10", "Gate");
  }

  @Test
  void chineseHeadersInTheEncodingOfChineseSpreadsheetsAreUnderstood() {
    ImportSheet sheet =
        ImportSheet.read(
            "名称,地址,用户名,密码\n大门,10.0.0.1,admin,secret\n".getBytes(Charset.forName("GB18030")));
    assertThat(sheet.lines().get(0).name()).isEqualTo("大门");
    assertThat(sheet.lines().get(0).username()).isEqualTo("admin");
  }

  @Test
  void theTemplatesAndWhatIsExportedCanBeReadAgain() {
    for (boolean chinese : new boolean[] {false, true}) {
      Sheet template = ImportSheet.template(chinese);
      for (byte[] file : List.of(template.csv(), template.xlsx())) {
        ImportSheet read = ImportSheet.read(file);
        assertThat(read.columns()).isEqualTo(template.head());
        assertThat(read.lines())
            .extracting(ImportLine::url)
            .containsExactly("http://192.168.1.10", "rtsp://192.168.1.11:554/stream1");
      }
    }
  }

  @Test
  void whatASpreadsheetWouldTakeForAFormulaIsATextAndComesBackAsItWas() {
    Sheet sheet =
        new Sheet(
            List.of("Name", "Address"),
            List.of(List.of("=1+1,\"x\"", "10.0.0.1"), List.of("-a", "b")));
    String text = new String(sheet.csv(), StandardCharsets.UTF_8);
    assertThat(text).contains("\"'=1+1,\"\"x\"\"\"", "'-a").doesNotContain("\n=", "\n-");
    assertThat(ImportSheet.read(sheet.csv()).lines())
        .extracting(ImportLine::name)
        .containsExactly("=1+1,\"x\"", "-a");
    assertThat(ImportSheet.read(sheet.xlsx()).lines().get(0).name()).isEqualTo("=1+1,\"x\"");
  }

  @Test
  void aFileThatIsNoTableOrHasNoHeadersIsRefusedWithASentence() throws Exception {
    refused(new byte[] {0, 1, 2}, "neither");
    refused(new byte[] {'P', 'K', 3, 4, 9, 9}, "read");
    refused("Name,Address\n".getBytes(StandardCharsets.UTF_8), "rows below");
    refused("Camera,Where\na,b\n".getBytes(StandardCharsets.UTF_8), "headers Name and Address");
    refused("Name,Address\n\"a,b\n".getBytes(StandardCharsets.UTF_8), "read");
    refused(
        ("Name,Address\n" + "a,b\n".repeat(DeviceImportService.MOST_ROWS + 1))
            .getBytes(StandardCharsets.UTF_8),
        "more than 5000 rows");
    refused(
        ("Name,Address\n" + "x".repeat(2001) + ",b\n").getBytes(StandardCharsets.UTF_8),
        "too long");
  }

  @Test
  void bombsAreRefusedBeforeTheyAreUnpackedOrExpanded() throws Exception {
    refused(workbook("<worksheet>" + " ".repeat(70_000_000) + "</worksheet>"), "too large");
    String bomb =
        "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "<row r='1'><c r='A1' t='inlineStr'><is><t>&b;</t></is></c>"
            + "<c r='B1' t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>";
    assertThatThrownBy(() -> ImportSheet.read(workbook(bomb))).isInstanceOf(DomainException.class);
  }

  @Test
  void rowsAreJudgedByTheirWordsAlone() {
    ImportSheet sheet =
        csv(
            "Name,Address,User name\n"
                + "A,10.0.0.1,\nB,http://10.0.0.1/onvif/device_service,\n,10.0.0.2,\nC,ftp://x,\n"
                + "D,10.0.0.3,\nE,rtsp://u:p@10.0.0.4/,\nF,10.0.0.5,admin\n");
    Map<Integer, Reason> wrong =
        ImportVerdicts.of(
            sheet.lines(),
            List.of("http://10.0.0.3/onvif/device_service"),
            placed(sheet),
            List.of());
    assertThat(wrong.keySet()).containsExactly(3, 4, 5, 6, 7);
    assertThat(wrong.values())
        .extracting(Reason::code)
        .containsExactly(
            "duplicate-row", "invalid-row", "invalid-row", "already-added", "invalid-row");
    assertThat(wrong.get(4).text()).contains("name");
  }

  @Test
  void fiveThousandRowsAreReadAndJudged() {
    String rows =
        IntStream.range(0, DeviceImportService.MOST_ROWS)
            .mapToObj(i -> "Camera " + i + ",10.0." + i / 250 + "." + i % 250 + ",admin,secret\n")
            .collect(Collectors.joining());
    ImportSheet sheet = csv("Name,Address,User name,Password\n" + rows);
    assertThat(ImportVerdicts.of(sheet.lines(), List.of(), placed(sheet), List.of())).isEmpty();
    assertThat(sheet.lines()).hasSize(DeviceImportService.MOST_ROWS);
  }

  private static java.util.Set<Integer> placed(ImportSheet sheet) {
    return sheet.lines().stream().map(ImportLine::number).collect(Collectors.toSet());
  }

  @Test
  void aRowMayNameTheNodeThatDrivesItsDevice() {
    ImportSheet sheet =
        csv(
            "Name,Address,Home node,User name,Password\nA,10.0.0.1,east,,\nB,10.0.0.2,,,\n"
                + "C,10.0.0.3,nowhere,,\nD,autoreg:cam1,east,admin,x\n");
    assertThat(sheet.lines()).extracting(ImportLine::homeNode).startsWith("east", null, "nowhere");
    assertThat(ImportVerdicts.of(sheet.lines(), List.of(), placed(sheet), List.of("east")).values())
        .extracting(Reason::code)
        .startsWith("unknown-node");
  }

  @Test
  void aRowMayNameItsSite() {
    ImportSheet sheet = csv("名称,地址,场所\nA,10.0.0.1,Root/Building A\nB,10.0.0.2,\n");
    assertThat(sheet.lines()).extracting(ImportLine::site).containsExactly("Root/Building A", null);
    Map<Integer, Reason> wrong =
        ImportVerdicts.of(
            sheet.lines(), List.of(), List.of(sheet.lines().get(1).number()), List.of());
    assertThat(wrong.values()).extracting(Reason::code).containsExactly("unknown-site");
  }
}
