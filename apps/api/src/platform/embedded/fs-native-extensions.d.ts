declare module "fs-native-extensions" {
  /** Locks some bytes of a file that is open for writing, for whoever has the same open file; false where another has them. */
  export function tryLock(descriptor: number, offset: number, length: number): boolean;
}
