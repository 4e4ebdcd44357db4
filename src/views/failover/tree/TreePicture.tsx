import { type KeyboardEvent, useRef, useState } from 'react';
import { PAGE_STATE } from '../../../base/columns.ts';
import { placeLabels } from '../../../layout/tree-labels.ts';
import { childOf, placeTree, type TreeBox, type TreeNode } from '../../../layout/tree-layout.ts';
import { format } from '../../../protocol/texts.ts';
import { PAGE_STATE_WORDS } from '../../shared/page-words.ts';
import type { Rotation } from './rotation.ts';
import styles from './TreePicture.module.css';
import { type Moment, useStages } from './use-stages.ts';
import { useTween } from './use-tween.ts';
import { TREE_WORDS } from './words.ts';

interface Props {
  nodes: readonly TreeNode[];
  box: TreeBox;
  label: string;
  moment: Moment;
  /** newest one, for the way the nodes go */
  rotation: Rotation | null;
  /** the one the note speaks of, whose pair is marked */
  marked: Rotation | null;
  /** picked physical page, or −1 */
  picked: number;
  /** text large enough for a hall */
  large: boolean;
  onPick: (page: number) => void;
  /** key pointed at or focused */
  onPoint: (key: number | null) => void;
}

const STATE_CLASS: Readonly<Record<number, string | undefined>> = {
  [PAGE_STATE.toSend]: styles.toSend,
  [PAGE_STATE.arrived]: styles.arrived,
  [PAGE_STATE.writtenAgain]: styles.writtenAgain,
  [PAGE_STATE.heldBack]: styles.heldBack,
  [PAGE_STATE.atHome]: styles.atHome,
};
const SMALLEST_TARGET = 12;
/** cos 45° */
const RIM = Math.SQRT1_2;

export function TreePicture(props: Props) {
  const { nodes, box, marked, picked, large } = props;
  const svg = useRef<SVGSVGElement>(null);
  const [roving, setRoving] = useState<number | null>(null);
  const places = placeTree(nodes, box);
  const labels = placeLabels(nodes, places, box, large ? 12.8 : 7.8, large ? 23 : 14);
  const { stages, animate } = useStages(nodes, places, box, props.moment, props.rotation);
  useTween(svg, stages, animate);

  const tabStop =
    nodes.find((node) => node.key === roving) ?? nodes.find((node) => node.page === picked) ?? nodes[0];
  const pair = keysOf(marked);
  const turning = keysOf(props.rotation);

  const edgeClass = (key: number, parent: number) => {
    if (pair.has(key) && pair.has(parent)) return styles.turned;
    return turning.has(key) && turning.has(parent) ? `${styles.edge} ${styles.turningEdge}` : styles.edge;
  };

  const move = (event: KeyboardEvent, index: number) => {
    const node = nodes[index];
    if (node === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') props.onPick(node.page);
    else {
      const to = neighbour(nodes, index, event.key);
      if (to === null) return;
      const key = nodes[to]?.key;
      if (key !== undefined) svg.current?.querySelector<SVGGElement>(`[data-node="${key}"]`)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.frame} role="tree" aria-label={props.label}>
      <svg ref={svg} className={styles.picture} viewBox={`0 0 ${box.width} ${box.height}`} role="none">
        <g>
          {nodes.map((node, i) => (
            <line
              key={node.key}
              data-edge={node.key}
              className={edgeClass(node.key, nodes[node.parent]?.key ?? -1)}
              strokeWidth={places.edge[i]}
            />
          ))}
        </g>
        {nodes.map((node, i) => {
          const radius = places.radius[i] ?? 0;
          const label = labels[i];
          return (
            <g
              key={node.key}
              data-node={node.key}
              className={styles.node}
              role="treeitem"
              tabIndex={node === tabStop ? 0 : -1}
              aria-level={node.depth + 1}
              aria-selected={node.page === picked}
              aria-label={nodeText(node)}
              onFocus={() => {
                setRoving(node.key);
                props.onPoint(node.key);
              }}
              onBlur={() => props.onPoint(null)}
              onPointerEnter={() => props.onPoint(node.key)}
              onPointerLeave={() => props.onPoint(null)}
              onClick={() => props.onPick(node.page)}
              onKeyDown={(event) => move(event, i)}
            >
              <circle r={Math.max(radius, SMALLEST_TARGET)} className={styles.target} />
              {pair.has(node.key) && <circle r={radius + 3} className={styles.pair} />}
              {turning.has(node.key) && <circle r={radius + 4} className={styles.turningPair} />}
              {node.page === picked && <circle r={radius + 5} className={styles.picked} />}
              <circle
                r={radius}
                className={[styles.disc, STATE_CLASS[node.state], node.predicted && styles.predicted].join(
                  ' ',
                )}
              />
              {node.state === PAGE_STATE.writtenAgain && (
                // At the rim, upper right: the key is written in the middle or below.
                <circle cx={radius * RIM} cy={-radius * RIM} r={large ? 4 : 2.75} className={styles.dot} />
              )}
              {label && (
                <text
                  x={label.x - (places.x[i] ?? 0)}
                  y={label.y - (places.y[i] ?? 0)}
                  className={label.inside && node.predicted ? styles.onFilled : styles.label}
                >
                  {node.key}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function keysOf(rotation: Rotation | null): Set<number> {
  return new Set(rotation === null ? [] : [rotation.parent, rotation.child, rotation.risen]);
}

function nodeText(node: TreeNode): string {
  const { key, depth, self, left, right } = node;
  return format(TREE_WORDS.node, {
    key,
    depth,
    self,
    left,
    right,
    state: PAGE_STATE_WORDS[node.state] ?? '',
    predicted: node.predicted ? TREE_WORDS.predicted : '',
  });
}

/** Up to the parent, left and right along the edges, down to the child with more accesses. */
function neighbour(nodes: readonly TreeNode[], index: number, key: string): number | null {
  const left = childOf(nodes, index, 'left');
  const right = childOf(nodes, index, 'right');
  const node = nodes[index];
  const heavier = (node?.left ?? 0) >= (node?.right ?? 0) ? [left, right] : [right, left];
  switch (key) {
    case 'ArrowUp':
      return node?.parent ?? -1;
    case 'ArrowLeft':
      return left;
    case 'ArrowRight':
      return right;
    case 'ArrowDown':
      return heavier.find((child) => child >= 0) ?? -1;
    case 'Home':
      return nodes.findIndex((candidate) => candidate.parent < 0);
    default:
      return null;
  }
}
