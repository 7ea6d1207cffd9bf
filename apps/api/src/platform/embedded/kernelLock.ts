import { errorCode } from "./dataFolder.js";

/** The result of trying to lock: some filesystems and platforms have no locks. */
export type LockResult = "held" | "taken" | "unsupported";

// Beyond all content: on Windows nobody else can read locked bytes.
const LOCKED_BYTE = 1 << 20;
const TAKEN = new Set(["EAGAIN", "EACCES", "EBUSY"]);

/**
 * Tries to lock an open file. The lock belongs to the open file itself: processes that inherit the
 * descriptor hold it too, it is visible across containers that share the file, and it ends with the last of its holders,
 * however that ends.
 */
export async function kernelLock(descriptor: number): Promise<LockResult> {
  // The native module does not exist for every platform that PostgreSQL runs on.
  const native = await import("fs-native-extensions").catch(() => null);
  if (!native) return "unsupported";
  try {
    return native.tryLock(descriptor, LOCKED_BYTE, 1) ? "held" : "taken";
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return TAKEN.has(code) ? "taken" : "unsupported";
  }
}
