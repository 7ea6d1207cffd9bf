import { hashPassword as hash } from "better-auth/crypto";

/** The hash of a password as sign-in compares it (scrypt). */
export const hashPassword = (password: string): Promise<string> => hash(password);
