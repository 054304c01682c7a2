/** R36: how long a screen stays open with nobody touching the device. The server has a clock of its own. */
export const IDLE_LIMIT_MILLISECONDS = 15 * 60 * 1000;
