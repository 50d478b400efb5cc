package org.lynceus.rest.device;

import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.lynceus.device.Sheet;

/** The forms in which tables are given to spreadsheets. */
public enum SheetFormat {
  CSV("text/csv;charset=UTF-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String type;

  SheetFormat(String type) {
    this.type = type;
  }

  /** The file, to be saved under a name. */
  Response file(Sheet sheet, String name) {
    return Response.ok(this == CSV ? sheet.csv() : sheet.xlsx(), type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + name + "." + name().toLowerCase(Locale.ROOT) + "\"")
        .build();
  }
}
