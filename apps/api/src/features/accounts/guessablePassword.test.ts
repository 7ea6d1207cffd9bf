import { isGuessable } from "./guessablePassword.js";

test.each([
  ...["password", "Password1", "P@ssw0rd!", "12345678", "1234567890", "00000000", "1q2w3e4r5t"],
  ...["qwertyuiop", "iloveyou", "jaqueline", "19641964", "12121212", "abcdefgh", "zaq12wsx"],
  ...[
    "senha123",
    "Senha@123",
    "mudar123",
    "Flamengo2024!",
    "corinthians",
    "brasil2026",
    "benfica1904",
  ],
  ...["primavera2026", "segunda-feira", "clientela", "Clientela2026!", "aaaaaaaaaaaaaaaa"],
])("%s is guessed soon", async (password) => {
  expect(await isGuessable(password)).toBe(true);
});

test.each([
  ...["correct horse 9", "a long enough one", "Xk9#mQ2v", "sesame-street-7", "casa-93817462019"],
  ...["nove gatos no telhado", "x7 muro cinza"],
])("%s is not", async (password) => {
  expect(await isGuessable(password)).toBe(false);
});

test("a guesser knows the person's own name and address", async () => {
  const own = ["Wilhelmine Ostertag", "w.ostertag@ostertagbau.example"];
  for (const password of [
    ...["ostertag2026", "Wilhelmine!", "ostertagbau1"],
    ...["ostertag@wilhelmine", "Wilhelmine-Ostertag-26", "0stertagW1lhelmine"],
  ]) {
    expect([password, await isGuessable(password, own)]).toEqual([password, true]);
  }
  for (const password of ["ostertagbau1", "ostertag@wilhelmine"])
    expect([password, await isGuessable(password)]).toEqual([password, false]);
  expect(await isGuessable("nine ostertag roofs", own)).toBe(false);
});

test("a long password of lookalikes is looked at no longer than a short one", async () => {
  const before = process.threadCpuUsage();
  await isGuessable("4@8({[<369&#!1|0$5+7%2".repeat(6).slice(0, 128));
  // Of this thread, whatever the machine and the garbage collector's threads do; with each lookalike tried it is minutes.
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3_000);
});
