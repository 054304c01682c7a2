// Words of the basic sheet. The vocabularies are written here so that this file needs nothing but itself; they are the
// API's.

export type CareLevel =
  | "support_1"
  | "support_2"
  | "care_1"
  | "care_2"
  | "care_3"
  | "care_4"
  | "care_5"
  | "none"
  | "applying";

export const CARE_LEVELS: Record<CareLevel, string> = {
  support_1: "要支援1",
  support_2: "要支援2",
  care_1: "要介護1",
  care_2: "要介護2",
  care_3: "要介護3",
  care_4: "要介護4",
  care_5: "要介護5",
  none: "認定なし",
  applying: "申請中",
};

/** The parts of the sheet, in the order of the page. */
export const SECTIONS = {
  allergies: "アレルギー",
  wishes: "本人の意思・希望",
  care: "要介護度",
  diagnoses: "病名",
  medicines: "薬",
  treatments: "医療機器・処置",
  doctors: "主治医・病院",
  contacts: "連絡先",
  living: "暮らし",
  caution: "気をつけること",
} as const;

export type SheetSection = keyof typeof SECTIONS;

export const SECTION_NAMES = Object.keys(SECTIONS) as SheetSection[];
