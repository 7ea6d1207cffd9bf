/** The newest of everything, and what happened. */
export function Tab({ customerId }: { customerId: string }) {
  return <p>{customerId}</p>;
}
