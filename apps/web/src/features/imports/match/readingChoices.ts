import type { MessageKey } from "../../../i18n/messageKey.js";

/** The encodings that a text file can be read in; their names are the same in every language. */
export const textEncodings: readonly { value: string; label: string }[] = [
  { value: "utf-8", label: "UTF-8" },
  { value: "windows-1252", label: "Windows-1252" },
  { value: "iso-8859-15", label: "ISO 8859-15" },
  { value: "macintosh", label: "Mac Roman" },
  { value: "utf-16le", label: "UTF-16 LE" },
  { value: "utf-16be", label: "UTF-16 BE" },
  { value: "windows-1250", label: "Windows-1250" },
  { value: "windows-1251", label: "Windows-1251" },
  { value: "ibm850", label: "DOS 850" },
  { value: "ibm866", label: "IBM 866" },
  { value: "utf-8-twice", label: "UTF-8 × 2" },
];

/** The possible separators of a text file. */
export const delimiters: readonly { value: string; key: MessageKey }[] = [
  { value: ",", key: "import.delimiter.comma" },
  { value: ";", key: "import.delimiter.semicolon" },
  { value: "\t", key: "import.delimiter.tab" },
  { value: "|", key: "import.delimiter.bar" },
];

/** How a text file can write a quote inside of a quoted text. */
export const quotings = ["double", "backslash", "none"] as const;
