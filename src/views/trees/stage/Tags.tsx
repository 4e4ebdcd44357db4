import styles from './Tags.module.css';
import { BAR_LABEL_PX, COLUMN_GAP, PAD } from './tag-sizes.ts';
import type { Tag } from './tags.ts';
import { TAG_WORDS } from './words.ts';

/** Words and bars beside nodes; each goes along with its node. */
export function Tags({
  tags,
  textSize,
  momentKey,
}: {
  tags: readonly Tag[];
  textSize: number;
  momentKey: string;
}) {
  const line = Math.round(textSize * 1.35);
  return tags.map((tag) => (
    <g key={`${tag.id} ${momentKey}`} data-at={tag.row} className={styles.tag} data-look={tag.look}>
      {tag.away && <line className={styles.leader} {...leader(tag)} />}
      <g transform={`translate(${tag.dx.toFixed(1)} ${tag.dy.toFixed(1)})`}>
        <rect className={styles.card} width={tag.width} height={tag.height} rx={4} />
        {tag.look === 'bars' ? (
          <Bars tag={tag} line={line} scale={textSize / 12} />
        ) : (
          <>
            <text className={styles.title} x={PAD} y={tag.detail === '' ? tag.height / 2 : line / 2 + 3}>
              {tag.title}
            </text>
            {tag.detail !== '' && (
              <text className={styles.detail} x={PAD} y={line * 1.5 + 3}>
                {tag.detail}
              </text>
            )}
          </>
        )}
      </g>
    </g>
  ));
}

function Bars({ tag, line, scale }: { tag: Tag; line: number; scale: number }) {
  const { beside, bar, role, count } = tag.card;
  const start = PAD + (beside ? role + 3 * count + COLUMN_GAP : 0);
  const left = start + BAR_LABEL_PX * scale;
  const above = beside || tag.table.length === 0 ? 0 : tag.table.length + 1;
  const top = PAD + above * line;
  return (
    <>
      <CountTable tag={tag} line={line} />
      {tag.bars.map(({ label, text, share }, i) => {
        const y = top + i * line;
        return (
          <g key={label}>
            <text className={styles.detail} x={start} y={y + line / 2}>
              {label}
            </text>
            <rect
              className={i === 1 ? styles.against : styles.bar}
              x={left}
              y={y + line * 0.2}
              width={Math.max(1, share * bar)}
              height={line * 0.6}
            />
            <text className={styles.detail} x={left + bar + 8} y={y + line / 2}>
              {text}
            </text>
          </g>
        );
      })}
      {tag.verdicts.map((verdict, i) => (
        <text key={verdict} className={styles.title} x={start} y={top + (tag.bars.length + i + 0.5) * line}>
          {verdict}
        </text>
      ))}
    </>
  );
}

const COLUMNS = ['left', 'self', 'right'] as const;

function CountTable({ tag, line }: { tag: Tag; line: number }) {
  if (tag.table.length === 0) return null;
  const right = (column: number) => PAD + tag.card.role + (column + 1) * tag.card.count;
  return (
    <>
      {COLUMNS.map((column, i) => (
        <text key={column} className={styles.head} x={right(i)} y={PAD + line / 2}>
          {TAG_WORDS[column]}
        </text>
      ))}
      {tag.table.map(({ title, counts }, row) => (
        <g key={title}>
          <text className={styles.title} x={PAD} y={PAD + (row + 1.5) * line}>
            {title}
          </text>
          {counts.map((count, i) => (
            <text key={COLUMNS[i]} className={styles.number} x={right(i)} y={PAD + (row + 1.5) * line}>
              {count}
            </text>
          ))}
        </g>
      ))}
    </>
  );
}

/** From the node's rim to the nearest point of the tag. */
function leader({ dx, dy, width, height, radius }: Tag) {
  const x = Math.max(dx, Math.min(0, dx + width));
  const y = Math.max(dy, Math.min(0, dy + height));
  const part = Math.min(1, (radius + 5) / Math.max(1, Math.hypot(x, y)));
  return { x1: x * part, y1: y * part, x2: x, y2: y };
}
