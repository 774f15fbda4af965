/** Counts work in progress, and tells when there is none. */
export class Busy {
  readonly #onChange: (busy: boolean) => void;
  #count = 0;
  #waiting: (() => void)[] = [];

  constructor(onChange: (busy: boolean) => void) {
    this.#onChange = onChange;
  }

  get idle(): boolean {
    return this.#count === 0;
  }

  /** Resolves as soon as nothing is in progress. */
  whenIdle(): Promise<void> {
    if (this.idle) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Counts `work` as in progress until it settles. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#count += 1;
    if (this.#count === 1) this.#onChange(true);
    try {
      return await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) this.#settle();
    }
  }

  #settle(): void {
    this.#onChange(false);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** One thing at a time for each key; different keys do not wait for each other. */
export class Locks {
  readonly #tails = new Map<string, Promise<unknown>>();

  async hold<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    // The one before may have failed; that is told to who asked for it.
    const mine = before.then(work, work);
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }
}
