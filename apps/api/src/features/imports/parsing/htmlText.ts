import { compile } from "html-to-text";

// Tags that editors of notes write. Anything else in angle brackets, such as an e-mail address or a comparison, is text.
const TAG =
  /<\/?(?:a|b|blockquote|br|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>/i;

const convert = compile({
  wordwrap: false,
  selectors: [
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "ul", options: { itemPrefix: "- ", leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
  ],
});

/** The text of a cell that holds HTML, its links with their addresses; null where it holds none. */
export function textOfHtml(cell: string): string | null {
  if (!TAG.test(cell)) return null;
  return convert(cell)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
