import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";
import { z } from "zod";

// The heads of every list of leaked passwords that are long enough to be let in here.
const COMMON = new Set(
  (
    "password password1 password12 password123 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 " +
    "123123123 11111111 00000000 87654321 88888888 qwerty123 qwertyuiop qwerty12 1q2w3e4r 1q2w3e4r5t " +
    "1qaz2wsx q1w2e3r4 zaq12wsx abcd1234 abc12345 asdfghjkl iloveyou princess sunshine football baseball " +
    "superman trustno1 starwars whatever welcome1 welcome123 letmein1 letmein123 monkey123 dragon123 " +
    "admin123 administrator changeme changeme123 clientela senha123 senha1234 mudar123 brasil123 flamengo " +
    "corinthians palmeiras benfica portugal teste123 administrador 12341234 123321123 102030405060"
  ).split(" "),
);

/** A password that can be chosen: 8 to 128 characters, and none that everyone guesses. */
export const newPasswordSchema = z
  .string()
  .min(8)
  .max(128)
  .refine((password) => !COMMON.has(password.toLowerCase()), "common_password");

/** The hash of a password as sign-in compares it (scrypt). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Whether a password has this hash. */
export const isPassword = (password: string, hashed: string): Promise<boolean> =>
  verify({ password, hash: hashed });
