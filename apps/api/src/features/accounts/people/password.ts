import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";
import { z } from "zod";
import { Invalid } from "../../../platform/errors.js";
import { isGuessable } from "../guessablePassword.js";

/** The length limits of a password; `refuseGuessable` checks the rest. */
export const newPasswordSchema = z.string().min(8).max(128);

/** Throws Invalid at `path` for a password that is easily guessed, also from the person's name and address (`own`). */
export async function refuseGuessable(
  password: string,
  path: string,
  own: readonly string[],
): Promise<void> {
  if (await isGuessable(password, own)) throw new Invalid([{ path, code: "common_password" }]);
}

/** The hash of a password as sign-in compares it (scrypt). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Whether a password has this hash. */
export const isPassword = (password: string, hashed: string): Promise<boolean> =>
  verify({ password, hash: hashed });
