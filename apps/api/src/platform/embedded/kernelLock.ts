import { errorCode } from "./dataFolder.js";

/** What came of asking for a lock: some filesystems and platforms know none. */
export type LockAnswer = "held" | "taken" | "unsupported";

// Beyond all that is written there: Windows lets nobody else read what is locked.
const LOCKED_BYTE = 1 << 20;
const TAKEN = new Set(["EAGAIN", "EACCES", "EBUSY"]);

/**
 * Asks the kernel for the lock on an open file. It belongs to the open file itself: processes that inherit the
 * descriptor hold it too, it holds across containers that share the file, and it ends with the last of its holders,
 * however that ends.
 */
export async function kernelLock(descriptor: number): Promise<LockAnswer> {
  // There is no such program for every platform that PostgreSQL runs on.
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
