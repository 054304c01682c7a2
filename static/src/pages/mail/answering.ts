import type { Box, Desk, Mail } from "../../api/mail";
import { DESKS } from "../../city/names";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { type Addressee, EMPTY, isOwn, type Letter } from "./letter";
import { SUBJECT_CHARACTERS_MAX } from "./limits";

// What stands in a mail that answers or forwards another, before anybody has typed.

/** Who writes, and from where: a person of the own mail, a clerk for the desk from the desk's. */
export interface Writer {
  me: number;
  box: Box;
}

const ANSWERED = /^(?:re|返信)\s*:\s*/i;
const FORWARDED = /^(?:fwd?|転送)\s*:\s*/i;

/** `Re: …`, once however often a mail goes to and fro. */
export function replySubject(subject: string): string {
  return shortened(`Re: ${without(ANSWERED, subject)}`);
}

export function forwardSubject(subject: string): string {
  return shortened(`Fw: ${without(FORWARDED, subject)}`);
}

/** Without what stands before it, however it was typed: ｒｅ:, RE:, Re: Re:. */
function without(prefix: RegExp, subject: string): string {
  let rest = subject.trim();
  // Only the beginning is looked at in narrow letters: the rest stays as it was written.
  const PREFIX_CHARACTERS_MAX = 8;
  for (;;) {
    const start = rest.slice(0, PREFIX_CHARACTERS_MAX);
    const colon = start.search(/[::]/);
    if (colon < 0 || !prefix.test(start.slice(0, colon + 1).normalize("NFKC"))) return rest;
    rest = rest.slice(colon + 1).trim();
  }
}

function shortened(subject: string): string {
  return [...subject].slice(0, SUBJECT_CHARACTERS_MAX).join("");
}

type Addressed = Pick<Letter, "to" | "desks">;

/** To whom an answer goes: to the sender; from the sender's own hand once more to whom the mail went. */
export function answerTo(mail: Mail, { me, box }: Writer): Addressed {
  if (isOwn(mail, box, me)) return others(mail, { me, box }, recipientsOf(mail));
  return senderOf(mail);
}

/** To whom an answer to all goes: to the sender and to everybody who got the mail, but not to who writes it. */
export function answerAllTo(mail: Mail, writer: Writer): Addressed {
  const sender = senderOf(mail);
  const recipients = recipientsOf(mail);
  return others(mail, writer, {
    to: [...sender.to, ...recipients.to],
    desks: [...sender.desks, ...recipients.desks],
  });
}

/** Whether an answer to all goes to anybody else than an answer does. */
export function hasOthers(mail: Mail, writer: Writer): boolean {
  const count = ({ to, desks }: Addressed) => to.length + desks.length;
  return count(answerAllTo(mail, writer)) > count(answerTo(mail, writer));
}

function senderOf({ from }: Mail): Addressed {
  return from.desk === null ? { to: [from.person], desks: [] } : { to: [], desks: [from.desk] };
}

function recipientsOf(mail: Mail): Addressed {
  return {
    to: mail.to.flatMap(({ person }) => (person === null ? [] : [person])),
    desks: mail.to.flatMap(({ desk }) => (desk === null ? [] : [desk])),
  };
}

/** Everybody once, without who writes; who wrote only to themselves answers themselves. */
function others(mail: Mail, { me, box }: Writer, all: Addressed): Addressed {
  const people = new Map<number, Addressee>(all.to.map((person) => [person.user_id, person]));
  people.delete(me);
  const desks = new Set<Desk>(all.desks);
  if (box !== "mine") desks.delete(box);
  return people.size + desks.size > 0 ? { to: [...people.values()], desks: [...desks] } : senderOf(mail);
}

export function replyLetter(mail: Mail, writer: Writer, all: boolean): Letter {
  return {
    ...EMPTY,
    ...(all ? answerAllTo(mail, writer) : answerTo(mail, writer)),
    subject: replySubject(mail.subject),
    replyTo: mail.mail_id,
    fromDesk: writer.box !== "mine",
  };
}

/** A new thread, whose readers do not see the old one: the text goes along. */
export function forwardLetter(mail: Mail, { box }: Writer): Letter {
  return {
    ...EMPTY,
    subject: forwardSubject(mail.subject),
    body: forwardedText(mail),
    forwardOf: mail.mail_id,
    forwardFiles: mail.files.length > 0,
    fromDesk: box !== "mine",
  };
}

function forwardedText(mail: Mail): string {
  const lines = [
    "",
    "",
    "---- 転送するメール ----",
    `差出人: ${senderInWords(mail)}`,
    `日時: ${warekiWithTime(mail.at)}`,
    `宛先: ${recipientsInWords(mail)}`,
    `件名: ${mail.subject}`,
    "",
    mail.body,
  ];
  return lines.join("\n");
}

/** 山田 花子(訪問看護師 ・ 訪問看護ステーションみどり); for a desk, who wrote for it. */
export function senderInWords({ from: { person, desk } }: Mail): string {
  if (desk !== null) return `${DESKS[desk].short}(${person.name})`;
  return `${person.name}(${word(PROFESSIONS, person.profession)} ・ ${person.organization_name})`;
}

export function recipientsInWords(mail: Mail): string {
  return mail.to
    .flatMap(({ person, desk }) =>
      desk !== null ? [DESKS[desk].short] : person !== null ? [person.name] : [],
    )
    .join("、");
}
