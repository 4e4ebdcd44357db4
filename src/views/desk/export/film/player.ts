/** The moments of a workspace one by one: which there are, and how to bring one on screen. */
export interface Player {
  readonly unit: 's' | 'ms' | 'operation';
  /** digits a moment is told with */
  readonly digits: number;
  /** the first moment, and the last one that was reached: nothing beyond it is shown */
  readonly first: number;
  readonly reached: number;
  /** what is worth seeing of it */
  readonly from: number;
  readonly to: number;
  /** stops what plays; what is called afterwards brings the moment back and goes on as before */
  pause(): () => Promise<void>;
  /** resolves when the moment is on screen @throws Error with one sentence if it does not come */
  show(moment: number): Promise<void>;
}
