/** What a moment means: convergence, the pause, prediction, faults, cost, and how the sides differ. */
import { type ReactNode, useRef, useState } from 'react';
import { type ShownSide, shownSides } from '../shown.ts';
import { usePaced } from '../use-paced.ts';
import { AgainstCard } from './AgainstCard.tsx';
import { Card } from './Card.tsx';
import { ConvergenceCard } from './ConvergenceCard.tsx';
import { CostCard } from './CostCard.tsx';
import { PauseCard } from './PauseCard.tsx';
import { PostCopyCard } from './PostCopyCard.tsx';
import { PredictionCard } from './PredictionCard.tsx';
import styles from './SidePanels.module.css';
import { arrange, type CardName } from './stages.ts';
import {
  againstSummary,
  costSummary,
  pauseSummary,
  postSummary,
  predictionSummary,
  savesBytes,
} from './summaries.ts';
import { useConvergence } from './use-convergence.ts';
import { useRoom } from './use-room.ts';
import { AGAINST, CONVERGE, COST, PAUSE, POST, PREDICTION, WORDS } from './words.ts';

export function SidePanels() {
  const sides = usePaced(shownSides, sameSides);
  const column = useRef<HTMLElement>(null);
  const room = useRoom(column);
  return (
    <section ref={column} className={styles.column} aria-label={WORDS.region}>
      {sides !== null && <Cards sides={sides} room={room} />}
    </section>
  );
}

function Cards({ sides, room }: { readonly sides: readonly ShownSide[]; readonly room: number }) {
  const judged = useConvergence(sides);
  const remedies = judged.shown !== null && judged.analysis?.convergence.converges === false;
  const { cards, lead, open } = arrange(sides, { px: room, remedies });
  /** opened or closed by hand, until what leads changes */
  const [byHand, setByHand] = useState<{ lead: CardName; cards: Partial<Record<CardName, boolean>> }>({
    lead,
    cards: {},
  });
  const chosen = byHand.lead === lead ? byHand.cards : {};
  const bodies: Record<CardName, { title: string; summary: string; body: ReactNode }> = {
    converge: {
      title: CONVERGE.title,
      summary: judged.summary,
      body: <ConvergenceCard sides={sides} judged={judged} />,
    },
    pause: { title: PAUSE.title, summary: pauseSummary(sides), body: <PauseCard sides={sides} /> },
    prediction: {
      title: PREDICTION.title,
      summary: predictionSummary(sides),
      body: <PredictionCard sides={sides} />,
    },
    post: { title: POST.title, summary: postSummary(sides), body: <PostCopyCard sides={sides} /> },
    cost: {
      title: sides.some(savesBytes) ? COST.titleSaving : COST.title,
      summary: costSummary(sides),
      body: <CostCard sides={sides} />,
    },
    against: {
      title: sides.length > 1 ? AGAINST.title : AGAINST.titleOne,
      summary: againstSummary(sides),
      body: <AgainstCard sides={sides} />,
    },
  };
  return cards.map((card) => {
    const isOpen = chosen[card] ?? open.has(card);
    return (
      <Card
        key={card}
        title={bodies[card].title}
        summary={bodies[card].summary}
        lead={card === lead}
        open={isOpen}
        onToggle={() => setByHand({ lead, cards: { ...chosen, [card]: !isOpen } })}
      >
        {bodies[card].body}
      </Card>
    );
  });
}

function sameSides(a: ShownSide[] | null, b: ShownSide[] | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every((shown, i) => {
      const other = b[i];
      return (
        shown.side === other?.side &&
        shown.atMs === other.atMs &&
        shown.reachedMs === other.reachedMs &&
        shown.entry === other.entry
      );
    })
  );
}
