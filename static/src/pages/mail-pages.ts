// One file for the internal mail.
export { MailPage } from "./mail/mail-page";
export { MailThreadPage } from "./mail/thread-page";
export { MailWritePage } from "./mail/write-page";
