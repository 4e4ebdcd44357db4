import { useRef, useState } from 'react';
import { pageGrid } from '../../layout/page-grid.ts';
import { SCALAR } from '../../protocol/frame.ts';
import { eventText } from '../../protocol/texts.ts';
import { currentHistory } from '../../store/select.ts';
import { useApp } from '../../store/store.ts';
import classes from './Stage.module.css';
import { FocusDestination, FocusSource } from './stage/Focus.tsx';
import { HeartbeatLan } from './stage/HeartbeatLan.tsx';
import { Lan } from './stage/Lan.tsx';
import { Lens } from './stage/Lens.tsx';
import { MemoryGrid } from './stage/MemoryGrid.tsx';
import { emptyNote } from './stage/memory-note.ts';
import { MenuLoader } from './stage/menu/MenuLoader.tsx';
import { MenuContext, type MenuOpening } from './stage/menu/menu-context.ts';
import { eventNode, lastEvent, nodeName, type StageModel, scalar, useStageModel } from './stage/model.ts';
import { NodeCard, type Place } from './stage/NodeCard.tsx';
import { SplitBrainBanner } from './stage/SplitBrainBanner.tsx';
import { StorageCard } from './stage/StorageCard.tsx';
import type { Side } from './stage/tile-stamps.ts';
import { useFlip } from './stage/use-flip.ts';
import { say, WORDS } from './stage/words.ts';

/** Cause, not inventory: memory leaving on the left, arriving on the right, and the port between that makes pings wait. */
export function Stage() {
  const model = useStageModel();
  return (
    <section className={classes.stage} aria-label={WORDS.cluster}>
      {model ? <Hosts model={model} /> : null}
    </section>
  );
}

interface LensOpening {
  readonly side: Side;
  readonly tile: number;
  readonly vm: number;
}

function Hosts({ model }: { readonly model: StageModel }) {
  const { history, focus, places } = model;
  const stage = useRef<HTMLDivElement>(null);
  const [lens, setLens] = useState<LensOpening | null>(null);
  const [menu, setMenu] = useState<MenuOpening | null>(null);
  const [said, announce] = useState('');
  const refused = useRefusal();
  const grid = pageGrid(Math.max(1, focus.memoryPages));
  useFlip(stage, [places.left, places.right, ...places.others].join());

  const closeLens = () => {
    const side = lens?.side === 'destination' ? 'right' : 'left';
    setLens(null);
    stage.current?.querySelector<HTMLElement>(`[data-place="${side}"] [role="application"]`)?.focus();
  };

  return (
    <MenuContext value={setMenu}>
      <SplitBrainBanner model={model} />
      {/* biome-ignore lint/a11y/useSemanticElements: a section would do, but here the role is the point: it spans both hosts */}
      <div
        ref={stage}
        className={classes.hosts}
        data-crowd={places.others.length > 1}
        style={{ '--small': places.others.length + 1 } as React.CSSProperties}
        role="region"
        aria-label={say(WORDS.memoryOf, { vm: focus.name })}
      >
        <Lan model={model} stage={stage} />
        {history.nodes.map((node) => {
          const place = placeOf(model, node.id);
          const side = place === 'right' ? 'destination' : 'source';
          const note = emptyNote(model, side);
          return (
            <NodeCard
              key={node.id}
              model={model}
              node={node}
              place={place}
              order={Math.max(0, places.others.indexOf(node.id))}
              refused={refused?.node === node.id ? refused.text : null}
              memory={
                place === 'other' ? null : (
                  <MemoryGrid
                    side={side}
                    vm={focus.id}
                    vmName={focus.name}
                    nodeName={nodeName(history, node.id)}
                    grid={grid}
                    filled={note === null}
                    note={note?.title ?? ''}
                    noteDetail={note?.detail ?? ''}
                    onOpen={(tile) => setLens({ side, tile, vm: focus.id })}
                    announce={announce}
                  />
                )
              }
              focus={
                place === 'other' ? null : place === 'left' ? (
                  <FocusSource model={model} />
                ) : (
                  <FocusDestination model={model} />
                )
              }
            />
          );
        })}
        <StorageCard model={model} />
        {lens && lens.vm === focus.id ? (
          <Lens
            key={`${lens.side} ${lens.tile}`}
            side={lens.side}
            vm={focus.id}
            vmName={focus.name}
            grid={grid}
            tile={lens.tile}
            onClose={closeLens}
            announce={announce}
          />
        ) : null}
      </div>
      <HeartbeatLan model={model} stage={stage} />
      <p className={classes.said} role="status">
        {refused?.text ?? said}
      </p>
      {menu ? <MenuLoader key={`${menu.x} ${menu.y}`} opening={menu} close={() => setMenu(null)} /> : null}
    </MenuContext>
  );
}

function placeOf(model: StageModel, node: number): Place {
  if (node === model.places.left) return 'left';
  return node === model.places.right ? 'right' : 'other';
}

/** How long a refusal stays on the page while time runs, in simulated µs. */
const REFUSAL_US = 8_000_000;

function useRefusal(): { readonly node: number; readonly text: string } | null {
  const history = useApp(currentHistory);
  const event = history ? lastEvent(history, 'stop-refused') : null;
  const fresh = useApp((state) => event !== null && scalar(state, SCALAR.timeUs) - event.atUs < REFUSAL_US);
  if (!history || !event || !fresh) return null;
  return { node: eventNode(event, 'node', history), text: eventText(event) };
}
