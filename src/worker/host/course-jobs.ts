/** Courses under way: done a slice at a time while nothing quicker is asked, told of as they come, called off at once. */
import { runCourses } from '../../engine/experiments/courses.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import type { Scenario } from '../../engine/simulation/scenario.ts';
import type { FromWorker } from '../../protocol/requests.ts';

interface Environment {
  now(): number;
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
}

interface Job {
  readonly id: number;
  readonly steps: ReturnType<typeof runCourses>;
  rows: number;
  toldAt: number;
}

const TELL_EVERY_MS = 125;

export class CourseJobs {
  private readonly environment: Environment;
  private jobs: Job[] = [];

  constructor(environment: Environment) {
    this.environment = environment;
  }

  begin(id: number, scenario: Scenario, library: TraceLibrary): void {
    this.jobs.push({ id, steps: runCourses(scenario, library), rows: 0, toldAt: this.environment.now() });
  }

  cancel(id: number): void {
    this.jobs = this.jobs.filter((job) => job.id !== id);
  }

  /** One slice of the first job. @param goOn true while it lasts @returns false when there is none */
  goOn(goOn: () => boolean): boolean {
    const job = this.jobs[0];
    if (job === undefined) return false;
    const { post } = this.environment;
    try {
      do {
        const { done, value } = job.steps.next();
        if (done === true) {
          this.cancel(job.id);
          post({ id: job.id, name: 'courses', reply: value }, []);
          return true;
        }
        this.tell(job, value);
      } while (goOn());
    } catch (error) {
      this.cancel(job.id);
      post({ id: job.id, error: error instanceof Error ? error.message : String(error) }, []);
    }
    return true;
  }

  /** A row as soon as it is there, the rest at human speed. */
  private tell(job: Job, { done, rows }: { readonly done: number; readonly rows: readonly unknown[] }): void {
    const now = this.environment.now();
    const same = rows.length === job.rows;
    if (same && now - job.toldAt < TELL_EVERY_MS) return;
    job.rows = rows.length;
    job.toldAt = now;
    this.environment.post({ id: job.id, progress: { done, rows: same ? null : rows } }, []);
  }
}
