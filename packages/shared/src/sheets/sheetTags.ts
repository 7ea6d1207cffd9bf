// Either a quoted tag, in which a quote is doubled, or everything up to the next separator.
const TAG = /\s*(?:"((?:[^"]|"")*)"\s*(?=[,;|\n]|:::|$)|((?:(?!:::)[^,;|\n])*))(?:[,;|\n]|:::|$)/gy;

/** The tags in a cell, separated by comma, semicolon, bar, ":::" (Google's) or line break; a tag in quotes may contain them. */
export function splitTags(text: string): string[] {
  const tags: string[] = [];
  TAG.lastIndex = 0;
  while (TAG.lastIndex < text.length) {
    const match = TAG.exec(text);
    if (!match) break;
    tags.push(match[1] === undefined ? (match[2] ?? "").trim() : match[1].replaceAll('""', '"'));
  }
  return tags.filter((tag) => tag !== "");
}

/** Tags as one cell, each in quotes where it contains a separator or a quote. */
export function joinTags(tags: readonly string[]): string {
  return tags
    .map((tag) => (/[,;|\n"]|:::/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag))
    .join(", ");
}
