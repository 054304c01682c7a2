/** Who appears in the scenarios, and what they write into forms. */

export interface Person {
  name: string;
  kana: string;
  profession: string;
  email: string;
  device: { asset_number: string; kind: string };
}

export interface Application {
  organization: {
    id?: number;
    name: string;
    kind: string;
    postal_code: string;
    address: string;
    phone: string;
  };
  applicant: { name: string; kana: string; email: string; phone: string };
  pledge: true;
  people: Person[];
  /** How it came, when a clerk enters it. */
  channel?: string;
}

/** What the notice and the passwords of the scenarios have in common: nobody would guess it. */
export const PASSWORD = "mado3-Yanagi7-shi";

const NAMES: [name: string, kana: string][] = [
  ["佐藤 美咲", "サトウ ミサキ"],
  ["鈴木 健一", "スズキ ケンイチ"],
  ["高橋 陽子", "タカハシ ヨウコ"],
  ["田中 翔太", "タナカ ショウタ"],
  ["渡辺 さくら", "ワタナベ サクラ"],
];

let count = 0;

/** A nurse with a mailbox and a tablet of her own. */
export function nurse(name: string, kana: string): Person {
  count += 1;
  return {
    name,
    kana,
    profession: "nurse",
    email: `n${count}.tanaka@minami.example.jp`,
    device: { asset_number: `MNM-T-${String(count).padStart(3, "0")}`, kind: "tablet" },
  };
}

/** So many different people, at most five. */
export function people(howMany: number): Person[] {
  return NAMES.slice(0, howMany).map(([name, kana]) => nurse(name, kana));
}

/** What the manager of a clinic that is new here applies for. */
export function applicationOf(clinic: string, persons: Person[]): Application {
  return {
    organization: {
      name: clinic,
      kind: "clinic",
      postal_code: "272-0021",
      address: "千葉県市川市八幡3-4-5 みなみビル2階",
      phone: "047-300-0001",
    },
    applicant: {
      name: "山田 花子",
      kana: "ヤマダ ハナコ",
      email: "hanako.yamada@minami.example.jp",
      phone: "047-300-0001",
    },
    pledge: true,
    people: persons,
  };
}

export const CLERK: Person = {
  name: "市川 一郎",
  kana: "イチカワ イチロウ",
  profession: "clerk",
  email: "ichiro.ichikawa@city.example.lg.jp",
  device: { asset_number: "CITY-PC-0012", kind: "desktop" },
};
