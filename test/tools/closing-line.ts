import type { Reporter as PlaywrightReporter, Suite } from '@playwright/test/reporter';
import type { Reporter, TestModule } from 'vitest/node';

/** Both runners end with this line, for people and for programs that read the outcome of a run. */
const print = (passed: number, failed: number, skipped: number) =>
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);

export class VitestClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count[test.result().state]++;
      // A file that fails before its first test has none to count.
      if (tests.every((test) => test.result().state !== 'failed') && module.state() === 'failed')
        count.failed++;
    }
    // The default reporter writes its summary in the same hook, after this one has been called.
    process.once('exit', () => print(count.passed, count.failed, count.skipped + count.pending));
  }
}

/** Named in playwright.config.ts by its path, which asks for a default export. */
export default class PlaywrightClosingLine implements PlaywrightReporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite) {
    this.suite = suite;
  }

  onError() {
    this.errors++;
  }

  onExit() {
    const count = { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
    for (const test of this.suite?.allTests() ?? []) count[test.outcome()]++;
    print(count.expected + count.flaky, count.unexpected + this.errors, count.skipped);
    return Promise.resolve();
  }

  printsToStdio() {
    return false;
  }
}
