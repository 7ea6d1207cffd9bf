// The part of pdfmake that is used. Its published types would add those of browsers to the whole server.
declare module "pdfmake" {
  export type Alignment = "left" | "right" | "center";

  interface Style {
    fontSize?: number;
    bold?: boolean;
    color?: string;
    alignment?: Alignment;
    /** Left, top, right, bottom, in points. */
    margin?: [number, number, number, number];
    width?: number | "auto" | "*";
  }

  export interface TableLayout {
    hLineWidth: () => number;
    hLineColor: () => string;
    vLineWidth: () => number;
    paddingLeft: (column: number) => number;
    paddingRight: (column: number) => number;
    paddingTop: () => number;
    paddingBottom: () => number;
  }

  export interface Table {
    headerRows?: number;
    dontBreakRows?: boolean;
    widths?: (number | "auto" | "*")[];
    body: Content[][];
  }

  export type Content = Style &
    (
      | { text: string }
      | { stack: Content[] }
      | { columns: Content[]; columnGap?: number }
      | { table: Table; layout: TableLayout | "noBorders"; unbreakable?: boolean }
    );

  export interface DocumentDefinition {
    info: { title: string; author: string };
    language: string;
    pageSize: "A4";
    pageMargins: [number, number, number, number];
    defaultStyle: { font: string; fontSize: number; lineHeight: number };
    watermark?: { text: string; color: string; opacity: number };
    content: Content[];
    footer: (page: number, pages: number) => Content;
  }

  const pdfmake: {
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
