import { isBlank, type Ruling } from "@clientela/shared/values/textRules";

const LONGEST = 255;
const FALLBACK = "file";

// Control characters, lone surrogates, and the marks that let a name read backwards.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** A file's name without folders, control characters and direction marks; "" where nothing is left. */
function bareName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const bare = last.replace(UNSEEN, "").trim();
  return isBlank(bare) || /^\.+$/.test(bare) ? "" : bare;
}

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const ending = /\.[^.\s]{1,16}$/.exec(name)?.[0] ?? "";
  return characters.slice(0, LONGEST - [...ending].length).join("") + ending;
}

/** The name to keep for an uploaded file, whatever its sender calls it; at most 255 characters, its ending kept. */
export function cleanFileName(name: string): string {
  return shortened(bareName(name)) || FALLBACK;
}

/** The rule for a name that a person gives to a file. */
export function fileNameRuling(name: string): Ruling<string> {
  const bare = bareName(name);
  if (bare === "") return { issue: "required" };
  return [...bare].length > LONGEST ? { issue: "too_long" } : { value: bare };
}

/** A Content-Disposition header that carries any name (RFC 6266, RFC 8187). */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
