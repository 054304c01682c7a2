/** A form that was begun in this tab and not sent. */
export interface KeptForm {
  name: string;
  what: string;
  href: string;
}

/** The forms of the field, by the names under which their pages keep them. */
const FORMS: [RegExp, string, (room: string) => string][] = [
  [/^message-(\d+)$/, "書き込み", (room) => `/rooms/${room}`],
  [/^vitals-(\d+)$/, "測定値", (room) => `/rooms/${room}/vitals`],
  [/^vitals-paste-(\d+)$/, "測定器の値", (room) => `/rooms/${room}/vitals?view=paste`],
  [/^visit-(\d+)$/, "訪問の予定", (room) => `/rooms/${room}/visits`],
  [/^basic-sheet-(\d+)$/, "基本シート", (room) => `/rooms/${room}/basic-sheet`],
];

/** What of the kept notes is a form that somebody wants to go on with. */
export function keptForms(names: string[]): KeptForm[] {
  return names.flatMap((name) =>
    FORMS.flatMap(([pattern, what, address]) => {
      const room = pattern.exec(name)?.[1];
      return room ? [{ name, what, href: address(room) }] : [];
    }),
  );
}
