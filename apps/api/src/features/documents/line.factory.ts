/** A line as an input takes it. */
export const line = (description: string, quantity: string, unitPrice: string) => ({
  description,
  quantity,
  unitPrice,
});

/** One line that comes to `amount`. */
export const worth = (amount: string) => [line("Serviço", "1", amount)];
