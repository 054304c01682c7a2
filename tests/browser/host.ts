import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

/** Lets the first clerk of the city in. */
export const SETUP_TOKEN = "setup-token-of-the-browser-tests-4711";

const REPOSITORY = join(import.meta.dirname, "../..");
/** Compiling the components for the first time takes longest. */
const READY_MILLISECONDS_MAX = 180_000;
const LOG_LINES_MAX = 200;

/** One running system with data of its own. */
export class Host {
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly lines: string[],
  ) {}

  static async start(variables: Record<string, string> = {}): Promise<Host> {
    const folder = await mkdtemp(join(tmpdir(), "tasuki-browser-"));
    const program = process.env.TASUKI_HOST_BIN ?? join(REPOSITORY, "target/release/tasuki-host");
    const cache = process.env.TASUKI_HOST_CACHE ?? join(REPOSITORY, "target/host-cache");
    const child = spawn(
      program,
      [
        ...["up", "--manifest", "spin.toml", "--listen", "127.0.0.1:0"],
        ...["--state-dir", folder, "--cache-dir", cache],
        ...["--variable", `setup_token=${SETUP_TOKEN}`],
        ...Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]),
        ...["--clock-offset-file", join(folder, "clock")],
      ],
      { cwd: REPOSITORY, stdio: ["ignore", "pipe", "pipe"] },
    );
    const lines: string[] = [];
    const origin = await Promise.race([
      originIn(child, lines),
      wait(READY_MILLISECONDS_MAX, null, { ref: false }),
    ]).catch((error: Error) => error);
    if (typeof origin === "string") return new Host(origin, child, folder, lines);
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
    throw new Error(
      `${program} did not start (${origin?.message ?? "too slow"}); it said:\n${lines.join("\n")}`,
    );
  }

  /** From now on the components' clock is so much ahead; that of the browser is not. */
  async moveClock(milliseconds: number): Promise<void> {
    const clock = join(this.folder, "clock");
    // Renamed into place: the host reads the file at any moment and must not find half of it.
    await writeFile(`${clock}.new`, String(milliseconds));
    await rename(`${clock}.new`, clock);
  }

  /** The last it has printed. */
  log(): string {
    return this.lines.join("\n");
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    if (this.child.kill("SIGKILL")) await gone;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Reads all output, so that the host never blocks on a full pipe; resolves when it says where it serves. */
function originIn(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`exit code ${code}`)));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on("line", (line) => {
        lines.push(line);
        if (lines.length > LOG_LINES_MAX) lines.shift();
        const origin = /^Serving (http:\S+)/.exec(line)?.[1];
        if (origin) resolve(origin);
      });
    }
  });
}
