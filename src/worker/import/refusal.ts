/** One of the sentences of `SENTENCES`, with its slots but for the name of what is refused. */
export class Refusal extends Error {
  readonly slots: Readonly<Record<string, string | number>>;

  constructor(template: string, slots: Readonly<Record<string, string | number>> = {}) {
    super(template);
    this.slots = slots;
  }
}
