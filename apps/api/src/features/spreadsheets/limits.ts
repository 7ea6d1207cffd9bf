/** Caps on what one file may cost; every one can be set by whoever runs the server. */
export interface ReadLimits {
  /** Data rows of a file. */
  maxRows: number;
  /** Columns of a file. */
  maxColumns: number;
  /** Bytes of all zip entries together, inflated. */
  maxInflatedBytes: number;
  /** Inflated bytes that formats may reach which must be held in memory whole (.xls, .xlsb). */
  maxInMemoryBytes: number;
  /** How many times larger than the file its inflated entries may be, once they pass `ratioFreeBytes`. */
  maxInflateRatio: number;
  /** Inflated bytes below which the ratio is not looked at. */
  ratioFreeBytes: number;
  /** Entries of a zip. */
  maxZipEntries: number;
  /** Characters of one record of a text file, or of one cell of a workbook. */
  maxRecordChars: number;
  /** Heap of the child process, in megabytes. */
  childHeapMb: number;
  /** Seconds the parent waits for the child to say something. */
  silenceSeconds: number;
}

/** The caps that hold where nobody set others. */
export const defaultLimits: ReadLimits = {
  maxRows: 1_000_000,
  maxColumns: 2_000,
  maxInflatedBytes: 3 * 1024 ** 3,
  maxInMemoryBytes: 400 * 1024 ** 2,
  maxInflateRatio: 200,
  ratioFreeBytes: 64 * 1024 ** 2,
  maxZipEntries: 10_000,
  maxRecordChars: 1_000_000,
  childHeapMb: 1_024,
  silenceSeconds: 60,
};
