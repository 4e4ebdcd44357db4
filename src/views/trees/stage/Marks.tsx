import type { Frame } from '../../../layout/trees/frame.ts';
import type { Marks as MarksData } from '../../../layout/trees/marks.ts';
import type { Prepared } from '../../../layout/trees/prepare.ts';
import { cell, subtreeRows } from '../../../layout/trees/rows.ts';
import styles from './Marks.module.css';

interface Props {
  marks: MarksData;
  tree: Prepared;
  frame: Frame;
}

/** px beyond the node's rim */
const RING = 4;
const STUB = { x: 26, y: 34, radius: 7 };
/** where the stub leaves a node of radius 1 */
const RIM = { x: 0.61, y: 0.79 };

/** Under the nodes: which subtree changes hands, on a ground `width` px wide. */
export function HandsMarks({ marks, tree, width }: Pick<Props, 'marks' | 'tree'> & { width: number }) {
  return marks.hands.map((row) => {
    const { from, to } = subtreeRows(tree.children, row);
    return (
      <g key={row}>
        <path className={styles.hull} strokeWidth={width} data-hull={`${from} ${to}`} />
        {cell(tree.nodes, row, 'parent') >= 0 && <line className={styles.handsEdge} data-edge={row} />}
      </g>
    );
  });
}

/** Over the nodes: the node the step is about, and the way of who will rise. */
export function StepMarks({ marks, tree, frame }: Props) {
  const { kind, at, pair, rise, sank, missing } = marks;
  const radiusOf = (row: number) => frame.radius[row] ?? 0;
  const side = missing?.side === 'left' ? -1 : 1;
  return (
    <>
      {rise && rise.row < tree.count && (
        <path
          className={styles.rise}
          data-rise={`${rise.row} ${rise.level}`}
          markerEnd="url(#tree-rise-head)"
        />
      )}
      {pair.map(({ role, row }) => (
        <g key={role} data-at={row}>
          <circle r={radiusOf(row) + RING} className={role === 'inner' ? styles.inner : styles.pair} />
        </g>
      ))}
      {at >= 0 && pair.length === 0 && kind !== 'descend' && (
        <g data-at={at}>
          <circle
            r={radiusOf(at) + RING}
            className={kind === 'link' || kind === 'replace' ? styles.fresh : styles.ring}
          />
        </g>
      )}
      {at >= 0 && kind === 'descend' && (
        <g data-at={at}>
          <circle r={radiusOf(at) + RING} className={styles.going} />
        </g>
      )}
      {sank >= 0 && (
        <g data-at={sank}>
          <circle r={radiusOf(sank) + RING} className={styles.pair} />
        </g>
      )}
      {missing && (
        <g data-at={missing.row}>
          <line
            className={styles.missing}
            x1={side * RIM.x * radiusOf(missing.row)}
            y1={RIM.y * radiusOf(missing.row)}
            x2={side * STUB.x}
            y2={STUB.y}
          />
          <circle className={styles.missing} cx={side * STUB.x} cy={STUB.y + STUB.radius} r={STUB.radius} />
        </g>
      )}
    </>
  );
}

/** Where the dashed way ends. */
export function MarkDefinitions() {
  return (
    <defs>
      <marker
        id="tree-rise-head"
        viewBox="0 0 10 10"
        refX="8"
        refY="5"
        markerWidth="7"
        markerHeight="7"
        orient="auto-start-reverse"
        markerUnits="userSpaceOnUse"
      >
        <path d="M0 0L10 5L0 10Z" className={styles.head} />
      </marker>
    </defs>
  );
}
