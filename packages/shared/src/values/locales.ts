/** The languages of the product. */
export const LOCALES = ["pt-BR", "pt-PT", "en"] as const;

/** A language of the product, as a BCP 47 tag. */
export type Locale = (typeof LOCALES)[number];

/** The language that an `Accept-Language` header (RFC 9110, 12.5.4) asks for first among ours; English where none fits. */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage) return "en";
  const wanted = acceptLanguage
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === "pt-pt") return "pt-PT";
    if (tag === "pt" || tag.startsWith("pt-")) return "pt-BR";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return "en";
}
