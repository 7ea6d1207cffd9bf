import type { ChunkDecoder } from "./encodedTwice.js";

// What code page 850 of DOS shows for the bytes 0x80 to 0xFF, in their order; no decoder of Node knows it.
const SHOWN =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

/** Reads the text of DOS programs in Western Europe and Brazil, which old accounting systems still write (code page 850). */
export class DosDecoder implements ChunkDecoder {
  decode(chunk?: Buffer): string {
    if (!chunk) return "";
    // Each byte is one character, so no chunk ends within one.
    return chunk
      .toString("latin1")
      .replace(/[\x80-\xff]/g, (shown) => SHOWN[shown.charCodeAt(0) - 0x80] ?? shown);
  }
}
