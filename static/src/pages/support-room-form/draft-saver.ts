import type { Problem } from "../../api/problem";

export type DraftState =
  | { kind: "untouched" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "failed"; problem: Problem };

/** So long after the last key the draft is saved. */
export const QUIET_MILLISECONDS = 2000;
/** Whoever types without a pause is saved so often. */
export const LONGEST_MILLISECONDS = 15_000;
/** After a failure, when nothing is typed and the network does not report back. */
export const RETRY_MILLISECONDS = 15_000;

/** Saves what is typed when the typing pauses: one request at a time, the latest content wins. */
export class DraftSaver<Content> {
  private latest: Content | null = null;
  private kept: string;
  private firstUnsaved: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    /** What the server has already. */
    initial: Content,
    private readonly save: (content: Content) => Promise<Problem | undefined>,
    private readonly tell: (state: DraftState) => void,
  ) {
    this.kept = JSON.stringify(initial);
  }

  changed(content: Content) {
    this.latest = content;
    if (this.stopped) return;
    if (!this.isUnsaved()) {
      clearTimeout(this.timer);
      this.firstUnsaved = null;
      return;
    }
    this.firstUnsaved ??= Date.now();
    const longest = this.firstUnsaved + LONGEST_MILLISECONDS - Date.now();
    this.saveIn(Math.max(0, Math.min(QUIET_MILLISECONDS, longest)));
  }

  /** Saves at once, if there is anything to save: the page is left, or the network is back. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (this.stopped || !this.isUnsaved()) return;
    this.running = this.saveNow();
    await this.running;
  }

  /** Nothing is saved any more; resolves when no request is under way that could overtake the next one. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /**
   * The page goes: what is unsaved is tried once. Nothing may try again later, when the text is old, was sent, or somebody
   * else is signed in at this device.
   */
  async leave(): Promise<void> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    if (!this.stopped && this.isUnsaved()) this.running = this.saveNow();
    await this.stop();
  }

  /** The end was called off. */
  resume() {
    this.stopped = false;
    if (this.latest !== null) this.changed(this.latest);
  }

  private isUnsaved(): boolean {
    return this.latest !== null && JSON.stringify(this.latest) !== this.kept;
  }

  private saveIn(milliseconds: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private async saveNow() {
    const content = this.latest as Content;
    this.firstUnsaved = null;
    this.tell({ kind: "saving" });
    const problem = await this.save(content);
    this.running = null;
    if (problem === undefined) this.kept = JSON.stringify(content);
    this.tell(problem ? { kind: "failed", problem } : { kind: "saved", at: new Date() });
    if (this.stopped) return;
    if (problem) this.saveIn(RETRY_MILLISECONDS);
    else if (this.isUnsaved()) this.changed(this.latest as Content);
  }
}
