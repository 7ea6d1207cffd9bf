/** A line as an input accepts it. */
export const line = (description: string, quantity: string, unitPrice: string) => ({
  description,
  quantity,
  unitPrice,
});

/** One line with the total `amount`. */
export const worth = (amount: string) => [line("Serviço", "1", amount)];
