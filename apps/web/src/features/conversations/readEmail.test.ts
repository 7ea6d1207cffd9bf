import { readEmail } from "./readEmail.js";

const CONTACTS = [
  { id: "ana", emails: [{ address: "ana@x.example" }, { address: "Ana.Old@x.example" }] },
  { id: "bia", emails: [{ address: "bia@x.example" }] },
];

const SOURCE = [
  "From: =?utf-8?Q?Ana_S=C3=A3o?= <ana.old@x.example>",
  "To: us@our.example",
  "Cc: Someone <else@x.example>",
  "Subject: =?iso-8859-1?Q?Or=E7amento?=",
  "Date: Tue, 06 May 2025 10:00:00 -0300",
  "Message-ID: <1@x.example>",
  "MIME-Version: 1.0",
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=iso-8859-1",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Ol=E1,",
  "segue.",
  "--b",
  "Content-Type: text/html",
  "",
  "<p>Ol&aacute;</p>",
  "--b--",
].join("\r\n");

it("reads date, subject, text and people of an e-mail", async () => {
  expect(await readEmail(SOURCE, CONTACTS)).toEqual({
    kind: "EMAIL",
    occurredAt: "2025-05-06T13:00:00.000Z",
    subject: "Orçamento",
    text: "Olá,\nsegue.",
    contactIds: ["ana"],
  });
});

it("reads text alone of an e-mail in HTML", async () => {
  const html = `From: bia@x.example\nSubject: x\nContent-Type: text/html\n\n<style>p{}</style><script>alert(1)</script><p>One<br>two</p><p>three</p>`;
  const email = await readEmail(html, CONTACTS);
  expect(email?.contactIds).toEqual(["bia"]);
  expect(email?.text?.split("\n").filter(Boolean)).toEqual(["One", "two", "three"]);
});

it("cuts what is too long, and does not take other texts for e-mails", async () => {
  const long = await readEmail(`From: bia@x.example\n\n${"ã".repeat(20_000)}`, CONTACTS);
  expect(long?.text).toHaveLength(10_000);
  expect(await readEmail("Hello, how are you?", CONTACTS)).toBeNull();
  expect(await readEmail("", CONTACTS)).toBeNull();
});
