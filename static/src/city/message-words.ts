import type { Reaction } from "../api/messages";

/** Short answers to a message, besides 了解. */
export const REACTIONS: Record<Reaction, { label: string; sign: string }> = {
  thanks: { label: "ありがとう", sign: "🙏" },
  good: { label: "いいね", sign: "👍" },
  cheer: { label: "おつかれさまです", sign: "🍵" },
  sorry: { label: "お大事に", sign: "🌷" },
  look: { label: "見ています", sign: "👀" },
};

/** R22: always beside the writing box. */
export const NOT_FOR_EMERGENCIES = "緊急の連絡には使えません。急ぎは電話で。";
