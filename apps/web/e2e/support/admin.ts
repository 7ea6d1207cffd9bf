/** The admin that the first journey makes. */
export const admin = {
  name: "Ana Lima",
  email: "ana@example.com",
  password: "correct horse battery",
} as const;
