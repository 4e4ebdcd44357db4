/** Words in the lane of the pages left: the stop threshold, and which run the thin line is of. */
import type { Micros } from '../../../../base/units.ts';
import { timeToX } from '../../../../layout/human-time.ts';
import { format } from '../../../../protocol/texts.ts';
import type { Label } from '../../../shared/label-pool.ts';
import { pagesY } from '../scales.ts';
import type { Story } from '../story.ts';
import { WORDS } from '../words.ts';
import { fitting, type LabelInput, textPx } from './input.ts';

export function thresholdLabels(input: LabelInput): Label[] {
  const lane = input.lane('left');
  const startUs = input.story.pingedMigration?.startUs ?? null;
  if (lane === null || startUs === null || !Number.isFinite(input.stopBelow)) return [];
  const x = Math.max(0, timeToX(input.axis, startUs));
  const y = pagesY(lane, input.stopBelow, input.scales.pagesTotal);
  const text = format(WORDS.stopBelow, { pages: input.stopBelow });
  const px = text.length * input.charPx;
  return [
    {
      key: 'th',
      className: input.styles.threshold ?? '',
      x,
      y: Math.round(y),
      width: Math.max(0, input.width - x),
      text: '',
    },
    {
      key: 'tt',
      className: input.styles.note ?? '',
      x: Math.max(0, Math.min(x + 4, input.width - px - 2)),
      y: y - input.linePx - 1,
      text,
    },
  ];
}

const GAP_PX = 8;

/** All pages are left from the moment memory is set aside for them. */
function lineStart(story: Story): Micros | null {
  return story.phases.find(({ vm, name }) => vm === story.leadVm && name === 'reserve')?.startUs ?? null;
}

/** Left of where both runs begin to send nothing is drawn: there is room for the name of the other one. */
export function ghostLabels(input: LabelInput): Label[] {
  const lane = input.lane('left');
  const { ghost, axis, charPx } = input;
  const ghostStart = ghost === null ? null : lineStart(ghost.story);
  if (lane === null || ghost === null || ghostStart === null || ghostStart > input.reachedUs) return [];
  const ownStart = lineStart(input.story) ?? ghostStart;
  const end = timeToX(axis, Math.min(ghostStart, ownStart)) - GAP_PX;
  const text = fitting(
    [format(WORDS.ghostLine, { label: ghost.label }), WORDS.ghostLineShort],
    end,
    charPx,
    4,
  );
  if (text === '') return [];
  return [
    {
      key: 'gh',
      className: input.styles.ghost ?? '',
      x: Math.round(Math.max(0, end - textPx(text, charPx) - 4)),
      y: lane.top,
      width: Math.round(textPx(text, charPx) + 4),
      text,
    },
  ];
}
