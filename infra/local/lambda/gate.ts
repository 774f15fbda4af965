/** Lets at most so many through at one time; the others wait in order. */
export class Gate {
  private readonly width: number;
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(width: number) {
    this.width = width;
  }

  /** Those running and those waiting. */
  get inside(): number {
    return this.running + this.waiting.length;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.width) await new Promise<void>((go) => this.waiting.push(go));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed on, so that nobody can slip in between.
      if (next) next();
      else this.running -= 1;
    }
  }
}
