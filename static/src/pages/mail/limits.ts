// What the server takes at most of one mail.

export const ADDRESSEES_MAX = 50;
export const SUBJECT_CHARACTERS_MAX = 100;
export const BODY_CHARACTERS_MAX = 20_000;
export const FILE_LIMITS = { files_max: 10, file_bytes_max: 10 * 1024 * 1024 };
