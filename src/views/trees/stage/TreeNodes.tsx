import type { KeyboardEvent } from 'react';
import type { Frame } from '../../../layout/trees/frame.ts';
import type { KeyLabel } from '../../../layout/trees/labels.ts';
import type { Prepared } from '../../../layout/trees/prepare.ts';
import { cell } from '../../../layout/trees/rows.ts';
import { edgeWidth, passed } from '../../../layout/trees/sizes.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './TreeNodes.module.css';
import { STAGE_WORDS } from './words.ts';

interface EdgeProps {
  tree: Prepared;
  onPath: Uint8Array;
  crowded: number;
}

export function TreeEdges({ tree, onPath, crowded }: EdgeProps) {
  return Array.from({ length: tree.count }, (_, row) => {
    const parent = cell(tree.nodes, row, 'parent');
    if (parent < 0) return null;
    const width = edgeWidth(passed(tree.nodes, row), tree.mostPassed, crowded);
    const walked = onPath[row] === 1 && onPath[parent] === 1;
    return (
      <line
        key={idOf(tree, row)}
        data-edge={row}
        className={walked ? styles.pathEdge : styles.edge}
        strokeWidth={(walked ? Math.max(2.5, width) : width).toFixed(2)}
      />
    );
  });
}

interface NodeProps {
  tree: Prepared;
  /** rows that are drawn; of a large tree only the one that has the focus */
  rows: readonly number[];
  frame: Frame;
  labels: readonly KeyLabel[];
  onPath: Uint8Array;
  marked: readonly number[];
  picked: number;
  tabStop: number;
  /** draws nothing but the focus: the nodes themselves are on the canvas */
  bare: boolean;
  onPick: (row: number) => void;
  onKey: (event: KeyboardEvent, row: number) => void;
  onFocus: (row: number) => void;
}

const SMALLEST_TARGET = 12;

export function TreeNodes(props: NodeProps) {
  const { tree, frame, onPath, marked, picked, bare } = props;
  const labels = new Map(props.labels.map((label) => [label.row, label]));
  return props.rows.map((row) => {
    const radius = frame.radius[row] ?? 0;
    const label = labels.get(row);
    const special = onPath[row] === 1 || marked.includes(row);
    return (
      <g
        key={bare ? `focus ${idOf(tree, row)}` : idOf(tree, row)}
        data-row={row}
        data-key={cell(tree.nodes, row, 'key')}
        className={styles.node}
        role="treeitem"
        tabIndex={row === props.tabStop ? 0 : -1}
        aria-level={cell(tree.nodes, row, 'depth') + 1}
        aria-selected={row === picked}
        aria-haspopup="menu"
        aria-label={nodeText(tree, row)}
        onFocus={() => props.onFocus(row)}
        onClick={(event) => {
          event.stopPropagation();
          props.onPick(row);
        }}
        onKeyDown={(event) => props.onKey(event, row)}
      >
        <circle r={Math.max(radius + 3, SMALLEST_TARGET)} className={styles.target} />
        {!bare && (
          <>
            {row === picked && <circle r={radius + 4} className={styles.picked} />}
            <circle r={radius.toFixed(2)} className={special ? styles.pathDisc : styles.disc} />
            {label && (
              <text
                x={label.dx.toFixed(1)}
                y={label.dy.toFixed(1)}
                fontSize={Math.floor(label.size)}
                className={[
                  styles.key,
                  label.inside ? '' : styles.beside,
                  special ? styles.pathKey : '',
                ].join(' ')}
              >
                {cell(tree.nodes, row, 'key')}
              </text>
            )}
          </>
        )}
      </g>
    );
  });
}

/** While a deletion lets a key take another's place it is there twice. */
function idOf({ nodes }: Prepared, row: number): string {
  const key = cell(nodes, row, 'key');
  return row > 0 && cell(nodes, row - 1, 'key') === key ? `${key} again` : String(key);
}

function nodeText({ nodes }: Prepared, row: number): string {
  const self = cell(nodes, row, 'self');
  return format(STAGE_WORDS.node, {
    key: cell(nodes, row, 'key'),
    depth: cell(nodes, row, 'depth'),
    self:
      self === 0
        ? STAGE_WORDS.never
        : self === 1
          ? STAGE_WORDS.once
          : format(STAGE_WORDS.times, { count: self }),
    left: cell(nodes, row, 'left'),
    right: cell(nodes, row, 'right'),
  });
}
