import { decodeEscapes } from "../cellText.js";
import { decodeXml, scanXml } from "../xml/xml.js";
import type { ZipEntry } from "../zip/zipDirectory.js";
import type { ZipFile } from "../zip/zipFile.js";

/** The texts that cells point to by number; runs joined, phonetic hints left out. */
export async function readSharedStrings(
  zip: ZipFile,
  part: ZipEntry | undefined,
): Promise<string[]> {
  const texts: string[] = [];
  if (!part) return texts;
  let text = "";
  let phonetic = 0;
  const handler = {
    wantsText: false,
    text: (raw: string): void => {
      text += raw;
    },
    open: (name: string): void => {
      if (name === "t") handler.wantsText = phonetic === 0;
      else if (name === "rPh") phonetic += 1;
      else if (name === "si") text = "";
    },
    close: (name: string): void => {
      if (name === "t") handler.wantsText = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si") texts.push(decodeEscapes(decodeXml(text)));
    },
  };
  await scanXml(zip.stream(part), handler, part.name);
  return texts;
}
