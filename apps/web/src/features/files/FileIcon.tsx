import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
  type TablerIcon,
} from "@tabler/icons-react";

const kinds: readonly [pattern: RegExp, icon: TablerIcon][] = [
  [/^image\//, IconPhoto],
  [/pdf$/, IconFileTypePdf],
  [/sheet|excel|csv/, IconFileSpreadsheet],
  [/zip|compressed|rar|gzip/, IconFileZip],
  [/^text\/|word|document/, IconFileText],
];

/** The icon of a kind of file. */
export function FileIcon({ mediaType }: { mediaType: string }) {
  const Icon = kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? IconFile;
  return <Icon size={16} aria-hidden="true" />;
}
