let writes = 0;

/** Counts a write of this browser: queries in flight may return data from before it. */
export function noteWrite(): void {
  writes += 1;
}

/** How many writes this browser has made. */
export function writesSoFar(): number {
  return writes;
}
