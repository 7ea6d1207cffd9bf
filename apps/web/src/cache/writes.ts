let writes = 0;

/** Says that this browser wrote something: what is being read just now may be from before it. */
export function noteWrite(): void {
  writes += 1;
}

/** How often this browser wrote something that lists show. */
export function writesSoFar(): number {
  return writes;
}
