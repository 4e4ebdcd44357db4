import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { fitCamera } from '../../../layout/trees/camera.ts';
import { FrameBuffer } from '../../../layout/trees/frame.ts';
import { placeKeys } from '../../../layout/trees/labels.ts';
import { prepare } from '../../../layout/trees/prepare.ts';
import { cell, rowOfKey } from '../../../layout/trees/rows.ts';
import { format } from '../../../protocol/texts.ts';
import styles from './MiniTree.module.css';
import { STAGE_WORDS } from './words.ts';

interface Props {
  /** rows of NODE_WIDTH */
  nodes: Int32Array;
  /** a key whose node and way from the root are marked */
  highlight?: number | null;
  label: string;
}

const SIZE_WITHOUT_LAYOUT = { width: 240, height: 150 };
const SCALE = { smallest: 11, largest: 14 };
const KEYS = { wanted: 12, smallest: 12 };
const MARGIN = 14;

/** A still picture of a tree as large as its place, in the same projection as the stage. */
export function MiniTree({ nodes, highlight = null, label }: Props) {
  const { ref, width, height } = useElementSize();
  const room = useMemo(() => {
    const size = width > 0 && height > 0 ? { width, height } : SIZE_WITHOUT_LAYOUT;
    return { ...size, top: MARGIN, bottom: MARGIN, side: 8 };
  }, [width, height]);
  const drawn = useMemo(() => {
    const tree = prepare(nodes);
    let levels = 1;
    let size = 1;
    for (let row = 0; row < tree.count; row += 1) {
      levels = Math.max(levels, cell(nodes, row, 'depth') + 1);
      size = Math.max(size, cell(nodes, row, 'rank') + 1);
    }
    const path: number[] = [];
    for (let row = rowOfKey(nodes, highlight); row >= 0; row = cell(nodes, row, 'parent')) path.push(row);
    const camera = fitCamera(room, { size, levels });
    const frame = new FrameBuffer().update(tree, camera, room, SCALE, null, [], path);
    const { from, to, x, y, radius } = frame;
    const labels = placeKeys({ nodes, from, to, x, y, radius, ...room }, KEYS);
    return { tree, levels, path, frame, labels };
  }, [nodes, highlight, room]);
  const { tree, levels, path, frame, labels } = drawn;
  const x = (row: number) => (frame.x[row] ?? 0).toFixed(1);
  const y = (row: number) => (frame.y[row] ?? 0).toFixed(1);
  const edges = Array.from({ length: tree.count }, (_, row) => {
    const parent = cell(nodes, row, 'parent');
    return parent < 0 ? '' : `M${x(parent)} ${y(parent)}L${x(row)} ${y(row)}`;
  }).join('');

  return (
    <div ref={ref} className={styles.mini}>
      <svg
        width={room.width}
        height={room.height}
        role="img"
        aria-label={format(STAGE_WORDS.mini, {
          label,
          size: tree.count,
          height: tree.count === 0 ? 0 : levels,
        })}
      >
        <path d={edges} className={styles.edge} />
        {path.map((row) => {
          const parent = cell(nodes, row, 'parent');
          return (
            parent >= 0 && (
              <line key={row} className={styles.way} x1={x(parent)} y1={y(parent)} x2={x(row)} y2={y(row)} />
            )
          );
        })}
        {Array.from({ length: tree.count }, (_, row) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is what it is drawn for
            key={row}
            cx={x(row)}
            cy={y(row)}
            r={(frame.radius[row] ?? 0).toFixed(1)}
            className={path.includes(row) ? styles.on : styles.disc}
          />
        ))}
        {labels.map(({ row, dx, dy, size }) => (
          <text
            key={row}
            x={(frame.x[row] ?? 0) + dx}
            y={(frame.y[row] ?? 0) + dy}
            fontSize={size}
            className={styles.key}
          >
            {cell(nodes, row, 'key')}
          </text>
        ))}
      </svg>
    </div>
  );
}
