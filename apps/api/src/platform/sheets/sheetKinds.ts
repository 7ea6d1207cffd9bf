import type { Exporter } from "./exporter.js";
import type { Importer } from "./importer.js";

const importers = new Map<string, Importer>();
const exporters = new Map<string, Exporter>();

/** Learns which kinds of record go into and out of sheets; to be called before any background work begins. */
export function registerSheetKinds(
  features: readonly { importer?: Importer; exporter?: Exporter }[],
): void {
  for (const { importer, exporter } of features) {
    if (importer) importers.set(importer.kind, importer);
    if (exporter) exporters.set(exporter.kind, exporter);
  }
}

/** How a kind of record comes in from sheets, where it does. */
export const importerOf = (kind: string): Importer | undefined => importers.get(kind);

/** The kinds of record that come in from sheets. */
export const importedKinds = (): string[] => [...importers.keys()];

/** How a kind of record goes out into sheets, where it does. */
export const exporterOf = (kind: string): Exporter | undefined => exporters.get(kind);
