/** Limits on what one file may cost; whoever runs the server can set each of them. */
export interface ReadLimits {
  /** Data rows of a file. */
  maxRows: number;
  /** Columns of a file. */
  maxColumns: number;
  /** Bytes of all zip entries together, inflated. */
  maxInflatedBytes: number;
  /** Inflated bytes of formats that must be held in memory as a whole (.xls, .xlsb). */
  maxInMemoryBytes: number;
  /** The maximum ratio of the inflated entries to the file, once they are larger than `ratioFreeBytes`. */
  maxInflateRatio: number;
  /** Inflated bytes below which the ratio is not checked. */
  ratioFreeBytes: number;
  /** Entries of a zip. */
  maxZipEntries: number;
  /** Characters of one record of a text file, or of one cell of a workbook. */
  maxRecordChars: number;
  /** Heap of the child process, in megabytes. */
  childHeapMb: number;
  /** Seconds that the parent waits for a message of the child. */
  silenceSeconds: number;
}

/** The default limits. */
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
