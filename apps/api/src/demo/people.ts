import type { Person } from "./story.js";

/** Someone of the demo organisation; without a credential nobody can sign in as them. */
export interface DemoUser extends Person {
  email: string;
  role: "sales" | "finance" | "projects" | "viewer";
}

const user = (digit: number, name: string, email: string, role: DemoUser["role"]): DemoUser => ({
  id: `01900000-0000-7000-8000-00000000000${digit}`,
  name,
  email: `${email}@demo.example`,
  role,
});

/** The people of the demo organisation, the same on every installation. */
export const demoUsers: readonly DemoUser[] = [
  user(1, "Marina Duarte", "marina.duarte", "sales"),
  user(2, "Rafael Nogueira", "rafael.nogueira", "sales"),
  user(3, "Beatriz Sampaio", "beatriz.sampaio", "sales"),
  user(4, "Tiago Valente", "tiago.valente", "sales"),
  user(5, "Cláudia Prates", "claudia.prates", "finance"),
  user(6, "Henrique Bastos", "henrique.bastos", "finance"),
  user(7, "Lívia Campos", "livia.campos", "projects"),
  user(8, "Otávio Freitas", "otavio.freitas", "projects"),
];

/** Those who act in a role. */
export const usersOf = (role: DemoUser["role"]): readonly DemoUser[] =>
  demoUsers.filter((one) => one.role === role);
