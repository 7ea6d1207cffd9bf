import { type DomainError, TooLarge } from "../../../platform/errors.js";

/** How many bytes of a file are accepted, and the error for one that has more. */
export interface Room {
  bytes: number;
  refusal: DomainError;
}

/** The room of a file that may have `bytes`, whatever else is stored. */
export const roomOf = (bytes: number): Room => ({ bytes, refusal: new TooLarge(bytes) });

/** Throws the error for a file of `size` bytes that there is no room for. */
export function refuseBeyond({ bytes, refusal }: Room, size: number): void {
  if (size > bytes) throw refusal;
}
